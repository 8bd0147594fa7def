/** What the sandbox can play of the provider's instruments. */
export interface Instrument {
  name: InstrumentName;
  /** As the `paid` resource writes it: an invoice loses the rest of its name there. */
  paidName: string;
  /** The path of its page: `/checkout/<token>/card`. */
  page: 'card' | 'vipps' | 'swish' | 'invoice';
  /** A sale moves the money at once, an authorisation waits for a capture. */
  transactionType: 'Authorization' | 'Sale';
  /** Undefined takes every currency. */
  currency?: string;
}

export type InstrumentName =
  | 'CreditCard'
  | 'Vipps'
  | 'Swish'
  | 'Invoice-PayExFinancingNo'
  | 'Invoice-PayExFinancingSe';

export const instruments: readonly Instrument[] = [
  { name: 'CreditCard', paidName: 'CreditCard', page: 'card', transactionType: 'Authorization' },
  { name: 'Vipps', paidName: 'Vipps', page: 'vipps', transactionType: 'Authorization', currency: 'NOK' },
  { name: 'Swish', paidName: 'Swish', page: 'swish', transactionType: 'Sale', currency: 'SEK' },
  {
    name: 'Invoice-PayExFinancingNo',
    paidName: 'Invoice',
    page: 'invoice',
    transactionType: 'Authorization',
    currency: 'NOK',
  },
  {
    name: 'Invoice-PayExFinancingSe',
    paidName: 'Invoice',
    page: 'invoice',
    transactionType: 'Authorization',
    currency: 'SEK',
  },
];

/** By name, in any case. */
export function findInstrument(name: string): Instrument | undefined {
  return instruments.find((one) => one.name.toLowerCase() === name.toLowerCase());
}
