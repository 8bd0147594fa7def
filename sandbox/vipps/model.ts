import type { CreatePaymentBody } from './schemas.ts';

export type State = 'CREATED' | 'AUTHORIZED' | 'ABORTED' | 'EXPIRED' | 'TERMINATED';
export type EventName =
  | 'CREATED'
  | 'AUTHORIZED'
  | 'ABORTED'
  | 'EXPIRED'
  | 'TERMINATED'
  | 'CANCELLED'
  | 'CAPTURED'
  | 'REFUNDED';

/** One payment in the books (`vipps.payments`). All amounts are minor units of `request.amount.currency`. */
export interface PaymentRecord {
  /** `msn.reference`: a reference is unique per sales unit, for ever. */
  id: string;
  msn: string;
  reference: string;
  pspReference: string;
  /** In the address of the landing page. */
  token: string;
  createdAt: string;
  request: CreatePaymentBody;
  state: State;
  authorized: number;
  cancelled: number;
  captured: number;
  refunded: number;
  authorizedAt?: string;
  capturedAt?: string;
  /** When an unanswered payment runs out: 5 minutes to open it, and 5 more to answer. */
  expiresAt: string;
  /** Where the payer is. In the app the merchant cannot cancel. */
  payerAt: 'landing' | 'app' | 'sca';
  /** Approved, but the outcome is not known before then. */
  unknownUntil?: string;
  events: EventRecord[];
  /** What happened, for the books page. */
  history: { at: string; what: string }[];
}

/** One line of the event log, and the body of a webhook but for the `msn`. */
export interface EventRecord {
  reference: string;
  pspReference: string;
  name: EventName;
  amount: { currency: string; value: number };
  timestamp: string;
  /** The key of the call that made it; null when the payer or time did. */
  idempotencyKey: string | null;
  success: boolean;
}

/** A registered webhook (`vipps.webhooks`). */
export interface WebhookRecord {
  id: string;
  msn: string;
  url: string;
  events: string[];
  secret: string;
}

/** An access token that was handed out (`vipps.tokens`, by the token itself). */
export interface TokenRecord {
  msn: string;
  expiresAt: string;
}

/** The reply that a key was answered with, and what it was asked. */
export interface KeptReply {
  body: string;
  reply: { status: number; body?: unknown };
}

export const openMinutes = 5;
export const answerMinutes = 5;

export function isClosed({ state }: PaymentRecord): boolean {
  return state !== 'CREATED';
}
