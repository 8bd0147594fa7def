import { hostedPageUrl } from './create-payment.ts';
import { referencesOf, takeFault } from './faults.ts';
import { findMerchantByNumber } from './merchants.ts';
import { type PaymentRecord, sumsOf } from './model.ts';
import type { Nets } from './nets.ts';
import { nexiTimestamp } from './timestamps.ts';

/**
 * The body of `GET /v1/payments/{id}`. There is no status field; members of `summary` are absent when zero,
 * as are `charges`, `refunds`, `paymentDetails` (before a reservation), `terminated` and `myReference`.
 */
export function presentPayment(nets: Nets, payment: PaymentRecord) {
  const references = referencesOf(payment);
  const lie = (name: string) => takeFault(nets.context, name, references) !== undefined;
  const wrongAmount = lie('amount');
  const shown = (amount: number) => (wrongAmount && amount > 0 ? Math.abs(amount - 100) || 1 : amount);
  const { reserved, charged, refunded, cancelled } = sumsOf(payment);
  const { order, checkout, reservation, charges, refunds, myReference } = payment;
  const currency = lie('currency') ? (order.currency === 'NOK' ? 'EUR' : 'NOK') : order.currency;
  const unknown = lie('status');
  const merchant = findMerchantByNumber(payment.merchantNumber);

  return {
    payment: {
      paymentId: payment.paymentId,
      summary: unknown
        ? {}
        : withoutZeros({
            reservedAmount: shown(reserved),
            chargedAmount: shown(charged),
            refundedAmount: refunded,
            cancelledAmount: cancelled,
          }),
      consumer: presentConsumer(payment),
      ...(reservation && {
        paymentDetails: {
          paymentType: 'CARD',
          paymentMethod: lie('method') ? 'UnionPay' : reservation.card.brand,
          invoiceDetails: {},
          cardDetails: {
            maskedPan: reservation.card.maskedPan,
            expiryDate: `${reservation.card.expiryMonth}${reservation.card.expiryYear}`,
          },
        },
      }),
      ...(unknown && {
        paymentDetails: { paymentType: 'SOMETHING-NEW', state: { phase: 7 } },
        state: 'SOMETHING-NEW',
      }),
      orderDetails: {
        amount: shown(order.amount),
        currency,
        ...(order.reference && { reference: order.reference }),
      },
      checkout: {
        url: checkout.url ?? (merchant ? hostedPageUrl(nets, merchant, payment) : null),
        cancelUrl: checkout.cancelUrl ?? null,
      },
      created: nexiTimestamp(payment.createdAt),
      ...(payment.terminatedAt && { terminated: nexiTimestamp(payment.terminatedAt) }),
      ...(charges.length > 0 && {
        charges: charges.map(({ chargeId, amount, createdAt, orderItems }) => ({
          chargeId,
          amount,
          created: nexiTimestamp(createdAt),
          orderItems,
        })),
      }),
      ...(refunds.length > 0 && {
        refunds: refunds.map(({ refundId, amount, state, lastUpdated, orderItems }) => ({
          refundId,
          amount,
          state,
          lastUpdated: nexiTimestamp(lastUpdated),
          orderItems,
        })),
      }),
      ...(myReference !== undefined && { myReference }),
    },
  };
}

function presentConsumer({ checkout: { consumer } }: PaymentRecord) {
  if (!consumer) return { shippingAddress: {}, billingAddress: {}, privatePerson: {}, company: {} };
  const contact = {
    ...(consumer.reference !== undefined && { merchantReference: consumer.reference }),
    ...(consumer.email !== undefined && { email: consumer.email }),
    ...(consumer.phoneNumber && { phoneNumber: consumer.phoneNumber }),
  };
  return {
    shippingAddress: consumer.shippingAddress ?? {},
    billingAddress: consumer.billingAddress ?? {},
    privatePerson: consumer.company ? {} : { ...contact, ...consumer.privatePerson },
    company: consumer.company ? { ...contact, name: consumer.company.name } : {},
  };
}

function withoutZeros(amounts: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0));
}
