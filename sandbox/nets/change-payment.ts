import { addsUp } from './amounts.ts';
import { comeAliveLater } from './come-alive.ts';
import { type PaymentRecord, sumsOf } from './model.ts';
import { type Nets, record } from './nets.ts';
import { noContent, problem, type Reply } from './replies.ts';
import {
  cancelSchema,
  myReferenceSchema,
  orderItemsSchema,
  parseBody,
  referenceInformationSchema,
} from './schemas.ts';
import { webhookEvents } from './webhook-events.ts';

/** `POST /v1/payments/{id}/cancels`: releases the whole reservation, before anything is charged. */
export function cancelPayment(nets: Nets, payment: PaymentRecord, body: unknown): Reply {
  const parsed = parseBody(cancelSchema, body);
  if (!parsed.ok) return parsed.reply;
  const { reserved, charged } = sumsOf(payment);
  if (payment.cancelledAt) return problem('AlreadyCancelled');
  if (!payment.reservation) return problem('NotReserved');
  if (charged > 0) return problem('AlreadyCharged');
  if (parsed.value.amount !== reserved) return problem('PartialCancelNotAllowed');
  const next = record(
    nets,
    payment,
    { cancelledAt: nets.context.now().toISOString() },
    `frigitt ${reserved}`,
  );
  nets.courier.send(next, [webhookEvents(nets, next).cancelled(reserved)]);
  return noContent;
}

/** `PUT …/terminate`: closes the page; refused after a reservation. Terminating again changes nothing. */
export function terminatePayment(nets: Nets, payment: PaymentRecord): Reply {
  if (payment.reservation) return problem('AlreadyReserved');
  if (!payment.terminatedAt) {
    const terminatedAt = nets.context.now().toISOString();
    comeAliveLater(nets, record(nets, payment, { terminatedAt, challenge: undefined }, 'avsluttet'));
  }
  return noContent;
}

/** `PUT …/orderitems`: a new order, before a reservation. */
export function changeOrderItems(nets: Nets, payment: PaymentRecord, body: unknown): Reply {
  const parsed = parseBody(orderItemsSchema, body);
  if (!parsed.ok) return parsed.reply;
  const { amount, items } = parsed.value;
  if (payment.reservation) return problem('AlreadyReserved');
  if (payment.terminatedAt) return problem('Unknown');
  if (!addsUp(amount, items)) return problem('AmountDiffers');
  // A payer at the issuer's page would otherwise approve another sum than was shown.
  record(
    nets,
    payment,
    { order: { ...payment.order, amount, items }, challenge: undefined },
    'ordrelinjer endret',
  );
  return noContent;
}

export function changeMyReference(nets: Nets, payment: PaymentRecord, body: unknown): Reply {
  const parsed = parseBody(myReferenceSchema, body);
  if (!parsed.ok) return parsed.reply;
  record(nets, payment, { myReference: parsed.value.myReference }, 'myReference endret');
  return noContent;
}

/** `PUT …/referenceinformation` `{checkoutUrl, reference}`; an embedded checkout stays on its domain. */
export function changeReferenceInformation(nets: Nets, payment: PaymentRecord, body: unknown): Reply {
  const parsed = parseBody(referenceInformationSchema, body);
  if (!parsed.ok) return parsed.reply;
  const { checkoutUrl, reference } = parsed.value;
  const { url } = payment.checkout;
  if (url && new URL(url).origin !== new URL(checkoutUrl).origin) return problem('CheckoutDomain');
  const checkout = url ? { ...payment.checkout, url: checkoutUrl } : payment.checkout;
  record(nets, payment, { order: { ...payment.order, reference }, checkout }, 'referanse endret');
  return noContent;
}
