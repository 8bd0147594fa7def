import type { Charge, PaymentRecord, Refund, Reservation, WebhookEvent } from './model.ts';
import type { Nets } from './nets.ts';
import { problemBody } from './replies.ts';
import type { Address, EventName, OrderItem } from './schemas.ts';
import { nexiTimestamp } from './timestamps.ts';

/** Key sets follow specs/nexi-checkout/webhooks; these two alone say `merchantNumber`, the others `merchantId`. */
const saysMerchantNumber = new Set<EventName>([
  'payment.charge.created.v2',
  'payment.reservation.created.v2',
]);

/** Makes the bodies of a payment's events. Those without a fixture are marked unverified. */
export function webhookEvents(nets: Nets, payment: PaymentRecord) {
  const event = (name: EventName, data: Record<string, unknown>): WebhookEvent => {
    const id = nets.context.randomHex(16);
    const merchantKey = saysMerchantNumber.has(name) ? 'merchantNumber' : 'merchantId';
    const timestamp = nexiTimestamp(nets.context.now().toISOString());
    const body = {
      id,
      event: name,
      timestamp,
      [merchantKey]: payment.merchantNumber,
      data: { ...data, paymentId: payment.paymentId },
    };
    return { id, event: name, body };
  };
  const { currency, items, reference } = payment.order;
  const money = (amount: number) => ({ amount, currency });
  const order = () => ({
    amount: money(payment.order.amount),
    reference: reference ?? '',
    orderItems: items,
  });
  const reconciliationReference = () => nets.context.randomHex(12);

  return {
    /** Unverified shape. */
    created: () => event('payment.created', { order: order(), myReference: payment.myReference ?? '' }),
    reserved: ({ card, amount, reserveId, threeDSecure }: Reservation) => [
      event('payment.reservation.created', {
        cardDetails: {
          creditDebitIndicator: 'C',
          expiryMonth: card.expiryMonth,
          expiryYear: card.expiryYear,
          issuerCountry: 'NO',
          truncatedPan: card.maskedPan,
          ...(threeDSecure && { threeDSecure: threeDSecureDetails }),
        },
        paymentMethod: card.brand,
        paymentType: 'CARD',
        consumer: { ...consumerOf(payment), merchantReference: payment.checkout.consumer?.reference ?? '' },
        reservationReference: '',
        reserveId,
        myReference: payment.myReference ?? '',
        reconciliationReference: reconciliationReference(),
        amount: money(amount),
      }),
      event('payment.reservation.created.v2', {
        paymentMethod: card.brand,
        paymentType: 'CARD',
        subscriptionId: '',
        myReference: payment.myReference ?? '',
        reconciliationReference: reconciliationReference(),
        amount: money(amount),
      }),
    ],
    /** Unverified shape. */
    reservationFailed: (code: string, message: string) =>
      event('payment.reservation.failed', {
        error: problemBody(code, message),
        orderItems: items,
        amount: money(payment.order.amount),
      }),
    checkoutCompleted: () => {
      const { firstName, lastName } = payment.checkout.consumer?.privatePerson ?? {};
      const consumer = { firstName: firstName ?? '', lastName: lastName ?? '', ...consumerOf(payment) };
      return event('payment.checkout.completed', { order: order(), consumer });
    },
    charged: ({ chargeId, amount, orderItems }: Charge) =>
      event('payment.charge.created.v2', {
        chargeId,
        orderItems,
        paymentMethod: payment.reservation?.card.brand ?? '',
        paymentType: 'CARD',
        amount: money(amount),
      }),
    chargeFailed: (amount: number, orderItems: OrderItem[]) =>
      event('payment.charge.failed', {
        error: problemBody('99', 'Refused by issuer'),
        chargeId: nets.context.randomHex(16),
        orderItems,
        invoiceDetails: noInvoice,
        reconciliationReference: reconciliationReference(),
        amount: money(amount),
      }),
    refundInitiated: ({ refundId, amount, orderItems }: Refund) =>
      event('payment.refund.initiated.v2', {
        reconciliationReference: reconciliationReference(),
        executed: nets.context.now().toISOString(),
        paymentActionId: refundId,
        orderItems,
        amount: money(amount),
      }),
    refundCompleted: ({ refundId, amount }: Refund) =>
      event('payment.refund.completed', { refundId, invoiceDetails: noInvoice, amount: money(amount) }),
    refundFailed: ({ refundId, amount }: Refund) =>
      event('payment.refund.failed', {
        error: problemBody('99', 'Refused by issuer'),
        refundId,
        invoiceDetails: noInvoice,
        reconciliationReference: reconciliationReference(),
        amount: money(amount),
      }),
    /** Unverified shape. */
    cancelled: (amount: number) =>
      event('payment.cancel.created', {
        cancelId: nets.context.randomHex(16),
        orderItems: items,
        amount: money(amount),
      }),
  };
}

const threeDSecureDetails = {
  acsUrl: 'https://acs.example.com',
  authenticationEnrollmentStatus: 'Y',
  authenticationStatus: 'Y',
  eci: '05',
};

const noInvoice = {
  accountNumber: '',
  distributionType: '',
  invoiceDueDate: '',
  invoiceNumber: '',
  ocrOrkid: '',
  ourReference: '',
  yourReference: '',
};

/** Note `postcode` here against `postalCode` everywhere else; `phoneNumber` is absent when unknown. */
function consumerOf({ checkout: { consumer, countryCode } }: PaymentRecord) {
  const receiverLine = [consumer?.privatePerson?.firstName, consumer?.privatePerson?.lastName]
    .filter(Boolean)
    .join(' ');
  const address = (given: Address | undefined) => ({
    addressLine1: given?.addressLine1 ?? '',
    addressLine2: given?.addressLine2 ?? '',
    city: given?.city ?? '',
    country: given?.country ?? '',
    postcode: given?.postalCode ?? '',
    receiverLine,
  });
  return {
    billingAddress: address(consumer?.billingAddress ?? consumer?.shippingAddress),
    country: consumer?.shippingAddress?.country ?? countryCode ?? '',
    email: consumer?.email ?? '',
    ip: '127.0.0.1',
    ...(consumer?.phoneNumber && { phoneNumber: consumer.phoneNumber }),
    shippingAddress: address(consumer?.shippingAddress),
  };
}
