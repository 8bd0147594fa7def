import {
  NetaxeptExceptionError,
  NetsAuthenticationError,
  NetsError,
  NetsRateLimitError,
  NetsUsageError,
} from '@/lib/sdk/nets/netaxept/index.ts';
import type { CallFailure, CallResult } from '../../provider.ts';

/** A call and how it ended. @throws what is not the client's own error. */
export async function asResult<T extends object>(call: () => Promise<T>): Promise<CallResult<T>> {
  try {
    return { outcome: 'done', ...(await call()) };
  } catch (error) {
    return asFailure(error);
  }
}

/** The same of a call that opens a payment, which a token that is not accepted refuses: the owner must hear of it. */
export async function asCreateResult<T extends object>(call: () => Promise<T>): Promise<CallResult<T>> {
  const result = await asResult(call);
  const isOurToken = result.outcome === 'not_sent' && result.code === NetsAuthenticationError.code;
  return isOurToken ? { ...result, outcome: 'refused' } : result;
}

/**
 * Only its own «no» about this payment is a refusal. No connection, too many calls or a token that is not accepted were turned
 * away before that, and say nothing about the payment: it is asked again.
 */
function asFailure(error: unknown): CallFailure {
  if (!(error instanceof NetsError)) throw error;
  const failure = { code: codeOf(error), detail: error.message.slice(0, 300) };
  if (error instanceof NetsUsageError) return { ...failure, outcome: 'refused' };
  if (error.outcome === 'unknown') return { ...failure, outcome: 'unknown' };
  const turnedAway = error instanceof NetsAuthenticationError || error instanceof NetsRateLimitError;
  return { ...failure, outcome: turnedAway || error.outcome === 'not_sent' ? 'not_sent' : 'refused' };
}

/** The bank's own code where there is one. */
function codeOf(error: NetsError): string {
  if (!(error instanceof NetaxeptExceptionError)) return error.code;
  return (error.result?.responseCode ?? error.type).slice(0, 50);
}
