import { splitFault } from '../take-fault.ts';
import type { SendOptions } from './courier.ts';
import { referencesOf, takeFault } from './faults.ts';
import { findMerchant } from './merchants.ts';
import type { PaymentRecord } from './model.ts';
import { change, type NewEvent, type Vipps } from './vipps.ts';

/** The whole amount is reserved; where the sales unit captures by itself, also captured. */
export function authorize(vipps: Vipps, payment: PaymentRecord, options: SendOptions, capture = false) {
  const amount = payment.request.amount.value;
  const at = vipps.context.now().toISOString();
  const captures = capture || findMerchant(payment.msn)?.directCapture === true;
  const events: NewEvent[] = [{ name: 'AUTHORIZED', amount }];
  if (captures) events.push({ name: 'CAPTURED', amount });
  return change(
    vipps,
    payment,
    {
      state: 'AUTHORIZED',
      authorized: amount,
      authorizedAt: at,
      cancelled: 0,
      ...(captures && { captured: amount, capturedAt: at }),
      unknownUntil: undefined,
    },
    captures ? `reservert og belastet ${amount}` : `reservert ${amount}`,
    events,
    options,
  );
}

/** The payer said no. */
export function abort(vipps: Vipps, payment: PaymentRecord, options: SendOptions = {}) {
  return fail(vipps, payment, 'ABORTED', 'betaleren avbrøt', options);
}

/** Nobody answered in time. */
export function expire(vipps: Vipps, payment: PaymentRecord, options: SendOptions = {}) {
  return fail(vipps, payment, 'EXPIRED', 'utløpt', options);
}

/** What a provider must not do, and does: a payment that was told as failed is authorised, or captured, after all. */
export function comeAlive(vipps: Vipps, id: string, capture: boolean): PaymentRecord | undefined {
  const payment = vipps.payments.get(id);
  if (!payment || !['ABORTED', 'EXPIRED', 'TERMINATED'].includes(payment.state)) return undefined;
  return authorize(vipps, payment, {}, capture).payment;
}

function fail(
  vipps: Vipps,
  payment: PaymentRecord,
  name: 'ABORTED' | 'EXPIRED',
  what: string,
  options: SendOptions,
) {
  const amount = payment.request.amount.value;
  const result = change(vipps, payment, { state: name }, what, [{ name, amount }], options);
  const fault = takeFault(vipps.context, 'captured-after-failed', referencesOf(payment));
  if (fault === undefined) return result;
  const { kind, ms } = splitFault(fault, 3_000);
  const revive = () => comeAlive(vipps, payment.id, kind === 'captured');
  if (ms === 0) return { ...result, payment: revive() ?? result.payment };
  vipps.courier.later(ms, () => void revive());
  return result;
}
