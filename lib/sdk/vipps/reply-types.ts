import type { Amount, PaymentMethodType, WebhookEventType } from './request-types.ts';

/** An amount as the provider tells it; a currency outside ours is kept as it came. */
export interface RepliedAmount {
  currency: Amount['currency'] | (string & {});
  value: number;
}

export interface CreatedPayment {
  reference: string;
  /** Where to send the payer. Absent for PUSH_MESSAGE only. */
  redirectUrl?: string;
}

export interface RedirectPayment extends CreatedPayment {
  redirectUrl: string;
}

export type PaymentState = 'CREATED' | 'AUTHORIZED' | 'ABORTED' | 'EXPIRED' | 'TERMINATED';

/** Sums since the beginning, all in the payment's currency. This, not `state`, tells of capture, cancel and refund. */
export interface Aggregate {
  authorizedAmount: RepliedAmount;
  cancelledAmount: RepliedAmount;
  capturedAmount: RepliedAmount;
  refundedAmount: RepliedAmount;
}

/** A payment as `retrieve` gives it. */
export interface Payment {
  reference: string;
  pspReference: string;
  amount: RepliedAmount;
  /** One of PaymentState; any other word is kept as it came, see `deriveStatus`. */
  state: PaymentState | (string & {});
  aggregate: Aggregate;
  paymentMethod?: { type?: PaymentMethodType | (string & {}); cardBin?: string };
  /** `sub` for the Userinfo API when a scope was asked for. */
  profile?: { sub?: string };
  redirectUrl?: string;
  metadata?: Record<string, string> | null;
}

/** What capture, cancel and refund answer: the payment after them. */
export interface Modification {
  reference: string;
  pspReference: string;
  amount: RepliedAmount;
  state: PaymentState | (string & {});
  aggregate: Aggregate;
}

export type PaymentEventName =
  | 'CREATED'
  | 'ABORTED'
  | 'EXPIRED'
  | 'CANCELLED'
  | 'CAPTURED'
  | 'REFUNDED'
  | 'AUTHORIZED'
  | 'TERMINATED';

/** One line of the event log. */
export interface PaymentEvent {
  reference: string;
  pspReference: string;
  name: PaymentEventName | (string & {});
  amount: RepliedAmount;
  /** RFC 3339. */
  timestamp: string;
  /** The key of the call that made it. */
  idempotencyKey?: string | null;
  success: boolean;
}

export interface RegisteredWebhook {
  id: string;
  /** Shown this once. The key of the signatures, used as it is written. */
  secret: string;
}

export interface Webhook {
  id: string;
  url: string;
  events: (WebhookEventType | (string & {}))[];
}
