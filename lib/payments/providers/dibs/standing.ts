import type { Evidence, OperationRequest } from '../../provider.ts';

/** How a payment stands after a call that was answered with a yes, by our own books: no sums are told. */
export function standingAfter(kind: 'capture' | 'cancel' | 'refund', request: OperationRequest): Evidence {
  const { reference, amountMinor, currency, capturedMinor, refundedMinor, operationMinor } = request;
  const before = {
    amountMinor,
    currency,
    reference,
    authorizedMinor: amountMinor,
    capturedMinor,
    refundedMinor,
  };
  switch (kind) {
    case 'capture':
      return { ...before, state: 'captured', capturedMinor: capturedMinor + operationMinor };
    case 'cancel':
      return { ...before, state: 'cancelled', authorizedMinor: 0 };
    case 'refund':
      return { ...before, state: 'refunded', refundedMinor: refundedMinor + operationMinor };
  }
}
