import { splitFault } from '../take-fault.ts';
import { futureExpiry, testCards } from './cards.ts';
import { referencesOf, takeFault } from './faults.ts';
import type { PaymentRecord } from './model.ts';
import { type Nets, record } from './nets.ts';
import { payWithCard } from './pay-payment.ts';

/**
 * What a provider must not do, and does: a payment that it has terminated is paid after all, by a payer who pressed the button
 * in the same second. Undefined when it is not terminated.
 */
export async function comeAlive(nets: Nets, paymentId: string): Promise<PaymentRecord | undefined> {
  const payment = nets.payments.get(paymentId);
  if (!payment?.terminatedAt) return undefined;
  const open = record(nets, payment, { terminatedAt: undefined }, 'betales likevel');
  await payWithCard(nets, open, {
    cardNumber: testCards[0]?.pan ?? '',
    expiry: futureExpiry(nets.context.now()),
    cvc: '123',
  });
  return nets.payments.get(paymentId);
}

/** The fault `captured-after-failed`, when a payment has just been terminated. */
export function comeAliveLater(nets: Nets, payment: PaymentRecord): void {
  const fault = takeFault(nets.context, 'captured-after-failed', referencesOf(payment));
  if (fault === undefined) return;
  const { ms } = splitFault(fault, 3_000);
  nets.courier.later(ms, async () => void (await comeAlive(nets, payment.paymentId)));
}
