import { isFodselsnummer } from '@/lib/core/identifiers/fodselsnummer.ts';
import type { LookupSource } from './lookup-source.ts';

/** Folkeregisteret. A number alone tells nothing: who asks must know the last name, so nobody can learn who a number belongs to. */
export const person: LookupSource = {
  id: 'person',
  notFound: 'not_found_person',
  origin: 'folkeregisteret',
  mostPerDay: 20,
  isNumber: isFodselsnummer,
  async find({ register }, number, asked) {
    const found = await register.findPerson(number);
    if (!found || !isSameName(found.lastName, asked)) return undefined;
    return { name: found.fullName, firstName: found.firstName, lastName: found.lastName };
  },
};

function isSameName(known: string, asked: string): boolean {
  return plain(asked) !== '' && plain(known) === plain(asked);
}

function plain(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLocaleLowerCase('nb');
}
