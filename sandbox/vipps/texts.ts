import type { DeclineReason } from './amounts.ts';

const nb = {
  payWith: 'Betal med Vipps',
  payTo: 'Betal til',
  amount: 'Beløp',
  reference: 'Referanse',
  phone: 'Mobilnummer',
  phoneHint: 'Åtte siffer, for eksempel 912\u00a034\u00a0567',
  phoneError: 'Mobilnummer må ha åtte siffer',
  next: 'Neste',
  openApp: 'Åpne appen på denne enheten',
  cancel: 'Avbryt',
  appTitle: 'Bekreft betalingen i appen',
  pin: 'PIN-kode',
  pinHint: 'I testmiljøet er den 1236',
  pinError: 'PIN-koden er feil',
  pay: 'Betal',
  reject: 'Nei takk',
  expire: 'La tiden gå ut',
  closeApp: 'Lukk appen uten å svare',
  problems: 'Rett opp dette',
  scaTitle: 'Bekreft med BankID',
  scaText: 'Testbanken ber deg bekrefte betalingen (sterk kundeautentisering).',
  approve: 'Bekreft',
  notMe: 'Avvis',
  declined: {
    'insufficient-funds': 'Det er ikke dekning på kortet.',
    'refused-by-issuer': 'Banken avviste betalingen.',
    'suspected-fraud': 'Banken stanset betalingen fordi den mistenker svindel.',
    'limit-exceeded': 'Beløpet er over grensen for kortet.',
    'expired-card': 'Kortet er utløpt.',
    'invalid-card': 'Kortet er ugyldig.',
    'three-d-secure-denied': 'Betalingen ble ikke bekreftet hos banken.',
  } satisfies Record<DeclineReason, string>,
  declinedMore: 'Ingen penger er trukket. Prøv igjen, eller avbryt.',
  back: 'Tilbake til brukerstedet',
  closed: {
    AUTHORIZED: 'Betalingen er allerede godkjent. Du skal ikke betale på nytt.',
    ABORTED: 'Betalingen er avbrutt. Ingen penger er trukket.',
    EXPIRED: 'Tiden for å betale er ute. Ingen penger er trukket.',
    TERMINATED: 'Brukerstedet har avsluttet betalingen. Ingen penger er trukket.',
    CREATED: 'Betalingen behandles. Du skal ikke betale på nytt.',
  },
  closedTitle: 'Betalingen er lukket',
  doneTitle: 'Ferdig',
  doneText: 'Du kan lukke vinduet.',
  unknownTitle: 'Fant ikke betalingen',
  unknownText: 'Adressen viser ikke til en betaling som finnes her.',
};
export type Texts = typeof nb;

const en: Texts = {
  payWith: 'Pay with Vipps',
  payTo: 'Pay to',
  amount: 'Amount',
  reference: 'Reference',
  phone: 'Mobile number',
  phoneHint: 'Eight digits, for example 912\u00a034\u00a0567',
  phoneError: 'Mobile number must have eight digits',
  next: 'Next',
  openApp: 'Open the app on this device',
  cancel: 'Cancel',
  appTitle: 'Confirm the payment in the app',
  pin: 'PIN code',
  pinHint: 'In the test environment it is 1236',
  pinError: 'The PIN code is wrong',
  pay: 'Pay',
  reject: 'No, thanks',
  expire: 'Let the time run out',
  closeApp: 'Close the app without answering',
  problems: 'Please correct this',
  scaTitle: 'Confirm with BankID',
  scaText: 'The test bank asks you to confirm the payment (strong customer authentication).',
  approve: 'Confirm',
  notMe: 'Reject',
  declined: {
    'insufficient-funds': 'There are not sufficient funds on the card.',
    'refused-by-issuer': 'The bank refused the payment.',
    'suspected-fraud': 'The bank stopped the payment because it suspects fraud.',
    'limit-exceeded': 'The amount is above the limit of the card.',
    'expired-card': 'The card has expired.',
    'invalid-card': 'The card is not valid.',
    'three-d-secure-denied': 'The payment was not confirmed at the bank.',
  },
  declinedMore: 'No money has been taken. Try again, or cancel.',
  back: 'Back to the merchant',
  closed: {
    AUTHORIZED: 'The payment is already approved. Do not pay again.',
    ABORTED: 'The payment was cancelled. No money has been taken.',
    EXPIRED: 'The time to pay is out. No money has been taken.',
    TERMINATED: 'The merchant has closed the payment. No money has been taken.',
    CREATED: 'The payment is being processed. Do not pay again.',
  },
  closedTitle: 'The payment is closed',
  doneTitle: 'Done',
  doneText: 'You can close the window.',
  unknownTitle: 'Payment not found',
  unknownText: 'The address does not point to a payment here.',
};

export interface Language {
  /** For `<html lang>`, and carried on in `language`. */
  code: 'nb' | 'en';
  texts: Texts;
}

/** The language of a `language` field, else of the browser (the real page asks the browser); bokmål for anything else. */
export function readLanguage(field: unknown, acceptLanguage: string | undefined): Language {
  const wanted = typeof field === 'string' && field !== '' ? field : (acceptLanguage ?? '');
  return /^en\b/i.test(wanted) ? { code: 'en', texts: en } : { code: 'nb', texts: nb };
}

export function formatAmount(amountMinor: number, currency: string, code: Language['code'] = 'nb'): string {
  const locale = code === 'en' ? 'en-GB' : 'nb-NO';
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amountMinor / 100);
}
