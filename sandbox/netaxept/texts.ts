const nb = {
  payTo: 'Betal til',
  order: 'Ordre',
  amount: 'Å betale',
  description: 'Hva',
  reference: 'Ordrenummer',
  card: 'Kort',
  cardNumber: 'Kortnummer',
  expiry: 'Utløpsdato',
  expiryHint: 'Måned og år, MM/ÅÅ',
  cvc: 'CVC',
  cvcHint: 'Tre siffer på baksiden av kortet, fire på American Express',
  pay: 'Betal',
  cancel: 'Avbryt',
  accepts: 'Brukerstedet tar imot',
  problems: 'Rett opp dette',
  threeDS: '3-D Secure',
  threeDSOptions: {
    none: 'Banken spør ikke',
    ask: 'Banken spør hvem du er',
    unavailable: 'Banken svarer ikke',
  },
  back: 'Tilbake til brukerstedet',
  closedTitle: 'Betalingen er avsluttet',
  closedText: 'Det er ikke noe mer å gjøre her. Gå tilbake til brukerstedet.',
  doneTitle: 'Ferdig',
  doneText: 'Du kan lukke vinduet.',
  unknownTitle: 'Fant ikke betalingen',
  unknownText: 'Adressen viser ikke til en betaling som finnes her.',
  testCards: 'Testkort',
  testCardsText: 'Velg et kort for å fylle ut skjemaet.',
  outcomes: {
    ok: 'blir godkjent',
    'auth-fails': 'blir avslått',
    'capture-fails': 'blir reservert, men kan ikke belastes etterpå',
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
      invalid: 'CVC må ha tre eller fire siffer',
      expired: 'CVC må ha tre eller fire siffer',
      brand: 'CVC må ha tre eller fire siffer',
    },
  },
  issuerTitle: 'Bekreft betalingen',
  issuerText: 'Testbanken ber deg bekrefte kortbetalingen (3-D Secure).',
  approve: 'Godkjenn',
  reject: 'Avslå',
};

export type Texts = typeof nb;

const en: Texts = {
  payTo: 'Pay to',
  order: 'Order',
  amount: 'To pay',
  description: 'What',
  reference: 'Order number',
  card: 'Card',
  cardNumber: 'Card number',
  expiry: 'Expiry date',
  expiryHint: 'Month and year, MM/YY',
  cvc: 'CVC',
  cvcHint: 'Three digits on the back of the card, four on American Express',
  pay: 'Pay',
  cancel: 'Cancel',
  accepts: 'The merchant accepts',
  problems: 'Correct this',
  threeDS: '3-D Secure',
  threeDSOptions: {
    none: 'The bank does not ask',
    ask: 'The bank asks who you are',
    unavailable: 'The bank does not answer',
  },
  back: 'Back to the merchant',
  closedTitle: 'The payment is over',
  closedText: 'There is nothing more to do here. Go back to the merchant.',
  doneTitle: 'Done',
  doneText: 'You can close the window.',
  unknownTitle: 'Payment not found',
  unknownText: 'The address does not lead to a payment that is here.',
  testCards: 'Test cards',
  testCardsText: 'Choose a card to fill in the form.',
  outcomes: {
    ok: 'is approved',
    'auth-fails': 'is declined',
    'capture-fails': 'is reserved, but cannot be charged later',
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
      invalid: 'CVC must have three or four digits',
      expired: 'CVC must have three or four digits',
      brand: 'CVC must have three or four digits',
    },
  },
  issuerTitle: 'Confirm the payment',
  issuerText: 'The test bank asks you to confirm the card payment (3-D Secure).',
  approve: 'Approve',
  reject: 'Reject',
};

export interface Language {
  /** For `<html lang>`. */
  code: 'nb' | 'en';
  texts: Texts;
}

/** The language of the transaction, e.g. `no_NO`; the terminal has no nynorsk. */
export function readLanguage(tag: string): Language {
  return /^en/i.test(tag) ? { code: 'en', texts: en } : { code: 'nb', texts: nb };
}

export function formatAmount(amountMinor: number, currency: string, code: Language['code'] = 'nb'): string {
  const locale = code === 'en' ? 'en-GB' : 'nb-NO';
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amountMinor / 100);
}
