import { log } from '@/lib/core/log.ts';
import type { Currency } from '@/lib/core/money.ts';
import { minor } from '@/lib/core/money.ts';
import type { Attempt } from '@/lib/payments/attempt.ts';
import type { Evidence, OpenProvider, PaymentRef, ReturnQuery } from '@/lib/payments/provider.ts';

/** Undefined when no clear answer came; that changes nothing but when we ask again. */
export async function askProvider(
  provider: OpenProvider,
  ref: PaymentRef,
  returned?: ReturnQuery,
): Promise<Evidence | undefined> {
  const { answer } = await clearAnswer(provider, ref.reference, async () => provider.fetch?.(ref, returned));
  return answer;
}

/** What was answered; nothing when the provider gave no clear answer. */
export async function clearAnswer<T>(
  provider: OpenProvider,
  reference: string,
  ask: () => Promise<T>,
): Promise<{ answer?: T; isClear: boolean }> {
  try {
    return { answer: await ask(), isClear: true };
  } catch (error) {
    log.warn({ err: error, provider: provider.id, reference }, 'the provider gave no clear answer');
    return { isClear: false };
  }
}

export function paymentRef(attempt: Attempt): PaymentRef | undefined {
  const { providerPaymentId } = attempt;
  return providerPaymentId ? { providerPaymentId, ...paymentPromise(attempt) } : undefined;
}

export function paymentPromise({
  reference,
  amountMinor,
  currency,
}: Attempt): Omit<PaymentRef, 'providerPaymentId'> {
  return { reference, amountMinor: minor(amountMinor), currency: currency as Currency };
}

/** Whether asking alone does not bring everything: then no message may be lost with the process that stored it. */
export function mustHear({ fetch, find }: OpenProvider): boolean {
  return !fetch || find !== undefined;
}
