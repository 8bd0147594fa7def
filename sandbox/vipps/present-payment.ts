import { landingUrl } from './create-payment.ts';
import { referencesOf, takeFault } from './faults.ts';
import type { PaymentRecord } from './model.ts';
import type { Vipps } from './vipps.ts';

/** The body of `GET /epayment/v1/payments/{reference}`, as the faults want it told. */
export function presentPayment(vipps: Vipps, payment: PaymentRecord) {
  const references = referencesOf(payment);
  const lie = (name: string) => takeFault(vipps.context, name, references) !== undefined;
  const { metadata, amount } = payment.request;
  const state = lie('status') ? 'SOMETHING_NEW' : payment.state;
  const currency = lie('currency') ? (amount.currency === 'NOK' ? 'EUR' : 'NOK') : amount.currency;
  const wrongAmount = lie('amount');
  const shown = (value: number) => (wrongAmount && value > 0 ? Math.abs(value - 100) || 1 : value);
  return {
    ...presentModification(payment, currency, shown),
    state,
    paymentMethod: { type: payment.request.paymentMethod.type },
    profile: {},
    ...(payment.state === 'CREATED' &&
      payment.request.userFlow === 'WEB_REDIRECT' && { redirectUrl: landingUrl(vipps, payment) }),
    ...(metadata && { metadata }),
  };
}

/** What capture, cancel and refund answer. `amount` is the payment's. */
export function presentModification(
  payment: PaymentRecord,
  currency: string = payment.request.amount.currency,
  shown: (value: number) => number = (value) => value,
) {
  const money = (value: number) => ({ currency, value: shown(value) });
  return {
    aggregate: {
      authorizedAmount: money(payment.authorized),
      cancelledAmount: money(payment.cancelled),
      capturedAmount: money(payment.captured),
      refundedAmount: money(payment.refunded),
    },
    amount: money(payment.request.amount.value),
    state: payment.state,
    pspReference: payment.pspReference,
    reference: payment.reference,
  };
}
