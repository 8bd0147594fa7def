import type { fields as nb } from '../nb/fields.ts';

export const fields: Record<keyof typeof nb, string> = {
  address: 'Street address',
  addressShort: 'the street address',
  careOf: 'Care of, or other additional address',
  careOfShort: 'the additional address',
  zipCode: 'Postcode',
  zipCodeShort: 'the postcode',
  postPlace: 'Town or city',
  postPlaceShort: 'the town or city',
  houseNumber: 'Dwelling number',
  houseNumberShort: 'the dwelling number',
  houseNumberPattern: '{label} must have a letter (H, L, U or K) and four digits, for example H0101',
  fnr: 'National identity number',
  fnrShort: 'the national identity number',
  orgNumber: 'Organisation number',
  orgNumberShort: 'the organisation number',
  lastName: 'Last name',
  name: 'Name',
  nameShort: 'the name',
  fetch: 'Fetch',
};
