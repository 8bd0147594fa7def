import type { PaymentEventName, RepliedAmount } from './reply-types.ts';

interface Envelope {
  /**
   * The same for every delivery of one event, and different for two events: the key against duplicates. There is no event
   * id, and whether `pspReference` differs between two captures of one payment is not written down, so this is made
   * of everything that tells events apart.
   */
  dedupeKey: string;
  /** The merchant serial number, as delivered. */
  msn: string | null;
  /** The whole body, unchanged. */
  raw: Readonly<Record<string, unknown>>;
}

/** An event of the ePayment API. A hint, not a proof: retrieve the payment. */
export interface PaymentWebhook extends Envelope {
  event: PaymentEventName;
  reference: string;
  pspReference: string;
  /** Of this event, not of the payment. */
  amount: RepliedAmount;
  /** RFC 3339, when it happened. */
  timestamp: string;
  /** The key of your call that made it; null when the payer or time did. */
  idempotencyKey: string | null;
  /** False when what the event is about did not come about. */
  success: boolean;
}

/** An event of a name this client does not know, or of another API: acknowledge it. */
export interface UnknownWebhook extends Envelope {
  event: 'unknown';
  eventName: string | null;
  /** Retrieve the payment when there is one. */
  reference: string | null;
}

export type WebhookEvent = PaymentWebhook | UnknownWebhook;
