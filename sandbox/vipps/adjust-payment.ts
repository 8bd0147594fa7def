import type { Call } from './api-routes.ts';
import type { PaymentRecord } from './model.ts';
import { presentModification } from './present-payment.ts';
import { parseBody, problem, type Reply, type Title } from './replies.ts';
import { modificationSchema } from './schemas.ts';
import { change, type NewEvent, type Vipps } from './vipps.ts';

const day = 24 * 3_600_000;

/** `POST …/capture`: all or a part of what is authorised and left, within 180 days. */
export function capturePayment(vipps: Vipps, payment: PaymentRecord, call: Call): Reply {
  const amount = readAmount(vipps, payment, call);
  if (typeof amount !== 'number') return amount;
  const left = payment.authorized - payment.captured - payment.cancelled;
  if (payment.state !== 'AUTHORIZED') return refuse(vipps, 'captureBeforeReservation');
  if (payment.captured === 0 && payment.cancelled === payment.authorized) {
    return refuse(vipps, 'captureCancelled');
  }
  if (isOver(vipps, payment.authorizedAt, 180)) return refuse(vipps, 'capturePeriodExpired');
  if (amount > left) return refuse(vipps, 'captureTooHigh', `At most ${left} can be captured.`);
  const { idempotencyKey } = call;
  const capturedAt = vipps.context.now().toISOString();
  return modify(vipps, payment, { captured: payment.captured + amount, capturedAt }, `belastet ${amount}`, {
    name: 'CAPTURED',
    amount,
    idempotencyKey,
  });
}

/** `POST …/refund`: all or a part of what is captured and left, within 365 days. */
export function refundPayment(vipps: Vipps, payment: PaymentRecord, call: Call): Reply {
  const amount = readAmount(vipps, payment, call);
  if (typeof amount !== 'number') return amount;
  const left = payment.captured - payment.refunded;
  if (payment.state !== 'AUTHORIZED') return refuse(vipps, 'refundBeforeReservation');
  if (payment.captured > 0 && left === 0) return refuse(vipps, 'alreadyRefunded');
  if (isOver(vipps, payment.capturedAt, 365)) return refuse(vipps, 'refundPeriodExpired');
  if (amount > left) return refuse(vipps, 'notEnoughRefundable', `At most ${left} can be refunded.`);
  const { idempotencyKey } = call;
  return modify(vipps, payment, { refunded: payment.refunded + amount }, `refundert ${amount}`, {
    name: 'REFUNDED',
    amount,
    idempotencyKey,
  });
}

/** `POST …/cancel`: ends an unanswered payment, or releases what is not captured. Refused while the payer is in the app. */
export function cancelPayment(vipps: Vipps, payment: PaymentRecord, { idempotencyKey }: Call): Reply {
  const { state, authorized, captured, cancelled } = payment;
  if (state === 'CREATED') {
    if (payment.payerAt !== 'landing' || payment.unknownUntil) return refuse(vipps, 'cancelPending');
    const amount = payment.request.amount.value;
    return modify(vipps, payment, { state: 'TERMINATED', cancelled: amount }, 'avsluttet av brukerstedet', {
      name: 'TERMINATED',
      amount,
      idempotencyKey,
    });
  }
  const left = authorized - captured - cancelled;
  if (state !== 'AUTHORIZED') return refuse(vipps, 'cancelNonReserved');
  if (left === 0) return refuse(vipps, captured > 0 ? 'cancelCaptured' : 'cancelNonReserved');
  if (isOver(vipps, payment.authorizedAt, 180)) return refuse(vipps, 'cancelPeriodExpired');
  return modify(vipps, payment, { cancelled: cancelled + left }, `frigitt ${left}`, {
    name: 'CANCELLED',
    amount: left,
    idempotencyKey,
  });
}

function modify(
  vipps: Vipps,
  payment: PaymentRecord,
  changes: Partial<PaymentRecord>,
  what: string,
  event: NewEvent,
): Reply {
  const { payment: next } = change(vipps, payment, changes, what, [event]);
  const pspReference = next.events.at(-1)?.pspReference ?? next.pspReference;
  return { status: 200, body: { ...presentModification(next), pspReference } };
}

/** The amount to modify by, in the payment's currency, or what is wrong with it. */
function readAmount(vipps: Vipps, payment: PaymentRecord, { body }: Call): number | Reply {
  const parsed = parseBody(vipps.context, modificationSchema, body, () => 'amountInvalid');
  if (!parsed.ok) return parsed.reply;
  const { currency, value } = parsed.value.modificationAmount;
  if (currency !== payment.request.amount.currency) {
    return refuse(vipps, 'amountInvalid', `The payment is in ${payment.request.amount.currency}.`);
  }
  return value > 0 ? value : refuse(vipps, 'amountTooSmall');
}

function refuse({ context }: Vipps, title: Title, detail?: string): Reply {
  return problem(context, title, detail === undefined ? {} : { detail });
}

function isOver({ context }: Vipps, since: string | undefined, days: number): boolean {
  return since !== undefined && context.now().getTime() - Date.parse(since) > days * day;
}
