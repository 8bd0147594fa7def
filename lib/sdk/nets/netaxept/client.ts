import { checkBaseUrl } from '../base-url.ts';
import { checkCount } from '../checks.ts';
import { NetsUsageError } from '../errors.ts';
import type { FetchLike } from '../http.ts';
import { type RetryDelay, sleepBeforeRetry } from '../repeated.ts';
import type { NetaxeptConfig } from './exchange.ts';
import { type TerminalResource, terminalResource } from './terminal.ts';
import { type TransactionsResource, transactionsResource } from './transactions.ts';

export interface NetaxeptClientOptions {
  /** At most eight digits. */
  merchantId: string;
  /** At most 32 characters, of the environment that `baseUrl` is. */
  token: string;
  /** `NETAXEPT_TEST_BASE_URL`, `NETAXEPT_LIVE_BASE_URL` or a sandbox's. */
  baseUrl: string;
  /** Default: the global `fetch`. */
  fetch?: FetchLike;
  /** Default: the system clock. Only used for `Retry-After` dates. */
  now?: () => Date;
  /** For each try, body included. Default 20 000. */
  timeoutMs?: number;
  /** Repeats after the first try, where a repeat is safe. Default 2. */
  maxRetries?: number;
  /** Waits between tries. Default: doubling from 200 ms with jitter. */
  retryDelay?: RetryDelay;
  /** Accept an http `baseUrl` that is not this machine. Never for real tokens. */
  allowHttp?: boolean;
}

export interface NetaxeptClient {
  transactions: TransactionsResource;
  terminal: TerminalResource;
}

/**
 * A client for Netaxept's REST/XML interface. Keeps no state between calls; make one per token and reuse it.
 * Throws NetsUsageError for a wrong option; every call rejects with a NetsError only.
 */
export function createNetaxeptClient(options: NetaxeptClientOptions): NetaxeptClient {
  const { merchantId, token } = options;
  if (!/^\d{1,8}$/.test(merchantId)) throw new NetsUsageError('merchantId must be 1 to 8 digits', 'client');
  if (!/^[\x21-\x7e]{1,32}$/.test(token))
    throw new NetsUsageError('token must be 1 to 32 printable ASCII characters', 'client');
  const base = checkBaseUrl(options.baseUrl, options.allowHttp ?? false);
  const config: NetaxeptConfig = {
    merchantId,
    token,
    baseHref: base.href,
    fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
    now: options.now ?? (() => new Date()),
    timeoutMs: checkCount(options.timeoutMs ?? 20_000, 'timeoutMs', 1),
    maxRetries: checkCount(options.maxRetries ?? 2, 'maxRetries', 0),
    retryDelay: options.retryDelay ?? sleepBeforeRetry,
  };
  return { transactions: transactionsResource(config, base.insecure), terminal: terminalResource(config) };
}
