const nb = {
  payTo: 'Betal til',
  order: 'Ordre',
  line: 'Hva',
  quantity: 'Antall',
  amount: 'Beløp',
  total: 'Å betale',
  reference: 'Referanse',
  card: 'Kort',
  cardNumber: 'Kortnummer',
  expiry: 'Utløpsdato',
  expiryHint: 'Måned og år, MM/ÅÅ',
  cvc: 'CVC',
  cvcHint: 'Tre siffer på baksiden av kortet',
  pay: 'Betal',
  cancel: 'Avbryt',
  accepts: 'Brukerstedet tar imot',
  problems: 'Rett opp dette',
  cardDeclined: 'Betalingen ble avslått. Ingen penger er trukket. Prøv igjen eller bruk et annet kort.',
  challengeDeclined:
    'Banken bekreftet ikke betalingen. Ingen penger er trukket. Prøv igjen eller bruk et annet kort.',
  back: 'Tilbake til brukerstedet',
  paidTitle: 'Betalingen er allerede gjennomført',
  paidText: 'Denne betalingen er gjort. Du skal ikke betale på nytt.',
  terminatedTitle: 'Betalingen er lukket',
  terminatedText: 'Brukerstedet har avsluttet denne betalingen. Ingen penger er trukket.',
  doneTitle: 'Betalingen er gjennomført',
  doneText: 'Betalingen er gjennomført, du kan lukke vinduet.',
  unknownTitle: 'Fant ikke betalingen',
  unknownText: 'Adressen viser ikke til en betaling som finnes her.',
  testCards: 'Testkort',
  testCardsText: 'Velg et kort for å fylle ut skjemaet.',
  outcomes: {
    success: 'blir godkjent',
    'reservation-fails': 'blir avslått',
    'charge-fails': 'blir reservert, men kan ikke belastes etterpå',
    'three-d-secure': 'banken spør (3-D Secure)',
  },
  errors: {
    cardNumber: {
      required: 'Kortnummer må fylles ut',
      invalid: 'Kortnummeret er ikke gyldig',
      expired: 'Kortnummeret er ikke gyldig',
      brand: 'Kortnummeret hører til en korttype som brukerstedet ikke tar imot',
    },
    expiry: {
      required: 'Utløpsdato må fylles ut',
      invalid: 'Utløpsdato skrives som MM/ÅÅ, for eksempel 04/29',
      expired: 'Utløpsdatoen er passert',
      brand: 'Utløpsdato skrives som MM/ÅÅ, for eksempel 04/29',
    },
    cvc: {
      required: 'CVC må fylles ut',
      invalid: 'CVC må ha tre siffer (fire for American Express)',
      expired: 'CVC må ha tre siffer (fire for American Express)',
      brand: 'CVC må ha tre siffer (fire for American Express)',
    },
  },
  issuerTitle: 'Bekreft betalingen',
  issuerText: 'Testbanken ber deg bekrefte kortbetalingen (3-D Secure).',
  approve: 'Godkjenn',
  reject: 'Avslå',
};

export type Texts = typeof nb;

const nn: Texts = {
  ...nb,
  line: 'Kva',
  quantity: 'Tal',
  total: 'Å betale',
  expiryHint: 'Månad og år, MM/ÅÅ',
  cvcHint: 'Tre siffer på baksida av kortet',
  accepts: 'Brukarstaden tek imot',
  problems: 'Rett opp dette',
  cardDeclined: 'Betalinga vart avslått. Ingen pengar er trekte. Prøv igjen eller bruk eit anna kort.',
  challengeDeclined:
    'Banken stadfesta ikkje betalinga. Ingen pengar er trekte. Prøv igjen eller bruk eit anna kort.',
  back: 'Tilbake til brukarstaden',
  paidTitle: 'Betalinga er alt gjennomført',
  paidText: 'Denne betalinga er gjord. Du skal ikkje betale på nytt.',
  terminatedTitle: 'Betalinga er lukka',
  terminatedText: 'Brukarstaden har avslutta denne betalinga. Ingen pengar er trekte.',
  doneTitle: 'Betalinga er gjennomført',
  doneText: 'Betalinga er gjennomført, du kan lukke vindauget.',
  unknownTitle: 'Fann ikkje betalinga',
  unknownText: 'Adressa viser ikkje til ei betaling som finst her.',
  testCardsText: 'Vel eit kort for å fylle ut skjemaet.',
  issuerTitle: 'Stadfest betalinga',
  issuerText: 'Testbanken ber deg stadfeste kortbetalinga (3-D Secure).',
  approve: 'Godkjenn',
};

