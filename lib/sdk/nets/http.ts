import { checkIdempotencyKey } from './checks.ts';
import {
  NetsAbortedError,
  NetsConnectionError,
  NetsError,
  NetsRateLimitError,
  NetsServerError,
  NetsTimeoutError,
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
  error: NetsError;
  signal: AbortSignal | undefined;
}

/** Resolves when the call may be repeated; rejecting ends the call with the last error. */
export type RetryDelay = (input: RetryDelayInput) => Promise<void>;

export interface HttpConfig {
  secretKey: string;
  baseHref: string;
  /** The base URL is plain http: a sandbox. */
  insecure: boolean;
  fetch: FetchLike;
  now: () => Date;
  timeoutMs: number;
  maxRetries: number;
  retryDelay: RetryDelay;
  commercePlatformTag: string | undefined;
}

export interface HttpRequest<T> {
  operation: string;
  method: 'GET' | 'POST' | 'PUT';
  /** Below the base URL, e.g. `/v1/payments`; ids in it are checked by the caller. */
  path: string;
  query?: Record<string, string | undefined>;
  body?: unknown;
  idempotencyKey?: string;
  signal?: AbortSignal;
  timeoutMs?: number;
  /** Makes the result of the reply's JSON (undefined for an empty body); throws ReplyShapeError when it cannot. */
  parse: (json: unknown) => T;
}

/**
 * One call with its repeats. A read is repeated freely; a write only when the try before it certainly did nothing
 * (`not_sent`, 429), or when it carries an idempotency key, the same on each try.
 * Once a try of a write ended unknown, no later answer makes the whole call certain: its error says `unknown`.
 */
export async function send<T>(config: HttpConfig, request: HttpRequest<T>): Promise<T> {
  checkIdempotencyKey(request.idempotencyKey, request.operation);
  const repeatable = request.method === 'GET' || request.idempotencyKey !== undefined;
  let earlierUnknown = false;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await exchange(config, request, earlierUnknown);
    } catch (error) {
      if (!(error instanceof NetsError) || attempt > config.maxRetries || !isPassing(error)) {
        throw error;
      }
      if (error.outcome === 'unknown' && !repeatable) {
        throw error;
      }
      earlierUnknown ||= request.method !== 'GET' && error.outcome === 'unknown';
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

async function waitBefore(
  config: HttpConfig,
  request: HttpRequest<unknown>,
  attempt: number,
  error: NetsError,
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
