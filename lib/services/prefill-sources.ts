import { newRegistry } from '@/lib/core/registry.ts';
import type {
  Contact,
  RegisterAddress,
  RegisterOrganisation,
  RegisterPerson,
} from '@/lib/identity/register.ts';

/** Where facts come from, for the mark beside the answer: `form.fetched_<origin>`. */
export const origins = ['folkeregisteret', 'enhetsregisteret', 'contact', 'earlier'] as const;
export type Origin = (typeof origins)[number];

/** What the registers say of the signed-in person and of the organisation they act for; absent where nothing is known. */
export interface Facts {
  person?: RegisterPerson;
  contact?: Contact;
  organisation?: RegisterOrganisation;
}

/** Something that an answer can be filled in with when a draft begins. */
export interface PrefillSource {
  readonly id: string;
  /** Which facts it reads; `party` is the organisation when the person acts for one, else the person. */
  readonly needs: 'person' | 'contact' | 'organisation' | 'party';
  read(facts: Facts): string | undefined;
}

/** Not a register: the acting party's own answers of the last time, offered and never taken by themselves. */
export const earlierAnswers = 'previous';

const address = (
  needs: 'person' | 'organisation' | 'party',
  of: (facts: Facts) => RegisterAddress | undefined,
) => [
  { id: `${needs}.address.street`, needs, read: (facts: Facts) => of(facts)?.street },
  { id: `${needs}.address.postalCode`, needs, read: (facts: Facts) => of(facts)?.postalCode },
  { id: `${needs}.address.city`, needs, read: (facts: Facts) => of(facts)?.city },
];

/** One line per source; `from` of a definition's prefill names one. */
export const prefillSources = newRegistry<PrefillSource>('Prefill source', [
  { id: 'person.name', needs: 'person', read: ({ person }) => person?.fullName },
  { id: 'person.firstName', needs: 'person', read: ({ person }) => person?.firstName },
  { id: 'person.lastName', needs: 'person', read: ({ person }) => person?.lastName },
  { id: 'person.fnr', needs: 'person', read: ({ person }) => person?.pid },
  ...address('person', ({ person }) => person?.address),
  { id: 'person.email', needs: 'contact', read: ({ contact }) => contact?.email },
  { id: 'person.phone', needs: 'contact', read: ({ contact }) => contact?.mobile },
  { id: 'organisation.name', needs: 'organisation', read: ({ organisation }) => organisation?.name },
  {
    id: 'organisation.orgNumber',
    needs: 'organisation',
    read: ({ organisation }) => organisation?.orgNumber,
  },
  ...address('organisation', ({ organisation }) => organisation?.address),
  {
    id: 'party.name',
    needs: 'party',
    read: ({ organisation, person }) => organisation?.name ?? person?.fullName,
  },
  ...address('party', ({ organisation, person }) => (organisation ? organisation.address : person?.address)),
]);
