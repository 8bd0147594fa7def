import { isOrganisasjonsnummer } from '@/lib/core/identifiers/organisasjonsnummer.ts';
import type { LookupSource } from './lookup-source.ts';

/** Enhetsregisteret, which is open to everybody. */
export const organisation: LookupSource = {
  id: 'organisation',
  notFound: 'not_found_organisation',
  origin: 'enhetsregisteret',
  isNumber: isOrganisasjonsnummer,
  async find({ register }, number) {
    const found = await register.findOrganisation(number);
    return found && { name: found.name };
  },
};
