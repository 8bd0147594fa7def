import type { Language } from '@/lib/core/language.ts';

/** The registers that know people and organisations, asked over HTTP. All calls throw RegisterUnavailable when no clear answer came. */
export interface Register {
  findPerson(pid: string): Promise<RegisterPerson | undefined>;
  /** Organisations a person may act for, with the roles. */
  rolesOf(pid: string): Promise<RegisterRole[]>;
  /** Kontakt- og reservasjonsregisteret: asked at each notification, never stored (rule 20). */
  contactOf(pid: string): Promise<Contact | undefined>;
  findOrganisation(orgNumber: string): Promise<RegisterOrganisation | undefined>;
}

export interface RegisterAddress {
  street: string;
  postalCode: string;
  city: string;
  country: string;
}

export interface RegisterPerson {
  pid: string;
  firstName: string;
  lastName: string;
  fullName: string;
  address?: RegisterAddress;
}

export interface RegisterOrganisation {
  orgNumber: string;
  name: string;
  form: string;
  address?: RegisterAddress;
}

export interface RegisterRole extends RegisterOrganisation {
  /** daglig_leder, styrets_leder, regnskapsforer… */
  roles: string[];
}

export interface Contact {
  email?: string;
  mobile?: string;
  /** Absent when the person has chosen none that the portal has. */
  language?: Language;
  /** The person has asked for paper: nothing electronic is sent. */
  reserved: boolean;
}

export class RegisterUnavailable extends Error {
  /** By its name: Next bundles this class once for pages and once for route handlers, and a process has one register for both. */
  static override [Symbol.hasInstance](error: unknown): boolean {
    return error instanceof Error && error.name === 'RegisterUnavailable';
  }

  override readonly name = 'RegisterUnavailable';
}
