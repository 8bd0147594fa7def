import { isClosed, type PaymentRecord } from './model.ts';
import { authorize, expire } from './settle.ts';
import type { Vipps } from './vipps.ts';

/** A payment as it is now: what has run out since it was last seen has. */
export function findPayment(vipps: Vipps, msn: string, reference: string): PaymentRecord | undefined {
  const payment = vipps.payments.get(`${msn}.${reference}`);
  return payment && upToDate(vipps, payment);
}

/** For pages and books, which know no sales unit. */
export function findBy(vipps: Vipps, fits: (payment: PaymentRecord) => boolean): PaymentRecord | undefined {
  const payment = vipps.payments.values().find(fits);
  return payment && upToDate(vipps, payment);
}

/** Looks after a payment when its time is out, also when nobody asks. */
export function watch(vipps: Vipps, { id }: PaymentRecord): void {
  const payment = vipps.payments.get(id);
  if (!payment || isClosed(payment)) return;
  const due = Date.parse(payment.unknownUntil ?? payment.expiresAt);
  vipps.courier.later(Math.max(0, due - vipps.context.now().getTime()) + 10, () => {
    const current = vipps.payments.get(id);
    const settled = current && upToDate(vipps, current);
    // The payer may have got more time meanwhile.
    if (settled && !isClosed(settled) && isDue(vipps, payment)) watch(vipps, settled);
  });
}

function upToDate(vipps: Vipps, payment: PaymentRecord): PaymentRecord {
  if (isClosed(payment) || !isDue(vipps, payment)) return payment;
  return payment.unknownUntil === undefined
    ? expire(vipps, payment).payment
    : authorize(vipps, payment, {}).payment;
}

function isDue({ context }: Vipps, { unknownUntil, expiresAt }: PaymentRecord): boolean {
  return Date.parse(unknownUntil ?? expiresAt) <= context.now().getTime();
}
