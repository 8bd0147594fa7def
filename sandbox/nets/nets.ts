import type { Collection, SandboxContext } from '../context.ts';
import type { Courier, Delivery } from './courier.ts';
import type { PaymentRecord } from './model.ts';
import type { Reply } from './replies.ts';

/** What every part of the party works on: the context, the books and the one who brings webhooks. */
export interface Nets {
  context: SandboxContext;
  payments: Collection<PaymentRecord>;
  /** Replies kept per `Idempotency-Key`. */
  replies: Collection<Reply>;
  deliveries: Collection<Delivery>;
  courier: Courier;
}

/** Writes a changed payment with a line of history, and gives it back. */
export function record(
  nets: Nets,
  payment: PaymentRecord,
  changes: Partial<PaymentRecord>,
  what: string,
): PaymentRecord {
  const next: PaymentRecord = {
    ...payment,
    ...changes,
    history: [...payment.history, { at: nets.context.now().toISOString(), what }],
  };
  nets.payments.set(next.paymentId, next);
  return next;
}
