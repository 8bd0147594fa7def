import {
  PayexAbortedError,
  PayexConnectionError,
  PayexError,
  type PayexOutcome,
  PayexRateLimitError,
  PayexServerError,
  PayexTimeoutError,
} from './errors.ts';
import { exchange } from './exchange.ts';

/** The part of `fetch` that is used. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

export interface RetryDelayInput {
  /** 1 before the first repeat. */
  attempt: number;
  operation: string;
  /** What the client would wait: doubling with jitter, or the provider's Retry-After (at most 30 s). */
  suggestedMs: number;
  error: PayexError;
  signal: AbortSignal | undefined;
}

/** Resolves when the call may be repeated; rejecting ends the call with the last error. */
export type RetryDelay = (input: RetryDelayInput) => Promise<void>;

export interface HttpConfig {
  accessToken: string;
  payeeId: string;
  payeeName: string | undefined;
  baseHref: string;
  /** The base URL is plain http: a sandbox. */
  insecure: boolean;
  fetch: FetchLike;
  now: () => Date;
  timeoutMs: number;
  maxRetries: number;
  retryDelay: RetryDelay;
  newSessionId: () => string;
  userAgent: string | undefined;
}

export interface HttpRequest<T> {
  operation: string;
  method: 'GET' | 'POST' | 'PATCH';
  /** Absolute, below the base URL: see hypermedia.ts. */
  url: string;
  body?: unknown;
  signal?: AbortSignal;
  timeoutMs?: number;
  /** What an outcome of this request means for the whole operation; as it is when absent. */
  outcome?: (told: PayexOutcome) => PayexOutcome;
  /** Makes the result of the reply's JSON (undefined for an empty body); throws ReplyShapeError when it cannot. */
  parse: (json: unknown) => T;
}

/**
 * One call with its repeats. A read is repeated freely; a write only when the try before it certainly did nothing
 * (`not_sent`, 429). What a write did whose outcome is unknown is found out in transact.ts.
 */
export async function send<T>(config: HttpConfig, request: HttpRequest<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await exchange(config, request);
    } catch (error) {
      if (!(error instanceof PayexError) || attempt > config.maxRetries || !isPassing(error)) {
        throw error;
      }
      if (error.outcome === 'unknown' && request.method !== 'GET') {
        throw error;
      }
      await waitBefore(config, request, attempt, error);
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

/** Waits before repeat number `attempt`; rejects with the last error when the call is to end. */
export async function waitBefore(
  config: HttpConfig,
  request: Pick<HttpRequest<unknown>, 'operation' | 'signal'>,
  attempt: number,
  error: PayexError,
) {
  const { operation, signal } = request;
  try {
    await config.retryDelay({
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
    throw new PayexAbortedError('The call was stopped between two tries', {
      operation,
      outcome: error.outcome,
      cause: error,
    });
  }
}

/** Worth another try: it may go better then. */
export function isPassing(error: PayexError): boolean {
  return (
    error instanceof PayexTimeoutError ||
    error instanceof PayexConnectionError ||
    error instanceof PayexServerError ||
    error instanceof PayexRateLimitError
  );
}

function suggestedDelayMs(attempt: number, error: PayexError): number {
  if (error instanceof PayexRateLimitError && error.retryAfterMs !== undefined) {
    return Math.min(error.retryAfterMs, 30_000);
  }
  const ceilingMs = Math.min(200 * 2 ** (attempt - 1), 5_000);
  return Math.round(ceilingMs / 2 + (Math.random() * ceilingMs) / 2);
}
