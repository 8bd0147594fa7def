import type { SandboxStore } from '../context.ts';
import { type Organisation, organisations, type Role } from './organisations.ts';
import { type Contact, type Person, people } from './people.ts';

/** What can change in the registers: contact data and roles. Only changes are stored. */
export interface RegisterBooks {
  contact(person: Person): Contact;
  changeContact(person: Person, change: ContactChange): Contact;
  hasRole(organisation: Organisation, person: Person, role: Role): boolean;
  setRole(organisation: Organisation, person: Person, role: Role, held: boolean): void;
  /** Organisations where the person holds at least one role now. */
  rolesOf(person: Person): { organisation: Organisation; roles: Role[] }[];
}

/** Fields left out stay; `null` and `''` remove e-mail or mobile. */
export interface ContactChange {
  email?: string | null;
  mobile?: string | null;
  language?: Contact['language'];
  reserved?: boolean;
}

export function createRegisterBooks(store: SandboxStore): RegisterBooks {
  const contacts = store.collection<Contact>('register.contacts');
  const removedRoles = store.collection<true>('register.removed-roles');
  const roleId = (organisation: Organisation, person: Person, role: Role) =>
    `${organisation.orgNumber}/${person.key}/${role}`;
  const contact = (person: Person) => contacts.get(person.key) ?? person.contact;
  const hasRole = (organisation: Organisation, person: Person, role: Role) =>
    organisation.roles.some((held) => held.person === person.key && held.role === role) &&
    !removedRoles.get(roleId(organisation, person, role));

  return {
    contact,
    changeContact(person, change) {
      const next: Contact = { ...contact(person) };
      if (change.email !== undefined) next.email = change.email || undefined;
      if (change.mobile !== undefined) next.mobile = change.mobile || undefined;
      if (change.language !== undefined) next.language = change.language;
      if (change.reserved !== undefined) next.reserved = change.reserved;
      contacts.set(person.key, next);
      return next;
    },
    hasRole,
    setRole(organisation, person, role, held) {
      if (held) removedRoles.delete(roleId(organisation, person, role));
      else removedRoles.set(roleId(organisation, person, role), true);
    },
    rolesOf: (person) =>
      organisations
        .map((organisation) => ({
          organisation,
          roles: organisation.roles
            .filter((held) => held.person === person.key && hasRole(organisation, person, held.role))
            .map(({ role }) => role),
        }))
        .filter(({ roles }) => roles.length > 0),
  };
}

export function findPersonByKey(key: unknown): Person | undefined {
  return people.find((person) => person.key === key);
}

export function findOrganisation(orgNumber: unknown): Organisation | undefined {
  return organisations.find((organisation) => organisation.orgNumber === orgNumber);
}
