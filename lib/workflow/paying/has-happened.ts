import { minor } from '@/lib/core/money.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import type { Attempt } from '@/lib/payments/attempt.ts';
import type { Evidence } from '@/lib/payments/provider.ts';

/** Whether the payment already shows what the operation was to do: its reply was lost, not its effect. */
export function hasHappened(operation: PaymentOperation, attempt: Attempt, evidence: Evidence): boolean {
  switch (operation.kind) {
    case 'capture':
      return evidence.capturedMinor >= minor(operation.amountMinor);
    case 'cancel':
      return evidence.state === 'cancelled' || evidence.state === 'failed' || evidence.state === 'expired';
    case 'refund': {
      // Measured from what had gone back when it was planned: a message may have told our own books of it before its reply.
      const before = operation.refundedBeforeMinor ?? attempt.refundedMinor;
      return (
        evidence.refundedMinor >= minor(before + operation.amountMinor) ||
        (evidence.capturedMinor > 0 && evidence.refundedMinor >= evidence.capturedMinor)
      );
    }
    default:
      return false;
  }
}
