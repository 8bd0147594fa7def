import { addsUp } from './amounts.ts';
import { type Charge, type PaymentRecord, sumsOf } from './model.ts';
import { type Nets, record } from './nets.ts';
import { problem, type Reply } from './replies.ts';
import { chargeSchema, parseBody } from './schemas.ts';
import { webhookEvents } from './webhook-events.ts';

/** `POST /v1/payments/{id}/charges`: all or a part of what is reserved; 201 `{chargeId}`. */
export function chargePayment(nets: Nets, payment: PaymentRecord, body: unknown): Reply {
  const parsed = parseBody(chargeSchema, body);
  if (!parsed.ok) return parsed.reply;
  const { amount, orderItems = [] } = parsed.value;
  const { reserved, charged } = sumsOf(payment);
  if (amount === 0) return problem('ZeroCharge');
  if (payment.cancelledAt) return problem('AlreadyCancelled');
  if (!payment.reservation) return problem('NotReserved');
  if (charged >= reserved) return problem('AlreadyCharged');
  if (charged + amount > reserved) return problem('OverCharge');
  if (orderItems.length > 0 && !addsUp(amount, orderItems)) return problem('AmountDiffers');
  if (payment.reservation.card.refusesCharge) {
    const refused = record(nets, payment, {}, `belastning av ${amount} avslått`);
    nets.courier.send(refused, [webhookEvents(nets, refused).chargeFailed(amount, orderItems)]);
    return problem('ChargeFailed');
  }
  const charge = newCharge(nets, amount, orderItems);
  const next = record(nets, payment, { charges: [...payment.charges, charge] }, `belastet ${amount}`);
  nets.courier.send(next, [webhookEvents(nets, next).charged(charge)]);
  return { status: 201, body: { chargeId: charge.chargeId } };
}

export function newCharge(nets: Nets, amount: number, orderItems: Charge['orderItems']): Charge {
  return {
    chargeId: nets.context.randomHex(16),
    amount,
    createdAt: nets.context.now().toISOString(),
    orderItems,
  };
}
