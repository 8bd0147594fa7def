import { checkBaseUrl } from './base-url.ts';
import { checkCount } from './checks.ts';
import { NetsUsageError } from './errors.ts';
import type { FetchLike, HttpConfig } from './http.ts';
import { paymentsResource } from './payments.ts';
import { type RetryDelay, sleepBeforeRetry } from './repeated.ts';
import {
  type ChargesResource,
  chargesResource,
  type PaymentMethodsResource,
  type PaymentsResource,
  type PendingRefundsResource,
  paymentMethodsResource,
  pendingRefundsResource,
} from './resources.ts';

export interface NetsClientOptions {
  /** The secret API key of the environment that `baseUrl` is; sent as it is, without a scheme. */
  secretKey: string;
  /** `NETS_TEST_BASE_URL`, `NETS_LIVE_BASE_URL` or a sandbox's. */
  baseUrl: string;
  /** Default: the global `fetch`. */
  fetch?: FetchLike;
  /** Default: the system clock. Only used for `Retry-After` dates. */
  now?: () => Date;
  /** For each try, body included. Default 20 000. */
  timeoutMs?: number;
  /** Repeats after the first try, where a repeat is safe. Default 2. */
  maxRetries?: number;
  /** Waits between tries. Default: doubling from 200 ms with jitter, or the provider's Retry-After. */
  retryDelay?: RetryDelay;
  /** Sent as `CommercePlatformTag`: the name of your platform. */
  commercePlatformTag?: string;
  /** Accept an http `baseUrl` that is not this machine. Never for real keys. */
  allowHttp?: boolean;
}

export interface NetsClient {
  payments: PaymentsResource;
  charges: ChargesResource;
  pendingRefunds: PendingRefundsResource;
  paymentMethods: PaymentMethodsResource;
}

/**
 * A client for Nexi Checkout (Nets Easy) payment API v1. Keeps no state between calls; make one per key and reuse it.
 * Throws NetsUsageError for a wrong option; every call rejects with a NetsError only.
 */
export function createNetsClient(options: NetsClientOptions): NetsClient {
  const base = checkBaseUrl(options.baseUrl, options.allowHttp ?? false);
  const config: HttpConfig = {
    secretKey: checkHeader(options.secretKey, 'secretKey'),
    baseHref: base.href,
    insecure: base.insecure,
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    now: options.now ?? (() => new Date()),
    timeoutMs: checkCount(options.timeoutMs ?? 20_000, 'timeoutMs', 1),
    maxRetries: checkCount(options.maxRetries ?? 2, 'maxRetries', 0),
    retryDelay: options.retryDelay ?? sleepBeforeRetry,
    commercePlatformTag:
      options.commercePlatformTag === undefined
        ? undefined
        : checkHeader(options.commercePlatformTag, 'commercePlatformTag'),
  };
  return {
    payments: paymentsResource(config),
    charges: chargesResource(config),
    pendingRefunds: pendingRefundsResource(config),
    paymentMethods: paymentMethodsResource(config),
  };
}

function checkHeader(value: string, name: string): string {
  if (!/^[\x20-\x7e]{1,500}$/.test(value) || value.trim() !== value) {
    throw new NetsUsageError(`${name} must be printable ASCII without space around it`, 'client');
  }
  return value;
}
