const nb = {
  payTo: 'Betal til',
  amount: 'Beløp',
  what: 'Gjelder',
  reference: 'Referanse',
  choose: 'Velg hvordan du vil betale',
  continue: 'Fortsett',
  otherMethod: 'Velg en annen betalingsmåte',
  cancel: 'Avbryt betalingen',
  none: 'Ingen betalingsmåte er tilgjengelig for denne betalingen.',
  pay: 'Betal',
  cardNumber: 'Kortnummer',
  expiry: 'Utløpsdato',
  expiryHint: 'Måned og år, MM/ÅÅ',
  cvc: 'CVC',
  cvcHint: 'Tre siffer på baksiden av kortet (fire på forsiden av American Express)',
  accepts: 'Brukerstedet tar imot',
  vippsNumber: 'Mobilnummer',
  vippsHint: 'Norsk nummer, for eksempel 987\u00a065\u00a0432',
  swishNumber: 'Mobilnummer',
  swishHint: 'Svensk nummer, for eksempel +46\u00a073\u00a0900\u00a000\u00a001',
  toApp: 'Åpne',
  invoiceText:
    'Du får fakturaen fra betalingsselskapet etter en kredittvurdering. Velg hva den skal ende med.',
  invoiceApproved: 'Kredittvurderingen godkjennes',
  invoiceDeclined: 'Kredittvurderingen avslås',
  problems: 'Rett opp dette',
  failed:
    'Betalingen gikk ikke gjennom. Ingen penger er trukket. Prøv igjen eller velg en annen betalingsmåte.',
  issuerTitle: 'Bekreft betalingen',
  issuerText: 'Testbanken ber deg bekrefte kortbetalingen (3-D Secure).',
  approve: 'Godkjenn',
  refuse: 'Banken avslår',
  userCancel: 'Avbryt hos banken',
  unavailable: 'Bankens tjeneste svarer ikke',
  appTitle: 'bekreft i appen',
  appText: 'Slik ser det ut på telefonen. Velg hva du gjør i appen.',
  appApprove: 'Godkjenn betalingen',
  appReject: 'Avvis betalingen',
  appExpire: 'La tiden gå ut',
  appBankId: 'Avbryt BankID',
  closed: {
    Paid: ['Betalingen er gjennomført', 'Denne betalingen er gjort. Du skal ikke betale på nytt.'],
    Failed: ['Betalingen feilet', 'Ingen penger er trukket. Gå tilbake til brukerstedet for å prøve igjen.'],
    Cancelled: ['Betalingen er annullert', 'Brukerstedet har frigitt beløpet.'],
    Aborted: ['Betalingen er avbrutt', 'Denne betalingen er avbrutt. Ingen penger er trukket.'],
    Reversed: ['Betalingen er tilbakebetalt', 'Brukerstedet har betalt beløpet tilbake.'],
  },
  back: 'Tilbake til brukerstedet',
  doneTitle: 'Betalingen er behandlet',
  doneText: 'Du kan lukke vinduet.',
  unknownTitle: 'Fant ikke betalingen',
  unknownText: 'Adressen viser ikke til en betaling som finnes her.',
  instruments: {
    CreditCard: 'Kort',
    Vipps: 'Vipps',
    Swish: 'Swish',
    'Invoice-PayExFinancingNo': 'Faktura',
    'Invoice-PayExFinancingSe': 'Faktura',
  },
  testCards: 'Testkort',
  moreTestCards: 'Flere testkort',
  testCardsText: 'Velg et kort for å fylle ut skjemaet. Andre kort blir avslått.',
  outcomes: {
    success: 'blir godkjent',
    challenge: 'banken spør (3-D Secure)',
    rejected: 'blir avvist',
  },
  errors: {
    cardNumber: {
      required: 'Kortnummer må fylles ut',
      invalid: 'Kortnummeret er ikke gyldig',
      expired: 'Kortnummeret er ikke gyldig',
    },
    expiry: {
      required: 'Utløpsdato må fylles ut',
      invalid: 'Utløpsdato skrives som MM/ÅÅ, for eksempel 04/29',
      expired: 'Utløpsdatoen er passert',
    },
    cvc: {
      required: 'CVC må fylles ut',
      invalid: 'CVC må ha tre siffer (fire for American Express)',
      expired: 'CVC må ha tre siffer (fire for American Express)',
    },
    msisdn: {
      required: 'Mobilnummer må fylles ut',
      invalid: 'Mobilnummeret er ikke gyldig for denne betalingsmåten',
    },
  },
};

