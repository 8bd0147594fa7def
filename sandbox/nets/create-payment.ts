import { addsUp, magicDelayMs, magicErrorCode, magicReply } from './amounts.ts';
import { peekFault, referencesOf } from './faults.ts';
import type { Merchant } from './merchants.ts';
import type { PaymentRecord } from './model.ts';
import type { Nets } from './nets.ts';
import { problem, type Reply } from './replies.ts';
import { createPaymentSchema, parseBody } from './schemas.ts';
import { webhookEvents } from './webhook-events.ts';

/** `POST /v1/payments`: 201 `{paymentId, hostedPaymentPageUrl}`; 400 with `errors`; 1005 when the sums differ. */
export function createPayment(nets: Nets, merchant: Merchant, body: unknown): Reply & { delayMs?: number } {
  const parsed = parseBody(createPaymentSchema, body);
  if (!parsed.ok) return parsed.reply;
  const { order, checkout, myReference, notifications, paymentMethodsConfiguration } = parsed.value;
  if (!addsUp(order.amount, order.items)) return problem('AmountDiffers');
  const magic = magicErrorCode(order.amount);
  if (magic && peekFault(nets.context, 'magic', referencesOf({ order, myReference })) === undefined)
    return magicReply(magic);

  const createdAt = nets.context.now().toISOString();
  const payment: PaymentRecord = {
    paymentId: nets.context.randomHex(16),
    merchantNumber: merchant.number,
    createdAt,
    order,
    checkout,
    webHooks: notifications?.webHooks ?? [],
    paymentMethods: paymentMethodsConfiguration,
    myReference,
    charges: [],
    refunds: [],
    history: [{ at: createdAt, what: 'opprettet' }],
  };
  nets.payments.set(payment.paymentId, payment);
  nets.courier.send(payment, [webhookEvents(nets, payment).created()]);
  const hosted = checkout.integrationType === 'HostedPaymentPage';
  return {
    status: 201,
    body: {
      paymentId: payment.paymentId,
      ...(hosted && { hostedPaymentPageUrl: hostedPageUrl(nets, merchant, payment) }),
    },
    delayMs: magicDelayMs(order.amount),
  };
}

/** Where the payer pays; the portal may append `&language=nb-NO`. */
export function hostedPageUrl(nets: Nets, merchant: Merchant, { paymentId }: PaymentRecord): string {
  return nets.context.url(`/hostedpaymentpage/?checkoutKey=${merchant.checkoutKey}&paymentId=${paymentId}`);
}
