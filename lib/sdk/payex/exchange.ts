import {
  PayexAbortedError,
  PayexConnectionError,
  type PayexError,
  type PayexErrorDetails,
  type PayexOutcome,
  PayexProtocolError,
  PayexTimeoutError,
} from './errors.ts';
import type { HttpConfig, HttpRequest } from './http.ts';
import { ReplyShapeError } from './json-shape.ts';
import { readProblem } from './problems.ts';
import { MAX_REPLY_BYTES, ReplyTooLargeError, readBounded } from './read-bounded.ts';
import { errorFromReply, parseBody, requestIdOf } from './reply-error.ts';

/** One try over the wire, errors included. */
export async function exchange<T>(config: HttpConfig, request: HttpRequest<T>): Promise<T> {
  const timeoutMs = request.timeoutMs ?? config.timeoutMs;
  // A fresh one for each try: the provider wants it so.
  const context = new ExchangeContext(request, timeoutMs, config.newSessionId());
  try {
    const reply = await fetchReply(config, request, context);
    return await readReply(reply, request, context, config.now);
  } finally {
    context.close();
  }
}

async function fetchReply(
  config: HttpConfig,
  request: HttpRequest<unknown>,
  context: ExchangeContext,
): Promise<Response> {
  if (request.signal?.aborted) {
    throw new PayexAbortedError('The call was stopped before it was sent', context.details('not_sent'));
  }
  const init: RequestInit = {
    method: request.method,
    headers: headersOf(config, request, context.sessionId),
    // Never follow: a redirect would carry the access token, or a changed method, to another address.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    signal: context.signal,
  };
  if (request.body !== undefined) {
    init.body = JSON.stringify(request.body);
  }
  try {
    return await config.fetch(request.url, init);
  } catch (cause) {
    throw context.lost(cause);
  }
}

async function readReply<T>(
  reply: Response,
  request: HttpRequest<T>,
  context: ExchangeContext,
  now: () => Date,
): Promise<T> {
  const requestId = requestIdOf(reply.headers) ?? context.sessionId;
  const details = { httpStatus: reply.status, requestId };
  if (!reply.ok) {
    // The status alone already tells the outcome, so a body that breaks off changes nothing.
    const problem = readProblem(parseBody(await readBounded(reply).catch(() => '')));
    const told = { ...details, requestId: problem?.sessionId ?? requestId };
    throw errorFromReply(reply, problem, now(), (outcome) => context.details(outcome, told));
  }
  let text: string;
  try {
    text = await readBounded(reply);
  } catch (cause) {
    if (cause instanceof ReplyTooLargeError) {
      throw new PayexProtocolError(
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
      // No `cause`: a JSON parser's message quotes the body, which may hold personal data.
      const what = cause instanceof ReplyShapeError ? cause.message : 'not JSON';
      throw new PayexProtocolError(
        `The reply cannot be understood: ${what}`,
        context.details('unknown', details),
      );
    }
    throw cause;
  }
}

const VERSIONED = 'application/json;version=3.1';

/** Version 3.1 is chosen by Accept on a read and by Content-Type on a write. */
function headersOf(
  config: HttpConfig,
  request: HttpRequest<unknown>,
  sessionId: string,
): Record<string, string> {
  const reads = request.method === 'GET';
  return {
    authorization: `Bearer ${config.accessToken}`,
    accept: reads ? VERSIONED : 'application/problem+json; q=1.0, application/json; q=0.9',
    ...(reads ? {} : { 'content-type': VERSIONED }),
    'session-id': sessionId,
    ...(config.userAgent === undefined ? {} : { 'user-agent': config.userAgent }),
  };
}

/** The timer, the two ways to be stopped, and what may be said about the outcome of this try. */
class ExchangeContext {
  readonly #request: HttpRequest<unknown>;
  readonly #timeoutMs: number;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #onCallerAbort = () => this.#controller.abort();
  readonly sessionId: string;
  #timedOut = false;

  constructor(request: HttpRequest<unknown>, timeoutMs: number, sessionId: string) {
    this.sessionId = sessionId;
    this.#request = request;
    this.#timeoutMs = timeoutMs;
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

  details(outcome: PayexOutcome, reply: { httpStatus?: number; requestId?: string } = {}): PayexErrorDetails {
    return {
      operation: this.#request.operation,
      outcome: this.#request.outcome?.(outcome) ?? outcome,
      requestId: this.sessionId,
      ...reply,
    };
  }

  /** The error for a connection that failed, broke off or was stopped. */
  lost(cause: unknown, reply?: { httpStatus?: number; requestId?: string }): PayexError {
    if (this.#timedOut) {
      return new PayexTimeoutError(
        `No complete reply within ${this.#timeoutMs} ms`,
        this.details('unknown', reply),
      );
    }
    if (this.#request.signal?.aborted) {
      return new PayexAbortedError('The call was stopped while under way', this.details('unknown', reply));
    }
    const never = neverConnected(cause);
    const message = never ? 'No connection could be made' : 'The connection was lost';
    return new PayexConnectionError(message, {
      ...this.details(never ? 'not_sent' : 'unknown', reply),
      cause,
    });
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