export type Texts = typeof nb;

const en: Texts = {
  payTo: 'Pay to',
  amount: 'Amount',
  what: 'For',
  reference: 'Reference',
  choose: 'Choose how to pay',
  continue: 'Continue',
  otherMethod: 'Choose another way to pay',
  cancel: 'Cancel the payment',
  none: 'No payment method is available for this payment.',
  pay: 'Pay',
  cardNumber: 'Card number',
  expiry: 'Expiry date',
  expiryHint: 'Month and year, MM/YY',
  cvc: 'CVC',
  cvcHint: 'Three digits on the back of the card (four on the front of American Express)',
  accepts: 'The merchant accepts',
  vippsNumber: 'Mobile number',
  vippsHint: 'Norwegian number, for example 987\u00a065\u00a0432',
  swishNumber: 'Mobile number',
  swishHint: 'Swedish number, for example +46\u00a073\u00a0900\u00a000\u00a001',
  toApp: 'Open',
  invoiceText: 'The payment company sends you the invoice after a credit check. Choose how it ends.',
  invoiceApproved: 'The credit check is passed',
  invoiceDeclined: 'The credit check is not passed',
  problems: 'Please correct this',
  failed: 'The payment did not go through. No money has been taken. Try again or choose another way to pay.',
  issuerTitle: 'Confirm the payment',
  issuerText: 'The test bank asks you to confirm the card payment (3-D Secure).',
  approve: 'Approve',
  refuse: 'The bank declines',
  userCancel: 'Cancel at the bank',
  unavailable: 'The bank’s service does not answer',
  appTitle: 'confirm in the app',
  appText: 'This is what the phone shows. Choose what you do in the app.',
  appApprove: 'Approve the payment',
  appReject: 'Reject the payment',
  appExpire: 'Let the time run out',
  appBankId: 'Cancel BankID',
  closed: {
    Paid: ['The payment is done', 'This payment has been made. Do not pay again.'],
    Failed: ['The payment failed', 'No money has been taken. Go back to the merchant to try again.'],
    Cancelled: ['The payment is cancelled', 'The merchant has released the amount.'],
    Aborted: ['The payment is aborted', 'This payment has been aborted. No money has been taken.'],
    Reversed: ['The payment is refunded', 'The merchant has paid the amount back.'],
  },
  back: 'Back to the merchant',
  doneTitle: 'The payment has been handled',
  doneText: 'You can close the window.',
  unknownTitle: 'Payment not found',
  unknownText: 'The address does not lead to a payment here.',
  instruments: {
    CreditCard: 'Card',
    Vipps: 'Vipps',
    Swish: 'Swish',
    'Invoice-PayExFinancingNo': 'Invoice',
    'Invoice-PayExFinancingSe': 'Invoice',
  },
  testCards: 'Test cards',
  moreTestCards: 'More test cards',
  testCardsText: 'Choose a card to fill in the form. Other cards are declined.',
  outcomes: {
    success: 'is approved',
    challenge: 'the bank asks (3-D Secure)',
    rejected: 'is rejected',
  },
  errors: {
    cardNumber: {
      required: 'Card number must be filled in',
      invalid: 'The card number is not valid',
      expired: 'The card number is not valid',
    },
    expiry: {
      required: 'Expiry date must be filled in',
      invalid: 'Expiry date is written MM/YY, for example 04/29',
      expired: 'The expiry date has passed',
    },
    cvc: {
      required: 'CVC must be filled in',
      invalid: 'CVC must have three digits (four for American Express)',
      expired: 'CVC must have three digits (four for American Express)',
    },
    msisdn: {
      required: 'Mobile number must be filled in',
      invalid: 'The mobile number is not valid for this payment method',
    },
  },
};

export interface Language {
  /** Of the document: `nb`. */
  code: 'nb' | 'en';
  texts: Texts;
}

/** Of a payment order's `language`: `nb-NO` is bokmål, everything else English. */
export function readLanguage(language: string | undefined): Language {
  return language === undefined || language === 'nb-NO'
    ? { code: 'nb', texts: nb }
    : { code: 'en', texts: en };
}

/** `60000`, `NOK` → `600,00 kr` */
export function formatAmount(amountMinor: number, currency: string, code: Language['code'] = 'nb'): string {
  const locale = code === 'en' ? 'en-GB' : 'nb-NO';
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amountMinor / 100);
}
