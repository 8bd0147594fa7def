import { checkBaseUrl } from './base-url.ts';
import { PayexUsageError } from './errors.ts';
import { type FetchLike, type HttpConfig, type RetryDelay, sleepBeforeRetry } from './http.ts';
import { paymentOrdersResource } from './payment-orders.ts';
import type { PaymentOrdersResource } from './resources.ts';

export interface PayexClientOptions {
  /** The merchant's static token of the environment that `baseUrl` is. */
  accessToken: string;
  /** The merchant's id: a uuid. */
  payeeId: string;
  /** Shown to the payer. */
  payeeName?: string;
  /** `PAYEX_TEST_BASE_URL`, `PAYEX_LIVE_BASE_URL` or a sandbox's. */
  baseUrl: string;
  /** Default: the global `fetch`. */
  fetch?: FetchLike;
  /** Default: the system clock. Only used for `Retry-After` dates. */
  now?: () => Date;
  /** For each request, body included. Default 20 000. */
  timeoutMs?: number;
  /** Repeats after the first try, where a repeat is safe. Default 2. */
  maxRetries?: number;
  /** Waits between tries. Default: doubling from 200 ms with jitter, or the provider's Retry-After. */
  retryDelay?: RetryDelay;
  /** Sent as `Session-Id`, a new one for each request, for the provider's support. Default: random uuids. */
  newSessionId?: () => string;
  /** Sent as `User-Agent`; the provider echoes it as `initiatingSystemUserAgent`. */
  userAgent?: string;
  /** Accept an http `baseUrl` that is not this machine. Never for real tokens. */
  allowHttp?: boolean;
}

export interface PayexClient {
  paymentOrders: PaymentOrdersResource;
}

/**
 * A client for Swedbank Pay (PayEx) payment orders v3.1. Keeps no state between calls; make one per agreement and reuse
 * it. Throws PayexUsageError for a wrong option; every call rejects with a PayexError only.
 */
export function createPayexClient(options: PayexClientOptions): PayexClient {
  const base = checkBaseUrl(options.baseUrl, options.allowHttp ?? false);
  const config: HttpConfig = {
    accessToken: checkHeader(options.accessToken, 'accessToken'),
    payeeId: checkHeader(options.payeeId, 'payeeId'),
    payeeName: options.payeeName,
    baseHref: base.href,
    insecure: base.insecure,
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    now: options.now ?? (() => new Date()),
    timeoutMs: checkCount(options.timeoutMs ?? 20_000, 'timeoutMs', 1),
    maxRetries: checkCount(options.maxRetries ?? 2, 'maxRetries', 0),
    retryDelay: options.retryDelay ?? sleepBeforeRetry,
    newSessionId: options.newSessionId ?? (() => crypto.randomUUID()),
    userAgent: options.userAgent === undefined ? undefined : checkHeader(options.userAgent, 'userAgent'),
  };
  return { paymentOrders: paymentOrdersResource(config) };
}

function checkHeader(value: string, name: string): string {
  if (!/^[\x20-\x7e]{1,500}$/.test(value) || value.trim() !== value) {
    throw new PayexUsageError(`${name} must be printable ASCII without space around it`, 'client');
  }
  return value;
}

function checkCount(value: number, name: string, min: number): number {
  if (!Number.isSafeInteger(value) || value < min || value > 2_147_483_647) {
    throw new PayexUsageError(`${name} must be an integer, at least ${min}`, 'client');
  }
  return value;
}
