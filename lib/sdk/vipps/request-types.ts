/** ISO 4217. Source: OpenAPI `Currency`. */
export type Currency = 'NOK' | 'DKK' | 'EUR';

/** `value` is an integer of minor units (øre, cents). */
export interface Amount {
  currency: Currency;
  value: number;
}

export type UserFlow = 'WEB_REDIRECT' | 'NATIVE_REDIRECT' | 'PUSH_MESSAGE' | 'QR';

/** `WALLET` is the app; `CARD` is a free-standing card payment, WEB_REDIRECT only and not in the test environment. */
export type PaymentMethodType = 'WALLET' | 'CARD';

/** One of the three. `phoneNumber` is an MSISDN: country code and number, digits only (`4791234567`). */
export type Customer = { phoneNumber: string } | { personalQr: string } | { customerToken: string };

/** `POST /epayment/v1/payments`. Source: OpenAPI `CreatePaymentRequest` 1.4.1 and the provider's site. */
export interface CreatePaymentRequest {
  /** At least 100 (one krone). */
  amount: Amount;
  paymentMethod: { type: PaymentMethodType };
  /**
   * 8 to 50 letters, digits and dashes, unique for the merchant serial number for ever, also after a failure:
   * a new try needs a new reference. No personal data.
   */
  reference: string;
  userFlow: UserFlow;
  /** Required for WEB_REDIRECT; https. Used for success and failure alike, and tells nothing about which. */
  returnUrl?: string;
  /** 3 to 100 characters, shown in the app, in the payer's history and in settlement files. See `sanitizeDescription`. */
  paymentDescription?: string;
  customer?: Customer;
  customerInteraction?: 'CUSTOMER_PRESENT' | 'CUSTOMER_NOT_PRESENT';
  /** `scope`: user data to ask the payer for, e.g. `name phoneNumber`. */
  profile?: { scope?: string };
  /** RFC 3339; only with PUSH_MESSAGE or QR, and only with `receipt`. */
  expiresAt?: string;
  qrFormat?: { format: 'TEXT/TARGETURL' | 'IMAGE/SVG+XML' | 'IMAGE/PNG'; size?: number };
  /** The order-management API's `Receipt`. */
  receipt?: Readonly<Record<string, unknown>>;
  receiptUrl?: string;
  /** At most 5 entries; keys up to 100, values up to 500 characters. Comes back with `retrieve`. */
  metadata?: Readonly<Record<string, string>>;
  industryData?: Readonly<Record<string, unknown>>;
}

/** The body of capture and refund. */
export interface ModificationRequest {
  modificationAmount: Amount;
}

/** Test environment only. The test user must have approved one payment by hand before. */
export interface ForceApproveRequest {
  customer: Customer;
  /** The `token` of the redirect URL. */
  token?: string;
}

export type WebhookEventType = `epayments.payment.${
  | 'created'
  | 'aborted'
  | 'expired'
  | 'cancelled'
  | 'captured'
  | 'refunded'
  | 'authorized'
  | 'terminated'}.v1`;

/** `POST /webhooks/v1/webhooks`. */
export interface RegisterWebhookRequest {
  /** https, without redirects. The signature covers this host, path and query as the provider calls them. */
  url: string;
  /** Event types; those of other APIs may be given too. */
  events: readonly (WebhookEventType | (string & {}))[];
}

export interface CallOptions {
  signal?: AbortSignal;
  /** For each try. */
  timeoutMs?: number;
}

export interface IdempotentCallOptions extends CallOptions {
  /** Required by the provider: 1 to 50 printable ASCII characters, one per intent, the same on every repeat of it. */
  idempotencyKey: string;
}
