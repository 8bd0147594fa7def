import type { fields as nb } from '../nb/fields.ts';

export const fields: Record<keyof typeof nb, string> = {
  address: 'Gateadresse',
  addressShort: 'gateadressa',
  careOf: 'C/O eller annan tilleggsadresse',
  careOfShort: 'tilleggsadressa',
  zipCode: 'Postnummer',
  zipCodeShort: 'postnummeret',
  postPlace: 'Poststad',
  postPlaceShort: 'poststaden',
  houseNumber: 'Bustadnummer',
  houseNumberShort: 'bustadnummeret',
  houseNumberPattern: '{label} må ha ein bokstav (H, L, U eller K) og fire siffer, til dømes H0101',
  fnr: 'Fødselsnummer',
  fnrShort: 'fødselsnummeret',
  orgNumber: 'Organisasjonsnummer',
  orgNumberShort: 'organisasjonsnummeret',
  lastName: 'Etternamn',
  name: 'Namn',
  nameShort: 'namnet',
  fetch: 'Hent',
};
