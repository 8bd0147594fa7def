import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import type { CallFailure, OpenProvider } from '@/lib/payments/provider.ts';

/** Whether what came of a call shows when the provider is asked. */
export function canSee(
  { fetch, capabilities }: OpenProvider,
  { kind }: Pick<PaymentOperation, 'kind'>,
): boolean {
  return fetch !== undefined && !(capabilities.blindTo ?? []).some((one) => one === kind);
}

/** Whether it may be sent again although it may have been carried out. */
export function maySendAgain(
  { capabilities }: OpenProvider,
  { kind }: Pick<PaymentOperation, 'kind'>,
): boolean {
  return capabilities.safeRepeats || (capabilities.asksAgain ?? []).some((one) => one === kind);
}

/** Whether anything more can be learnt of an operation without an answer: else a person must look, and it is left as it is. */
export function isFinal(
  provider: OpenProvider,
  operation: Pick<PaymentOperation, 'kind'>,
  result: CallFailure,
): boolean {
  if (canSee(provider, operation) || result.outcome !== 'unknown') return false;
  return result.queued === true || result.saidNo === true || !maySendAgain(provider, operation);
}
