import { lookupField } from './lookup.ts';

/** Somebody's fødselsnummer, and the name that Folkeregisteret has; who asks must know the last name too. */
export const personLookup = lookupField({
  id: 'PersonLookup',
  format: 'fnr',
  lookup: {
    source: 'person',
    number: 'person_lookup_ssn',
    asks: 'lastName',
    fills: {
      name: 'person_lookup_name',
      firstName: 'person_lookup_first_name',
      lastName: 'person_lookup_last_name',
    },
  },
  shows: ['name'],
});
