import { createTokenCache, createTokenSource, type TokenCache } from './access-token.ts';
import { checkBaseUrl } from './base-url.ts';
import { VippsUsageError } from './errors.ts';
import type { FetchLike } from './exchange.ts';
import { type HttpConfig, type RetryDelay, sleepBeforeRetry } from './http.ts';
import { type PaymentsResource, paymentsResource } from './payments.ts';
import { type WebhooksResource, webhooksResource } from './webhooks-resource.ts';

export interface VippsClientOptions {
  /** The four keys of one sales unit, of the environment that `baseUrl` is. */
  clientId: string;
  clientSecret: string;
  /** `Ocp-Apim-Subscription-Key`. */
  subscriptionKey: string;
  /** MSN: 4 to 10 digits. */
  merchantSerialNumber: string;
  /** `VIPPS_TEST_BASE_URL`, `VIPPS_LIVE_BASE_URL` or a sandbox's. */
  baseUrl: string;
  /** Default: the global `fetch`. */
  fetch?: FetchLike;
  /** Default: the system clock. For the life of access tokens and `Retry-After` dates. */
  now?: () => Date;
  /** For each try, body included. Default 20 000. */
  timeoutMs?: number;
  /** Repeats after the first try, where a repeat is safe. Default 2. */
  maxRetries?: number;
  /** Waits between tries. Default: doubling from 200 ms with jitter, or the provider's Retry-After. */
  retryDelay?: RetryDelay;
  /** Shared between clients that are made anew for each call, so that they share tokens. Default: one of its own. */
  tokenCache?: TokenCache;
  /** Where access tokens are fetched. Default `/accesstoken/get`; the provider has a newer one, whose path is not known here. */
  accessTokenPath?: string;
  /** `Vipps-System-*`: optional but asked for by the provider; up to 30 characters each. */
  system?: { name?: string; version?: string; pluginName?: string; pluginVersion?: string };
  /** Longest reference: 50 in the OpenAPI file (the default), 64 on the provider's site. */
  referenceMaxLength?: number;
  /** Accept an http `baseUrl` that is not this machine. Never for real keys. */
  allowHttp?: boolean;
}

export interface VippsClient {
  payments: PaymentsResource;
  webhooks: WebhooksResource;
}

/**
 * A client for Vipps MobilePay: ePayment API v1 and Webhooks API v1, for one sales unit. Keeps nothing but its access token;
 * make one per set of keys and reuse it, or share a `tokenCache`. Throws VippsUsageError for a wrong option; every call
 * rejects with a VippsError only.
 */
export function createVippsClient(options: VippsClientOptions): VippsClient {
  const base = checkBaseUrl(options.baseUrl, options.allowHttp ?? false);
  const wire = {
    baseHref: base.href,
    fetch: options.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init)),
    now: options.now ?? (() => new Date()),
    timeoutMs: checkCount(options.timeoutMs ?? 20_000, 'timeoutMs', 1),
  };
  const headers = sharedHeaders(options);
  const credentials = {
    clientId: checkHeader(options.clientId, 'clientId'),
    clientSecret: checkHeader(options.clientSecret, 'clientSecret'),
    headers,
    path: checkPath(options.accessTokenPath ?? '/accesstoken/get'),
  };
  const config: HttpConfig = {
    ...wire,
    headers,
    rules: {
      allowHttp: base.insecure,
      referenceMaxLength: checkCount(options.referenceMaxLength ?? 50, 'referenceMaxLength', 8),
    },
    maxRetries: checkCount(options.maxRetries ?? 2, 'maxRetries', 0),
    retryDelay: options.retryDelay ?? sleepBeforeRetry,
    tokens: createTokenSource(wire, credentials, options.tokenCache ?? createTokenCache()),
  };
  return { payments: paymentsResource(config), webhooks: webhooksResource(config) };
}

function sharedHeaders({ subscriptionKey, merchantSerialNumber, system = {} }: VippsClientOptions) {
  if (!/^[0-9]{4,10}$/.test(merchantSerialNumber)) {
    throw new VippsUsageError('merchantSerialNumber must be 4 to 10 digits', 'client');
  }
  const named: [string, string | undefined][] = [
    ['vipps-system-name', system.name],
    ['vipps-system-version', system.version],
    ['vipps-system-plugin-name', system.pluginName],
    ['vipps-system-plugin-version', system.pluginVersion],
  ];
  const headers: Record<string, string> = {
    'ocp-apim-subscription-key': checkHeader(subscriptionKey, 'subscriptionKey'),
    'merchant-serial-number': merchantSerialNumber,
  };
  for (const [name, value] of named) {
    if (value !== undefined) headers[name] = checkHeader(value, name, 30);
  }
  return headers;
}

function checkHeader(value: string, name: string, max = 500): string {
  if (!/^[\x20-\x7e]+$/.test(value) || value.trim() !== value || value.length > max) {
    throw new VippsUsageError(
      `${name} must be 1 to ${max} printable ASCII characters without space around them`,
      'client',
    );
  }
  return value;
}

function checkPath(path: string): string {
  if (!/^\/[A-Za-z0-9/_-]+$/.test(path)) {
    throw new VippsUsageError('accessTokenPath must be a plain path', 'client');
  }
  return path;
}

function checkCount(value: number, name: string, min: number): number {
  if (!Number.isSafeInteger(value) || value < min || value > 2_147_483_647) {
    throw new VippsUsageError(`${name} must be an integer, at least ${min}`, 'client');
  }
  return value;
}
