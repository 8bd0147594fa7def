import { checkIdempotencyKey } from './checks.ts';
import { exchange } from './exchange.ts';
import { type RetryDelay, repeated } from './repeated.ts';

/** The part of `fetch` that is used. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

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
  const { method, idempotencyKey, operation, signal } = request;
  checkIdempotencyKey(idempotencyKey, operation);
  const isRead = method === 'GET';
  const repeatable = isRead || idempotencyKey !== undefined;
  return repeated(config, { operation, signal, isRead, repeatable }, (earlierUnknown) =>
    exchange(config, request, earlierUnknown),
  );
}
