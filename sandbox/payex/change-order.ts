import { checkInstrument, reusedReference } from './create-order.ts';
import { findInstrument } from './instruments.ts';
import { findMerchantById } from './merchants.ts';
import type { OrderRecord } from './model.ts';
import { isOffered, type Rel } from './operations.ts';
import { type Payex, record } from './payex.ts';
import { presentOrder } from './present-order.ts';
import { forbidden, type Reply } from './replies.ts';
import { type ChangeBody, changeSchema, checkSums, parseBody } from './schemas.ts';

/** `PATCH /psp/paymentorders/{id}`: what the body asks for must be offered now. */
export function changeOrder(payex: Payex, order: OrderRecord, body: unknown): Reply {
  const parsed = parseBody(changeSchema, body);
  if (!parsed.ok) return parsed.reply;
  const change = parsed.value.paymentorder;
  if (!isOffered(order, rels[change.operation])) {
    return forbidden(`${change.operation} is not available for a payment order in this state.`);
  }
  const next = apply(payex, order, change);
  return 'id' in next ? { status: 200, body: presentOrder(payex, next) } : next;
}

const rels: Record<ChangeBody['operation'], Rel> = {
  Abort: 'abort',
  PaymentAttemptAborted: 'abort-paymentattempt',
  SetInstrument: 'set-instrument',
  UpdateOrder: 'update-order',
};

function apply(payex: Payex, order: OrderRecord, change: ChangeBody): OrderRecord | Reply {
  switch (change.operation) {
    case 'Abort':
      return abort(payex, order, change.abortReason);
    case 'PaymentAttemptAborted':
      return abortAttempt(payex, order);
    case 'SetInstrument': {
      const wrong = checkInstrument(
        findMerchantById(order.payeeId),
        change.instrument,
        order.request.currency,
      );
      const instrument = findInstrument(change.instrument)?.name;
      if (wrong || !instrument) return wrong ?? reusedReference('PaymentOrder.Instrument');
      const event = { name: 'PaymentInstrumentSet', instrument, initiatedBy: 'Payee' as const };
      return record(payex, order, { instrument, attempt: undefined }, `bare ${instrument}`, event);
    }
    case 'UpdateOrder': {
      const wrong = checkSums(change);
      if (wrong) return wrong;
      const { operation: _, ...sums } = change;
      const request = { ...order.request, ...sums };
      // A payer at the issuer's page would otherwise approve another sum than was shown.
      return record(payex, order, { request, attempt: undefined }, `beløpet endret til ${sums.amount}`);
    }
  }
}

/** Ends the payment order before it is paid: by the merchant, or by the payer's cancel. */
export function abort(payex: Payex, order: OrderRecord, abortReason: string): OrderRecord {
  return record(
    payex,
    order,
    { status: 'Aborted', abortReason, attempt: undefined },
    `avbrutt: ${abortReason}`,
  );
}

/** Back to the menu. */
export function abortAttempt(payex: Payex, order: OrderRecord): OrderRecord {
  const { attempt } = order;
  if (!attempt) return order;
  const { instrument, number } = attempt;
  return record(payex, order, { attempt: undefined }, `forsøk med ${instrument} avbrutt`, {
    name: 'PaymentAttemptAborted',
    instrument,
    number,
    amount: order.request.amount,
    initiatedBy: 'Payer',
  });
}
