import {
  PayexAuthenticationError,
  PayexError,
  PayexNotFoundError,
  PayexProblemError,
  PayexRateLimitError,
  PayexUnavailableError,
  PayexUsageError,
  type PaymentOrdersResource,
} from '@/lib/sdk/payex/index.ts';
import type { CallResult } from '../../provider.ts';

type IsRefusal = (error: PayexError) => boolean;

/**
 * Only the provider's own «no» about this payment is a refusal. No connection, too many calls, a token that is not accepted or
 * that does not see the payment say nothing about it: a capture that ran into them must be tried again, not given up.
 */
export const isRefusal: IsRefusal = (error) => {
  if (error instanceof PayexUsageError) return true;
  if (error instanceof PayexUnavailableError) return isOver(error);
  const saysNothing =
    error instanceof PayexAuthenticationError ||
    error instanceof PayexRateLimitError ||
    error instanceof PayexNotFoundError;
  return error.outcome === 'refused' && !saysNothing;
};

/** A payment that could not be opened because of our own token is refused: the owner must hear of it. */
export const isRefusedCreate: IsRefusal = (error) =>
  isRefusal(error) || error instanceof PayexAuthenticationError;

/** @throws what is not the client's own error. */
export async function asResult<T extends object>(
  call: () => Promise<T>,
  refuses: IsRefusal = isRefusal,
): Promise<CallResult<T>> {
  try {
    return { outcome: 'done', ...(await call()) };
  } catch (error) {
    if (!(error instanceof PayexError)) throw error;
    const problem = error instanceof PayexProblemError ? error.problemId : undefined;
    return {
      outcome: refuses(error) ? 'refused' : 'unknown',
      code: problem ?? error.code,
      detail: error.message.slice(0, 300),
    };
  }
}

/** Asks for a payment order that nobody has made: a token that is accepted is told that there is none. */
export function checkToken(orders: PaymentOrdersResource): Promise<CallResult> {
  return asResult(async () => {
    try {
      await orders.retrieve('/psp/paymentorders/00000000-0000-4000-8000-000000000000');
    } catch (error) {
      if (!(error instanceof PayexProblemError && error.httpStatus === 404)) throw error;
    }
    return {};
  }, isRefusedCreate);
}

/**
 * What is not offered now may be offered soon: there is no abort while the payer is in an app, and nothing at all of a status
 * that we do not know. What can never be any more is a refusal.
 */
function isOver({ rel, status }: PayexUnavailableError): boolean {
  const now = status.toLowerCase();
  const isPaid = now === 'paid' && (rel === 'cancel' || rel === 'reversal');
  return isPaid || ['cancelled', 'reversed', 'aborted', 'failed'].includes(now);
}
