import type { TokenSource } from './access-token.ts';
import type { CheckRules } from './checks.ts';
import {
  VippsAbortedError,
  VippsAuthenticationError,
  VippsConnectionError,
  VippsError,
  VippsRateLimitError,
  VippsServerError,
  VippsTimeoutError,
  VippsTokenError,
} from './errors.ts';
import { exchange, type Wire, type WireRequest } from './exchange.ts';
import type { CallOptions } from './request-types.ts';

export interface RetryDelayInput {
  /** 1 before the first repeat. */
  attempt: number;
  operation: string;
  /** What the client would wait: doubling with jitter, or the provider's Retry-After (at most 30 s). */
  suggestedMs: number;
  error: VippsError;
  signal: AbortSignal | undefined;
}

/** Resolves when the call may be repeated; rejecting ends the call with the last error. */
export type RetryDelay = (input: RetryDelayInput) => Promise<void>;

export interface HttpConfig extends Wire {
  rules: CheckRules;
  maxRetries: number;
  retryDelay: RetryDelay;
  /** Subscription key, merchant serial number, system names. */
  headers: Record<string, string>;
  tokens: TokenSource;
}

export interface HttpRequest<T> extends Omit<WireRequest<T>, 'headers' | 'signal' | 'timeoutMs'> {
  idempotencyKey?: string;
  options: CallOptions | undefined;
}

/**
 * One call with its access token and its repeats. A read is repeated freely; a write only when the try before it certainly
 * did nothing (`not_sent`, 429, a token that had run out), or when it carries an idempotency key, the same on each try.
 * Once a try of a write ended unknown, no later answer makes the whole call certain: its error says `unknown`.
 */
export async function send<T>(config: HttpConfig, request: HttpRequest<T>): Promise<T> {
  const repeatable = request.method === 'GET' || request.idempotencyKey !== undefined;
  let earlierUnknown = false;
  let renewed = false;
  for (let attempt = 1; ; attempt += 1) {
    let token: string | undefined;
    try {
      token = await tokenFor(config, request, earlierUnknown);
      return await exchange(config, wireRequest(config, request, token), earlierUnknown);
    } catch (error) {
      if (!(error instanceof VippsError)) throw error;
      if (isStaleToken(error) && token !== undefined && !renewed) {
        // Not a try of its own: the gateway stopped the call before it reached anything.
        config.tokens.discard(token);
        renewed = true;
        attempt -= 1;
        continue;
      }
      if (attempt > config.maxRetries || !isPassing(error)) throw error;
      if (error.outcome === 'unknown' && !repeatable) throw error;
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

function wireRequest<T>(config: HttpConfig, request: HttpRequest<T>, token: string): WireRequest<T> {
  const { options, idempotencyKey, ...rest } = request;
  return {
    ...rest,
    signal: options?.signal,
    timeoutMs: options?.timeoutMs,
    headers: {
      ...config.headers,
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...(request.method === 'POST' ? { 'content-type': 'application/json' } : {}),
      ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    },
  };
}

/** The fetch of a token is shared, so a caller that stops leaves it running for the others. */
async function tokenFor(
  config: HttpConfig,
  { operation, options }: HttpRequest<unknown>,
  earlierUnknown: boolean,
): Promise<string> {
  const signal = options?.signal;
  const details = { operation, outcome: earlierUnknown ? ('unknown' as const) : ('not_sent' as const) };
  let onAbort = () => {};
  const stopped = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(new VippsAbortedError('The call was stopped before it was sent', details));
    signal?.addEventListener('abort', onAbort);
    if (signal?.aborted) onAbort();
  });
  stopped.catch(() => undefined);
  try {
    if (signal?.aborted) return await stopped;
    return await Promise.race([config.tokens.get(), stopped]);
  } catch (cause) {
    if (!(cause instanceof VippsError) || cause instanceof VippsAbortedError) throw cause;
    const { httpStatus, requestId } = cause;
    if (httpStatus !== undefined && [400, 401, 403].includes(httpStatus)) {
      const message = 'The keys were not accepted when an access token was asked for';
      throw new VippsAuthenticationError(message, { ...details, httpStatus, requestId, cause });
    }
    const message = `No access token could be had: ${cause.message}`;
    throw new VippsTokenError(message, { ...details, httpStatus, requestId, cause });
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

async function waitBefore(
  config: HttpConfig,
  { operation, options }: HttpRequest<unknown>,
  attempt: number,
  error: VippsError,
): Promise<void> {
  const signal = options?.signal;
  try {
    const suggestedMs = suggestedDelayMs(attempt, error);
    await config.retryDelay({ attempt, operation, suggestedMs, error, signal });
  } catch {
    throw error;
  }
  if (signal?.aborted) {
    const { outcome } = error;
    throw new VippsAbortedError('The call was stopped between two tries', {
      operation,
      outcome,
      cause: error,
    });
  }
}

/** 401 alone: a 403 says that the keys may not do this, and a new token has the same rights. */
function isStaleToken(error: VippsError): boolean {
  return error instanceof VippsAuthenticationError && error.httpStatus === 401;
}

function isPassing(error: VippsError): boolean {
  if (error instanceof VippsTokenError) return error.cause instanceof VippsError && isPassing(error.cause);
  return (
    error instanceof VippsTimeoutError ||
    error instanceof VippsConnectionError ||
    error instanceof VippsServerError ||
    error instanceof VippsRateLimitError
  );
}

function suggestedDelayMs(attempt: number, error: VippsError): number {
  const told = error instanceof VippsTokenError ? error.cause : error;
  if (told instanceof VippsRateLimitError && told.retryAfterMs !== undefined) {
    return Math.min(told.retryAfterMs, 30_000);
  }
  const ceilingMs = Math.min(200 * 2 ** (attempt - 1), 5_000);
  return Math.round(ceilingMs / 2 + (Math.random() * ceilingMs) / 2);
}
