import {
  NetsAbortedError,
  NetsConnectionError,
  NetsError,
  NetsRateLimitError,
  NetsServerError,
  NetsTimeoutError,
} from './errors.ts';

export interface RetryDelayInput {
  /** 1 before the first repeat. */
  attempt: number;
  operation: string;
  /** What the client would wait: doubling with jitter, or the provider's Retry-After (at most 30 s). */
  suggestedMs: number;
  error: NetsError;
  signal: AbortSignal | undefined;
}

/** Resolves when the call may be repeated; rejecting ends the call with the last error. */
export type RetryDelay = (input: RetryDelayInput) => Promise<void>;

export interface RepeatConfig {
  maxRetries: number;
  retryDelay: RetryDelay;
}

export interface RepeatedCall {
  operation: string;
  signal?: AbortSignal;
  /** It changes nothing there, so no try of it leaves anything uncertain. */
  isRead: boolean;
  /** It may be sent again after a try whose outcome is unknown. */
  repeatable: boolean;
}

/**
 * Tries a call until it is answered, as far as a repeat is safe.
 * @param once one try; `earlierUnknown` tells it that one before it may have been carried out.
 */
export async function repeated<T>(
  config: RepeatConfig,
  call: RepeatedCall,
  once: (earlierUnknown: boolean) => Promise<T>,
): Promise<T> {
  let earlierUnknown = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(earlierUnknown);
    } catch (error) {
      if (!(error instanceof NetsError) || attempt > config.maxRetries || !isPassing(error)) {
        throw error;
      }
      if (error.outcome === 'unknown' && !call.repeatable) {
        throw error;
      }
      earlierUnknown ||= !call.isRead && error.outcome === 'unknown';
      await waitBefore(config, call, attempt, error);
    }
  }
}

/** The default for `retryDelay`: waits as suggested, or until the caller stops the call. */
export async function sleepBeforeRetry({ suggestedMs, signal }: RetryDelayInput): Promise<void> {
  if (signal?.aborted) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, suggestedMs);
    signal?.addEventListener('abort', done);
  });
}

async function waitBefore(
  { retryDelay }: RepeatConfig,
  { operation, signal }: RepeatedCall,
  attempt: number,
  error: NetsError,
) {
  try {
    await retryDelay({
      attempt,
      operation,
      suggestedMs: suggestedDelayMs(attempt, error),
      error,
      signal,
    });
  } catch {
    throw error;
  }
  if (signal?.aborted) {
    throw new NetsAbortedError('The call was stopped between two tries', {
      operation,
      outcome: error.outcome,
      cause: error,
    });
  }
}

function isPassing(error: NetsError): boolean {
  return (
    error instanceof NetsTimeoutError ||
    error instanceof NetsConnectionError ||
    error instanceof NetsServerError ||
    error instanceof NetsRateLimitError
  );
}

function suggestedDelayMs(attempt: number, error: NetsError): number {
  if (error instanceof NetsRateLimitError && error.retryAfterMs !== undefined) {
    return Math.min(error.retryAfterMs, 30_000);
  }
  const ceilingMs = Math.min(200 * 2 ** (attempt - 1), 5_000);
  return Math.round(ceilingMs / 2 + (Math.random() * ceilingMs) / 2);
}