const en: Texts = {
  payTo: 'Pay to',
  order: 'Order',
  line: 'Item',
  quantity: 'Quantity',
  amount: 'Amount',
  total: 'To pay',
  reference: 'Reference',
  card: 'Card',
  cardNumber: 'Card number',
  expiry: 'Expiry date',
  expiryHint: 'Month and year, MM/YY',
  cvc: 'CVC',
  cvcHint: 'Three digits on the back of the card',
  pay: 'Pay',
  cancel: 'Cancel',
  accepts: 'The merchant accepts',
  problems: 'Please correct this',
  cardDeclined: 'The payment was declined. No money has been taken. Try again or use another card.',
  challengeDeclined:
    'The bank did not confirm the payment. No money has been taken. Try again or use another card.',
  back: 'Back to the merchant',
  paidTitle: 'The payment is already made',
  paidText: 'This payment has been made. Do not pay again.',
  terminatedTitle: 'The payment is closed',
  terminatedText: 'The merchant has closed this payment. No money has been taken.',
  doneTitle: 'The payment is made',
  doneText: 'The payment is made, you can close the window.',
  unknownTitle: 'Payment not found',
  unknownText: 'The address does not point to a payment here.',
  testCards: 'Test cards',
  testCardsText: 'Choose a card to fill in the form.',
  outcomes: {
    success: 'is approved',
    'reservation-fails': 'is declined',
    'charge-fails': 'is reserved, but cannot be charged later',
    'three-d-secure': 'the bank asks (3-D Secure)',
  },
  errors: {
    cardNumber: {
      required: 'Card number must be filled in',
      invalid: 'Card number is not valid',
      expired: 'Card number is not valid',
      brand: 'Card number belongs to a kind of card that the merchant does not accept',
    },
    expiry: {
      required: 'Expiry date must be filled in',
      invalid: 'Expiry date is written MM/YY, for example 04/29',
      expired: 'Expiry date has passed',
      brand: 'Expiry date is written MM/YY, for example 04/29',
    },
    cvc: {
      required: 'CVC must be filled in',
      invalid: 'CVC must have three digits (four for American Express)',
      expired: 'CVC must have three digits (four for American Express)',
      brand: 'CVC must have three digits (four for American Express)',
    },
  },
  issuerTitle: 'Confirm the payment',
  issuerText: 'The test bank asks you to confirm the card payment (3-D Secure).',
  approve: 'Approve',
  reject: 'Reject',
};

export interface Language {
  /** For `<html lang>`. */
  code: 'nb' | 'nn' | 'en';
  /** As the portal gave it, e.g. `nb-NO`, to be carried on. */
  tag: string;
  texts: Texts;
}

/** The language of a `language=nb-NO` parameter; anything unknown is bokmål. */
export function readLanguage(parameter: unknown): Language {
  const tag =
    typeof parameter === 'string' && /^[A-Za-z]{2}(-[A-Za-z]{2})?$/.test(parameter) ? parameter : 'nb-NO';
  switch (tag.slice(0, 2).toLowerCase()) {
    case 'en':
      return { code: 'en', tag, texts: en };
    case 'nn':
      return { code: 'nn', tag, texts: nn };
    default:
      return { code: 'nb', tag, texts: nb };
  }
}

export function formatAmount(amountMinor: number, currency: string, code: Language['code'] = 'nb'): string {
  const locale = code === 'en' ? 'en-GB' : 'nb-NO';
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amountMinor / 100);
}
