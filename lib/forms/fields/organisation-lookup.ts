import { lookupField } from './lookup.ts';

/** An organisation's number, and the name that Enhetsregisteret has. */
export const organisationLookup = lookupField({
  id: 'OrganisationLookup',
  format: 'orgNumber',
  lookup: {
    source: 'organisation',
    number: 'organisation_lookup_orgnr',
    fills: { name: 'organisation_lookup_name' },
  },
  shows: ['name'],
});
