/** An integer in minor units (øre): kr 600,00 is `60000`. Must be a safe integer. */
export type MinorAmount = number;

/** Case variants occur in the provider's own texts: compare with `isInstrument`. */
export type InstrumentName =
  | 'CreditCard'
  | 'Swish'
  | 'Vipps'
  | 'MobilePay'
  | 'Trustly'
  | 'Invoice-PayExFinancingNo'
  | 'Invoice-PayExFinancingSe'
  | 'Invoice-PayMonthlyInvoiceSe'
  | 'CreditAccount'
  | 'CreditAccount-CreditAccountSe'
  | 'ApplePay'
  | 'GooglePay'
  | 'ClickToPay';

export interface OrderItem {
  reference: string;
  name: string;
  type:
    | 'PRODUCT'
    | 'SERVICE'
    | 'SHIPPING_FEE'
    | 'PAYMENT_FEE'
    | 'DISCOUNT'
    | 'VALUE_CODE'
    | 'OTHER'
    | (string & {});
  /** A group of your own, one word. */
  class: string;
  quantity: number;
  quantityUnit: string;
  /** VAT included. */
  unitPrice: MinorAmount;
  /** Percent × 100: 25 % is `2500`. */
  vatPercent: number;
  /** VAT included. */
  amount: MinorAmount;
  vatAmount: MinorAmount;
  description?: string;
  /** Ties the line to named instruments. It does not limit the menu: see `instrument`. */
  restrictedToInstruments?: readonly string[];
}

export interface PaymentOrderUrls {
  /** The sites that may show the page, https. Required also for a redirect. */
  hostUrls: readonly string[];
  /** The payer comes here when the payment has ended, for better or worse. It proves nothing. */
  completeUrl: string;
  /** The payer comes here after pressing cancel, or when you have aborted. */
  cancelUrl: string;
  /** Unsigned messages come here; put an unguessable token into it. Leave it out if nothing listens. */
  callbackUrl?: string;
  termsOfServiceUrl?: string;
  logoUrl?: string;
  /** Only for the embedded view. */
  paymentUrl?: string;
}

export interface PayeeInfo {
  /** Unique per operation, never used twice: see `payeeReference()`. */
  payeeReference: string;
  /** Your own order number, max 50; comes back in the callback and in `paid`. No personal data. */
  orderReference?: string;
  /** Shown to the payer. Default: the client's. */
  payeeName?: string;
  subsite?: string;
}

export interface CreatePaymentOrderRequest {
  /** Default `Purchase`. `Verify` stores a card without a payment. */
  operation?: 'Purchase' | 'Verify';
  /** ISO 4217. Swish takes SEK only. */
  currency: string;
  /** VAT included. */
  amount: MinorAmount;
  vatAmount: MinorAmount;
  /** Max 40, shown to the payer; see `sanitizeText`. */
  description: string;
  /** The payer's browser. */
  userAgent: string;
  /** `nb-NO`, `sv-SE`, `da-DK`, `en-US`, … */
  language: string;
  urls: PaymentOrderUrls;
  payeeInfo: PayeeInfo;
  /** Instrument mode: only this one is offered. The merchant's contract must allow it. */
  instrument?: InstrumentName | (string & {});
  /** Kinds of cards that are turned down. Brands cannot be limited here: that is the merchant's configuration. */
  creditCard?: {
    rejectCreditCards?: boolean;
    rejectDebitCards?: boolean;
    rejectConsumerCards?: boolean;
    rejectCorporateCards?: boolean;
  };
  orderItems?: readonly OrderItem[];
  payer?: {
    digitalProducts?: boolean;
    firstName?: string;
    lastName?: string;
    email?: string;
    /** `+47…` */
    msisdn?: string;
    payerReference?: string;
  };
  metadata?: Readonly<Record<string, string | number | boolean>>;
  generatePaymentToken?: boolean;
  generateUnscheduledToken?: boolean;
  generateRecurrenceToken?: boolean;
}

export interface CaptureRequest {
  description: string;
  amount: MinorAmount;
  vatAmount: MinorAmount;
  /** A new one; it makes the capture happen once, however often it is asked for. */
  payeeReference: string;
  receiptReference?: string;
  orderItems?: readonly OrderItem[];
}

export interface ReversalRequest {
  description: string;
  amount: MinorAmount;
  vatAmount: MinorAmount;
  payeeReference: string;
  receiptReference?: string;
  orderItems?: readonly OrderItem[];
}

/** Releases everything that is not captured: there is no cancelling of a part. */
export interface CancellationRequest {
  description: string;
  payeeReference: string;
}

export interface UpdateOrderRequest {
  amount: MinorAmount;
  vatAmount: MinorAmount;
  orderItems?: readonly OrderItem[];
}

/** Parts of a payment order that a read brings along. */
export type ExpandName =
  | 'paid'
  | 'cancelled'
  | 'reversed'
  | 'failed'
  | 'aborted'
  | 'financialTransactions'
  | 'failedAttempts'
  | 'postPurchaseFailedAttempts'
  | 'history'
  | 'payeeInfo'
  | 'urls';

export interface CallOptions {
  /** Stops the call, its waiting and its retries; gives PayexAbortedError. */
  signal?: AbortSignal;
  /** For each request of this call; the client's own otherwise. */
  timeoutMs?: number;
}

export interface RetrieveOptions extends CallOptions {
  /** Besides what is always brought: `EVIDENCE`. */
  expand?: readonly ExpandName[];
}
