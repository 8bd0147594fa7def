import { checkBaseUrl } from '../base-url.ts';
import { checkCount } from '../check-count.ts';
import { DibsUsageError } from '../errors.ts';
import type { PaymentForm } from '../form-types.ts';
import { type FetchLike, type RetryDelay, sleepBeforeRetry } from '../http.ts';
import { basic } from './call.ts';
import { createFlexWinForm } from './create-form.ts';
import type { FlexWinRequest } from './form-types.ts';
import { isMd5Key, type Md5Keys } from './md5.ts';
import type { FlexWinMessage } from './message-types.ts';
import { type FlexWinQueries, flexWinQueries } from './queries.ts';
import { receiveFlexWinMessage } from './read-message.ts';
import { type FlexWinTransactions, flexWinTransactions } from './transactions.ts';

export interface FlexWinClientOptions {
  merchantId: string;
  /** «MD5 key 1» and «2». Several of each while they are being changed: the first signs, every pair is accepted. */
  key1: string | readonly string[];
  key2: string | readonly string[];
  /** For `cancel`, `refund` and `info`, which are refused here without one. */
  apiUser?: { name: string; password: string };
  /** Test payments: every form carries `test=yes`. Live and test have the same addresses, so this must be said. */
  test: boolean;
  /** Of an agreement whose payments are kept apart by accounts. */
  account?: string;
  /** `FLEXWIN_WINDOW_URL`, `FLEXWIN_OLD_WINDOW_URL` or a sandbox's. */
  windowUrl: string;
  /** `FLEXWIN_API_BASE_URL` or a sandbox's. */
  apiBaseUrl: string;
  /** Default: the global `fetch`. */
  fetch?: FetchLike;
  /** Default: the system clock. Only used for `Retry-After` dates. */
  now?: () => Date;
  /** For each try, body included. Default 20 000. */
  timeoutMs?: number;
  /** Repeats after the first try: of a question always, of a call where the try certainly did nothing. Default 2. */
  maxRetries?: number;
  /** Waits between tries. Default: doubling from 200 ms with jitter, or the provider's Retry-After. */
  retryDelay?: RetryDelay;
  /** Accept http addresses that are not this machine. Never for real keys. */
  allowHttp?: boolean;
}

export interface FlexWinClient {
  window: FlexWinWindow;
  transactions: FlexWinTransactions & FlexWinQueries;
}

export interface FlexWinWindow {
  /** Where the form goes: for a content security policy's `form-action`. */
  readonly origin: string;
  /** The signed form for one payment. Nothing is sent. Throws DibsUsageError. */
  createForm(request: FlexWinRequest): PaymentForm;
  /** Verifies and reads a posted return or callback: the raw body. Throws DibsMessageError. */
  receive(rawBody: string | Uint8Array): FlexWinMessage;
}

/**
 * A client for FlexWin and the functions of D2. Keeps no state between calls; make one per agreement and reuse it.
 * Throws DibsUsageError for a wrong option; every call rejects with a DibsError only.
 */
export function createFlexWinClient(options: FlexWinClientOptions): FlexWinClient {
  const allowHttp = options.allowHttp ?? false;
  const window = checkBaseUrl(options.windowUrl, 'windowUrl', allowHttp);
  const { href: apiBaseHref } = checkBaseUrl(options.apiBaseUrl, 'apiBaseUrl', allowHttp);
  if (!/^[A-Za-z0-9._-]{1,50}$/.test(options.merchantId))
    throw new DibsUsageError('merchantId is not an id', 'client');
  const { merchantId, test, account } = options;
  const keys = checkKeys(options);
  const form = { merchantId, keys, test, windowUrl: window.href, insecure: window.insecure };
  const config = {
    merchantId,
    account,
    authorization: options.apiUser && basic(options.apiUser),
    apiBaseHref,
    fetch: options.fetch ?? ((url: string, init: RequestInit) => globalThis.fetch(url, init)),
    now: options.now ?? (() => new Date()),
    timeoutMs: checkCount(options.timeoutMs ?? 20_000, 'timeoutMs', 1),
    maxRetries: checkCount(options.maxRetries ?? 2, 'maxRetries', 0),
    retryDelay: options.retryDelay ?? sleepBeforeRetry,
  };
  return {
    window: {
      origin: new URL(window.href).origin,
      createForm: (request) => createFlexWinForm(form, { account, ...request }),
      receive: (rawBody) => receiveFlexWinMessage(rawBody, keys),
    },
    transactions: { ...flexWinTransactions(config, keys), ...flexWinQueries(config) },
  };
}

/** Every pair of them, the newest first: one of the two may have been changed before the other. */
function checkKeys({
  key1,
  key2,
}: Pick<FlexWinClientOptions, 'key1' | 'key2'>): readonly [Md5Keys, ...Md5Keys[]] {
  const [firsts, seconds] = [key1, key2].map((key) => (typeof key === 'string' ? [key] : key));
  const pairs = (firsts ?? []).flatMap((one) => (seconds ?? []).map((two) => ({ key1: one, key2: two })));
  const [first, ...others] = pairs;
  if (first === undefined || !pairs.every((pair) => isMd5Key(pair.key1) && isMd5Key(pair.key2)))
    throw new DibsUsageError('key1 and key2 must be at least 16 characters each', 'client');
  return [first, ...others];
}
