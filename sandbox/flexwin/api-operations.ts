import { type Dibs, record } from '../dibs/dibs.ts';
import { type PaymentRecord, sumsOf } from '../dibs/model.ts';
import { statusOf } from './status.ts';

/** What a function answers: a yes, or a published code with a word on what was wrong. */
export type Answer = { ok: true } | { ok: false; reason: number; message?: string };

export interface Asked {
  payment: PaymentRecord;
  amount: number;
  /** The reservation may be asked for anew. */
  force: boolean;
  /** It waits for a batch. */
  pending: boolean;
}

const yes: Answer = { ok: true };
const no = (reason: number, message?: string): Answer => ({ ok: false, reason, message });

const reservationMs = 7 * 86_400_000;

/** capture.cgi: once, at most what is reserved, within seven days or with `force`. */
export function capture(dibs: Dibs, { payment, amount, force, pending }: Asked): Answer {
  const status = statusOf(payment);
  if (status === 12) return no(14);
  if (status !== 2 && status !== 4) return no(6);
  if (amount > sumsOf(payment).reserved) return no(7);
  const age = dibs.context.now().getTime() - Date.parse(payment.createdAt);
  if (age > reservationMs && !force) return no(5);
  if (payment.transaction?.card.refusesCapture) {
    record(dibs, payment, { captureDeclined: true }, `belastning av ${amount} avslått`);
    return no(4);
  }
  const captures = [{ amount, at: dibs.context.now().toISOString(), pending }];
  record(
    dibs,
    payment,
    { captures, captureDeclined: false },
    `belastet ${amount}${pending ? ', i bunke' : ''}`,
  );
  return yes;
}

/** cancel.cgi: the whole reservation, before a capture, once. */
export function cancel(dibs: Dibs, { payment }: Asked): Answer {
  const status = statusOf(payment);
  if (status !== 2 && status !== 4) return no(6);
  const { reserved } = sumsOf(payment);
  record(dibs, payment, { cancelledAt: dibs.context.now().toISOString() }, `frigitt ${reserved}`);
  return yes;
}

/** refund.cgi: as often as wanted, never more than is captured. */
export function refund(dibs: Dibs, { payment, amount }: Asked): Answer {
  const { captured, refunded } = sumsOf(payment);
  if (captured === 0) return no(6);
  if (amount > captured - refunded) return no(7);
  const refunds = [...payment.refunds, { amount, at: dibs.context.now().toISOString(), pending: false }];
  record(dibs, payment, { refunds }, `refundert ${amount}`);
  return yes;
}
