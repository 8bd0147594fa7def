import type { Collection, SandboxContext } from '../context.ts';
import type { Courier, Delivery } from './courier.ts';
import type { PaymentRecord, UsedCard } from './model.ts';
import type { Wire } from './wire.ts';

/** What every part of the party works on: the context, the books and the one who brings callbacks. */
export interface Dibs {
  context: SandboxContext;
  wire: Wire;
  /** Absolute address of one of its pages, e.g. `page('/payment')`. */
  page(path: string): string;
  payments: Collection<PaymentRecord>;
  tickets: Collection<{ id: string; merchantId: string; card: UsedCard }>;
  deliveries: Collection<Delivery>;
  courier: Courier;
}

/** Writes a changed payment with a line of history, and gives it back. */
export function record(
  dibs: Dibs,
  payment: PaymentRecord,
  changes: Partial<PaymentRecord>,
  what: string,
): PaymentRecord {
  const next: PaymentRecord = {
    ...payment,
    ...changes,
    history: [...payment.history, { at: dibs.context.now().toISOString(), what }],
  };
  dibs.payments.set(next.id, next);
  return next;
}

/** Ten digits that no other transaction or ticket has. */
export function newNumber(dibs: Dibs): string {
  return String(1_000_000_000 + (Number.parseInt(dibs.context.randomHex(6), 16) % 9_000_000_000));
}
