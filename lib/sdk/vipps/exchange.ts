import {
  VippsAbortedError,
  VippsConnectionError,
  type VippsError,
  type VippsErrorDetails,
  type VippsOutcome,
  VippsProtocolError,
  VippsTimeoutError,
} from './errors.ts';
import { ReplyShapeError } from './json-shape.ts';
import { MAX_REPLY_BYTES, ReplyTooLargeError, readBounded } from './read-bounded.ts';
import { errorFromReply, requestIdOf } from './reply-error.ts';

/** The part of `fetch` that is used. */
export type FetchLike = (url: string, init: RequestInit) => Promise<Response>;

export interface Wire {
  baseHref: string;
  fetch: FetchLike;
  now: () => Date;
  timeoutMs: number;
}

export interface WireRequest<T> {
  operation: string;
  method: 'GET' | 'POST' | 'DELETE';
  /** Below the base URL, e.g. `/epayment/v1/payments`; references in it are checked by the caller. */
  path: string;
  headers: Record<string, string>;
  body?: unknown;
  signal?: AbortSignal;
  timeoutMs?: number;
  /** Makes the result of the reply's JSON (undefined for an empty body); throws ReplyShapeError when it cannot. */
  parse: (json: unknown) => T;
}

/** One try over the wire, errors included. `earlierUnknown`: a try before this one may have been carried out. */
export async function exchange<T>(wire: Wire, request: WireRequest<T>, earlierUnknown: boolean): Promise<T> {
  const context = new ExchangeContext(request, request.timeoutMs ?? wire.timeoutMs, earlierUnknown);
  try {
    const reply = await fetchReply(wire, request, context);
    return await readReply(reply, request, context, wire.now);
  } finally {
    context.close();
  }
}

async function fetchReply(
  wire: Wire,
  request: WireRequest<unknown>,
  context: ExchangeContext,
): Promise<Response> {
  if (request.signal?.aborted) {
    throw new VippsAbortedError('The call was stopped before it was sent', context.details('not_sent'));
  }
  const init: RequestInit = {
    method: request.method,
    headers: request.headers,
    // Never follow: a redirect would carry keys and tokens, or a changed method, to another address.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    signal: context.signal,
  };
  if (request.body !== undefined) init.body = JSON.stringify(request.body);
  try {
    return await wire.fetch(`${wire.baseHref}${request.path}`, init);
  } catch (cause) {
    throw context.lost(cause);
  }
}

async function readReply<T>(
  reply: Response,
  request: WireRequest<T>,
  context: ExchangeContext,
  now: () => Date,
): Promise<T> {
  const details = { httpStatus: reply.status, requestId: requestIdOf(reply.headers) };
  if (!reply.ok) {
    // The status alone already tells the outcome, so a body that breaks off changes nothing.
    const text = await readBounded(reply).catch(() => '');
    throw errorFromReply(reply, text, now(), (outcome, requestId) =>
      context.details(outcome, { ...details, requestId: details.requestId ?? requestId }),
    );
  }
  let text: string;
  try {
    text = await readBounded(reply);
  } catch (cause) {
    if (cause instanceof ReplyTooLargeError) {
      throw new VippsProtocolError(
        `The reply is larger than ${MAX_REPLY_BYTES} bytes`,
        context.details('unknown', details),
      );
    }
    throw context.lost(cause, details);
  }
  try {
    return request.parse(text.trim() === '' ? undefined : JSON.parse(text));
  } catch (cause) {
    if (cause instanceof ReplyShapeError || cause instanceof SyntaxError) {
      // No `cause`: a JSON parser's message quotes the body, which may hold a token or personal data.
      const what = cause instanceof ReplyShapeError ? cause.message : 'not JSON';
      throw new VippsProtocolError(
        `The reply cannot be understood: ${what}`,
        context.details('unknown', details),
      );
    }
    throw cause;
  }
}

/** The timer, the two ways to be stopped, and what may be said about the outcome of this try. */
class ExchangeContext {
  readonly #request: WireRequest<unknown>;
  readonly #timeoutMs: number;
  readonly #earlierUnknown: boolean;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #onCallerAbort = () => this.#controller.abort();
  #timedOut = false;

  constructor(request: WireRequest<unknown>, timeoutMs: number, earlierUnknown: boolean) {
    this.#request = request;
    this.#timeoutMs = timeoutMs;
    this.#earlierUnknown = earlierUnknown;
    request.signal?.addEventListener('abort', this.#onCallerAbort);
    this.#timer = setTimeout(() => {
      this.#timedOut = true;
      this.#controller.abort();
    }, timeoutMs);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#request.signal?.removeEventListener('abort', this.#onCallerAbort);
  }

  details(outcome: VippsOutcome, reply: { httpStatus?: number; requestId?: string } = {}): VippsErrorDetails {
    return {
      operation: this.#request.operation,
      outcome: this.#earlierUnknown ? 'unknown' : outcome,
      ...reply,
    };
  }

  /** The error for a connection that failed, broke off or was stopped. */
  lost(cause: unknown, reply?: { httpStatus?: number; requestId?: string }): VippsError {
    if (this.#timedOut) {
      return new VippsTimeoutError(
        `No complete reply within ${this.#timeoutMs} ms`,
        this.details('unknown', reply),
      );
    }
    if (this.#request.signal?.aborted) {
      return new VippsAbortedError('The call was stopped while under way', this.details('unknown', reply));
    }
    const outcome = neverConnected(cause) ? 'not_sent' : 'unknown';
    const message = outcome === 'not_sent' ? 'No connection could be made' : 'The connection was lost';
    return new VippsConnectionError(message, { ...this.details(outcome, reply), cause });
  }
}

/** Failures that come before the first byte of a request. Anything not in the list counts as «may have been sent». */
const BEFORE_SENDING = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_INVALID_ARG',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function neverConnected(error: unknown): boolean {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof AggregateError) {
      return at.errors.length > 0 && at.errors.every(neverConnected);
    }
    if ('code' in at && typeof at.code === 'string') {
      return BEFORE_SENDING.has(at.code);
    }
  }
  return false;
}
