import { checkBaseUrl } from './base-url.ts';
import { checkCount } from './check-count.ts';
import { compareWithOrder, type ExpectedOrder, type Mismatch } from './compare.ts';
import { createForm } from './create-form.ts';
import { DibsUsageError } from './errors.ts';
import type { PaymentForm, PaymentWindowRequest } from './form-types.ts';
import { type FetchLike, type RetryDelay, sleepBeforeRetry } from './http.ts';
import { isMacKey } from './mac.ts';
import type { DibsMessage } from './message-types.ts';
import { receiveMessage } from './read-message.ts';
import { type TransactionsResource, transactionsResource } from './transactions.ts';

export interface DibsClientOptions {
  merchantId: string;
  /** The HMAC key as the provider shows it, hex. Several while it is being changed: the first signs, all are accepted. */
  macKey: string | readonly string[];
  /** Test payments: every form carries `test=1`. Live and test have the same addresses, so this must be said. */
  test: boolean;
  /** `DIBS_WINDOW_URL`, `DIBS_WINDOW_DT_URL` or a sandbox's. */
  windowUrl: string;
  /** `DIBS_API_BASE_URL` or a sandbox's. */
  apiBaseUrl: string;
  /** Default: the global `fetch`. */
  fetch?: FetchLike;
  /** Default: the system clock. Only used for `Retry-After` dates. */
  now?: () => Date;
  /** For each try, body included. Default 20 000. */
  timeoutMs?: number;
  /** Repeats after the first try, where that certainly did nothing. Default 2. */
  maxRetries?: number;
  /** Waits between tries. Default: doubling from 200 ms with jitter, or the provider's Retry-After. */
  retryDelay?: RetryDelay;
  /** Accept http addresses that are not this machine. Never for real keys. */
  allowHttp?: boolean;
}

export interface DibsClient {
  paymentWindow: PaymentWindow;
  transactions: TransactionsResource;
}

export interface PaymentWindow {
  /** Where the form goes: for a content security policy's `form-action`. */
  readonly origin: string;
  /** The signed form for one payment. Nothing is sent. Throws DibsUsageError. */
  createForm(request: PaymentWindowRequest): PaymentForm;
  /** Verifies and reads a posted return or callback: the raw body. Throws DibsMessageError. */
  receive(rawBody: string | Uint8Array): DibsMessage;
  /** What in a received message does not belong to this order; empty when all is right. */
  compare(message: DibsMessage, order: Pick<ExpectedOrder, 'orderId' | 'amount' | 'currency'>): Mismatch[];
}

/**
 * A client for the DIBS Payment Window and its JSON API. Keeps no state between calls; make one per agreement and reuse it.
 * Throws DibsUsageError for a wrong option; every call rejects with a DibsError only.
 */
export function createDibsClient(options: DibsClientOptions): DibsClient {
  const allowHttp = options.allowHttp ?? false;
  const window = checkBaseUrl(options.windowUrl, 'windowUrl', allowHttp);
  const { href: apiBaseHref } = checkBaseUrl(options.apiBaseUrl, 'apiBaseUrl', allowHttp);
  if (!/^[A-Za-z0-9._-]{1,50}$/.test(options.merchantId))
    throw new DibsUsageError('merchantId is not an id', 'client');
  const { merchantId, test } = options;
  const macKeys = checkKeys(options.macKey);
  const form = { merchantId, macKeys, test, windowUrl: window.href, insecure: window.insecure };
  return {
    paymentWindow: {
      origin: new URL(window.href).origin,
      createForm: (request) => createForm(form, request),
      receive: (rawBody) => receiveMessage(rawBody, macKeys),
      compare: (message, order) => compareWithOrder(message, { ...order, merchantId, test }),
    },
    transactions: transactionsResource({
      merchantId,
      macKeys,
      apiBaseHref,
      fetch: options.fetch ?? ((url, init) => globalThis.fetch(url, init)),
      now: options.now ?? (() => new Date()),
      timeoutMs: checkCount(options.timeoutMs ?? 20_000, 'timeoutMs', 1),
      maxRetries: checkCount(options.maxRetries ?? 2, 'maxRetries', 0),
      retryDelay: options.retryDelay ?? sleepBeforeRetry,
    }),
  };
}

function checkKeys(macKey: string | readonly string[]): readonly [string, ...string[]] {
  const [first, ...others] = typeof macKey === 'string' ? [macKey] : macKey;
  if (first === undefined || ![first, ...others].every(isMacKey)) {
    throw new DibsUsageError('macKey must be hex of at least 16 bytes', 'client');
  }
  return [first, ...others];
}
