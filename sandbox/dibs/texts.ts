const nb = {
  payTo: 'Betal til',
  order: 'Ordre',
  total: 'Å betale',
  reference: 'Ordrenummer',
  card: 'Kort',
  cardNumber: 'Kortnummer',
  expiry: 'Utløpsdato',
  expiryHint: 'Måned og år, MM/ÅÅ',
  cvc: 'CVC',
  cvcHint: 'Tre siffer på baksiden av kortet',
  pay: 'Betal',
  leave: 'Gå tilbake uten å betale',
  accepts: 'Brukerstedet tar imot',
  problems: 'Rett opp dette',
  declined: {
    card: 'Betalingen ble avslått. Ingen penger er trukket. Prøv igjen eller bruk et annet kort.',
    'three-d-secure':
      'Banken bekreftet ikke betalingen. Ingen penger er trukket. Prøv igjen eller bruk et annet kort.',
    'three-d-secure-unavailable':
      'Banken kunne ikke bekrefte betalingen nå. Ingen penger er trukket. Prøv igjen senere eller bruk et annet kort.',
    'order-number': 'Ordrenummeret er betalt før. Ingen penger er trukket nå. Gå tilbake til brukerstedet.',
  },
  back: 'Tilbake til brukerstedet',
  results: {
    ACCEPTED: [
      'Betalingen er godkjent',
      'Bruk knappen hvis du ikke sendes tilbake til brukerstedet av seg selv.',
    ],
    PENDING: ['Betalingen er til behandling', 'Gå tilbake til brukerstedet. Ikke betal på nytt.'],
    DECLINED: ['Betalingen ble ikke gjennomført', 'Ingen penger er trukket.'],
    CANCELLED: ['Betalingen er avbrutt', 'Ingen penger er trukket.'],
  },
  closeText: 'Du kan lukke vinduet.',
  unknownTitle: 'Fant ikke betalingen',
  unknownText: 'Adressen viser ikke til en betaling som finnes her.',
  refusedTitle: 'Betalingen kan ikke startes',
  refusedText: 'Brukerstedet har sendt opplysninger som ikke kan godtas. Ingen penger er trukket.',
  testCards: 'Testkort',
  testCardsText: 'Velg et kort for å fylle ut skjemaet.',
  outcomes: {
    accepted: 'blir godkjent',
    declined: 'blir avslått',
    'capture-declined': 'blir reservert, men kan ikke belastes',
  },
  threeDSecure: 'Hva banken skal gjøre (3-D Secure, bare i test)',
  threeDSecureChoices: {
    frictionless: 'Godkjenne uten å spørre',
    challenge: 'Spørre deg',
    unavailable: 'Ikke svare',
  },
  errors: {
    cardNumber: {
      required: 'Kortnummer må fylles ut',
      invalid: 'Kortnummer må ha 12 til 19 siffer',
      expired: 'Kortnummer må ha 12 til 19 siffer',
      brand: 'Kortnummeret hører til en korttype som brukerstedet ikke tar imot',
    },
    expiry: {
      required: 'Utløpsdato må fylles ut',
      invalid: 'Utløpsdato skrives som MM/ÅÅ, for eksempel 06/24',
      expired: 'Utløpsdatoen er passert',
      brand: 'Utløpsdato skrives som MM/ÅÅ, for eksempel 06/24',
    },
    cvc: {
      required: 'CVC må fylles ut',
      invalid: 'CVC må ha tre siffer (fire for American Express)',
      expired: 'CVC må ha tre siffer (fire for American Express)',
      brand: 'CVC må ha tre siffer (fire for American Express)',
    },
  },
  amount: 'Beløp',
  issuerTitle: 'Bekreft betalingen',
  issuerText: 'Testbanken ber deg bekrefte kortbetalingen (3-D Secure).',
  approve: 'Godkjenn',
  reject: 'Avslå',
  cancel: 'Avbryt',
};

export type Texts = typeof nb;

