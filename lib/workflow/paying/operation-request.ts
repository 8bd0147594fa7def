import { minor } from '@/lib/core/money.ts';
import type { PaymentAttempt, PaymentOperation } from '@/lib/db/generated/client.ts';
import type { OperationRequest, PaymentRef } from '@/lib/payments/provider.ts';

/** What a provider is asked to carry out of a payment. */
export function operationRequest(
  ref: PaymentRef,
  attempt: Pick<PaymentAttempt, 'capturedMinor' | 'refundedMinor'>,
  operation: Pick<PaymentOperation, 'amountMinor' | 'idempotencyKey'> & { repeats?: boolean },
  vatMinor?: number,
): OperationRequest {
  return {
    ...ref,
    operationMinor: minor(operation.amountMinor),
    ...(vatMinor !== undefined && { operationVatMinor: vatMinor }),
    idempotencyKey: operation.idempotencyKey,
    capturedMinor: minor(attempt.capturedMinor),
    refundedMinor: minor(attempt.refundedMinor),
    repeats: operation.repeats ?? false,
  };
}
