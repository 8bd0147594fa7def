import type { Collection, SandboxContext } from '../context.ts';
import type { Courier, Delivery, SendOptions, SentBatch } from './courier.ts';
import type { EventName, KeptReply, PaymentRecord, TokenRecord, WebhookRecord } from './model.ts';

/** What every part of the party works on: the context, the books and the one who brings webhooks. */
export interface Vipps {
  context: SandboxContext;
  payments: Collection<PaymentRecord>;
  webhooks: Collection<WebhookRecord>;
  tokens: Collection<TokenRecord>;
  /** Replies kept per `Idempotency-Key`. */
  replies: Collection<KeptReply>;
  deliveries: Collection<Delivery>;
  courier: Courier;
}

export interface NewEvent {
  name: EventName;
  amount: number;
  idempotencyKey?: string;
}

/** Writes a changed payment with its events and a line of history, and tells those who listen. */
export function change(
  vipps: Vipps,
  payment: PaymentRecord,
  changes: Partial<PaymentRecord>,
  what: string,
  events: NewEvent[] = [],
  options: SendOptions = {},
): { payment: PaymentRecord; batch: SentBatch } {
  const at = vipps.context.now().toISOString();
  const { currency } = payment.request.amount;
  const records = events.map(({ name, amount, idempotencyKey = null }) => ({
    reference: payment.reference,
    // Whether a payment's operations share one is not known; a captured part has one of its own here.
    pspReference: name === 'CREATED' ? payment.pspReference : vipps.context.randomHex(10),
    name,
    amount: { currency, value: amount },
    timestamp: at,
    idempotencyKey,
    success: true,
  }));
  const next: PaymentRecord = {
    ...payment,
    ...changes,
    events: [...payment.events, ...records],
    history: [...payment.history, { at, what }],
  };
  vipps.payments.set(next.id, next);
  return { payment: next, batch: vipps.courier.send(next, records, options) };
}