const en: Texts = {
  payTo: 'Pay to',
  order: 'Order',
  total: 'To pay',
  reference: 'Order number',
  card: 'Card',
  cardNumber: 'Card number',
  expiry: 'Expiry date',
  expiryHint: 'Month and year, MM/YY',
  cvc: 'CVC',
  cvcHint: 'Three digits on the back of the card',
  pay: 'Pay',
  leave: 'Go back without paying',
  accepts: 'The merchant accepts',
  problems: 'Please correct this',
  declined: {
    card: 'The payment was declined. No money has been taken. Try again or use another card.',
    'three-d-secure':
      'The bank did not confirm the payment. No money has been taken. Try again or use another card.',
    'three-d-secure-unavailable':
      'The bank could not confirm the payment now. No money has been taken. Try again later or use another card.',
    'order-number':
      'The order number has been paid before. No money has been taken now. Go back to the merchant.',
  },
  back: 'Back to the merchant',
  results: {
    ACCEPTED: [
      'The payment is accepted',
      'Use the button if you are not sent back to the merchant by itself.',
    ],
    PENDING: ['The payment is being processed', 'Go back to the merchant. Do not pay again.'],
    DECLINED: ['The payment was not made', 'No money has been taken.'],
    CANCELLED: ['The payment is cancelled', 'No money has been taken.'],
  },
  closeText: 'You can close the window.',
  unknownTitle: 'Payment not found',
  unknownText: 'The address does not point to a payment here.',
  refusedTitle: 'The payment cannot be started',
  refusedText: 'The merchant has sent information that cannot be accepted. No money has been taken.',
  testCards: 'Test cards',
  testCardsText: 'Choose a card to fill in the form.',
  outcomes: {
    accepted: 'is accepted',
    declined: 'is declined',
    'capture-declined': 'is reserved, but cannot be captured',
  },
  threeDSecure: 'What the bank is to do (3-D Secure, only in test)',
  threeDSecureChoices: {
    frictionless: 'Approve without asking',
    challenge: 'Ask you',
    unavailable: 'Not answer',
  },
  errors: {
    cardNumber: {
      required: 'Card number must be filled in',
      invalid: 'Card number must have 12 to 19 digits',
      expired: 'Card number must have 12 to 19 digits',
      brand: 'Card number belongs to a kind of card that the merchant does not accept',
    },
    expiry: {
      required: 'Expiry date must be filled in',
      invalid: 'Expiry date is written MM/YY, for example 06/24',
      expired: 'Expiry date has passed',
      brand: 'Expiry date is written MM/YY, for example 06/24',
    },
    cvc: {
      required: 'CVC must be filled in',
      invalid: 'CVC must have three digits (four for American Express)',
      expired: 'CVC must have three digits (four for American Express)',
      brand: 'CVC must have three digits (four for American Express)',
    },
  },
  amount: 'Amount',
  issuerTitle: 'Confirm the payment',
  issuerText: 'The test bank asks you to confirm the card payment (3-D Secure).',
  approve: 'Approve',
  reject: 'Reject',
  cancel: 'Cancel',
};

export interface Language {
  /** For `<html lang>`. */
  code: 'nb' | 'en';
  texts: Texts;
}

/** The language of a form's `language=nb_NO`; the simulation speaks bokmål and English only. */
export function readLanguage(parameter: string): Language {
  return /^(?:en|fi)/i.test(parameter) ? { code: 'en', texts: en } : { code: 'nb', texts: nb };
}

const letters: Readonly<Record<string, string>> = {
  578: 'NOK',
  752: 'SEK',
  208: 'DKK',
  978: 'EUR',
  840: 'USD',
  826: 'GBP',
};

/** `578` → `NOK`; one that is not known stays as it is. */
export function lettersOf(currency: string): string {
  return letters[currency] ?? currency.toUpperCase();
}

/** `currency` in letters or digits; one that is not known is written as it is. */
export function formatAmount(amountMinor: number, currency: string, code: Language['code'] = 'nb'): string {
  const known = lettersOf(currency);
  const locale = code === 'en' ? 'en-GB' : 'nb-NO';
  if (/^\d+$/.test(known)) return `${(amountMinor / 100).toFixed(2)} (${known})`;
  return new Intl.NumberFormat(locale, { style: 'currency', currency: known }).format(amountMinor / 100);
}
