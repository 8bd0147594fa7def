import type { DibsPayType } from './pay-types.ts';

/** One payment to be made in the Payment Window. Names and limits are the provider's. */
export interface PaymentWindowRequest {
  /** At most 50 of `A-Z a-z 0-9 . _ - |`. Make it unguessable or your own unique reference; no personal data. */
  orderId: string;
  /** Minor units, 1 to 1 715 000 000. */
  amount: number;
  /** ISO 4217: `NOK` or `578`. */
  currency: string;
  /** Where the browser POSTs the result, across sites. A host name, never an IP address. At most 1024. */
  acceptReturnUrl: string;
  /** Where it POSTs when the payer gives up. */
  cancelReturnUrl?: string;
  /** Where the provider's server POSTs the result. */
  callbackUrl?: string;
  /** `nb_NO`, `en_GB`, …; see `windowLanguage`. */
  language?: string;
  /** Limits the methods that are offered. Joined at most 30 characters. */
  payTypes?: readonly (DibsPayType | (string & {}))[];
  /** Capture as soon as the money is reserved. Reserve and call `transactions.capture` where you can: it answers. */
  captureNow?: boolean;
  /** Lay the card's fee on top of the amount. */
  addFee?: boolean;
  /** An account of the agreement. */
  account?: string;
  /** Ask for a ticket for later payments. */
  createTicket?: boolean;
  yourRef?: string;
  distributionType?: string;
  /** Comes back in every message, through the payer's browser too. Leave out what you can. */
  billing?: PayerAddress;
  shipping?: PayerAddress;
  /** Shown in the window. Not summed here: whether the amount is net or gross is not verified. */
  rows?: readonly OrderRow[];
  /** Fields of your own that are echoed: `{ s_attempt: '…' }`, names `s_` and letters, digits, `_`. */
  custom?: Readonly<Record<`s_${string}`, string>>;
}

export interface PayerAddress {
  FirstName?: string;
  LastName?: string;
  Address?: string;
  PostalCode?: string;
  PostalPlace?: string;
  Email?: string;
  Mobile?: string;
}

export interface OrderRow {
  /** Decimal text or a number, e.g. `1`. */
  quantity: number | string;
  unitCode: string;
  description: string;
  /** Minor units. */
  amount: number;
  itemId: string;
  /** Minor units. */
  vatAmount: number;
}

/** A form that the payer's browser must POST as it is: UTF-8, urlencoded, every field hidden and unchanged. */
export interface PaymentForm {
  action: string;
  method: 'POST';
  acceptCharset: 'UTF-8';
  /** In the order to write them; names are unique. */
  fields: readonly FormField[];
}

export interface FormField {
  name: string;
  value: string;
}
