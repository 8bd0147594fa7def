import {
  DibsAbortedError,
  DibsConnectionError,
  type DibsError,
  type DibsErrorDetails,
  type DibsOutcome,
  DibsProtocolError,
  DibsTimeoutError,
} from './errors.ts';
import type { HttpConfig, HttpRequest } from './http.ts';
import { neverConnected } from './never-connected.ts';
import { MAX_REPLY_BYTES, ReplyTooLargeError, readBounded } from './read-bounded.ts';
import { errorFromStatus, requestIdOf } from './reply-error.ts';
import { ReplyShapeError } from './reply-shape.ts';

/** One try over the wire: a form out, a text back, errors included. */
export async function exchange<T>(config: HttpConfig, request: HttpRequest<T>): Promise<T> {
  const context = new ExchangeContext(request, request.timeoutMs ?? config.timeoutMs);
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
    throw new DibsAbortedError('The call was stopped before it was sent', context.details('not_sent'));
  }
  try {
    return await config.fetch(`${config.apiBaseHref}${request.path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...request.headers },
      body: request.body,
      // Never follow: a redirect could carry a signed request to another address.
      redirect: 'manual',
      credentials: 'omit',
      cache: 'no-store',
      signal: context.signal,
    });
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
  const known = { httpStatus: reply.status, requestId: requestIdOf(reply.headers) };
  const details = (outcome: DibsOutcome) => context.details(outcome, known);
  if (!reply.ok) {
    await reply.body?.cancel().catch(() => undefined);
    throw errorFromStatus(reply, now(), details);
  }
  let text: string;
  try {
    text = await readBounded(reply, request.charset);
  } catch (cause) {
    if (!(cause instanceof ReplyTooLargeError)) throw context.lost(cause, known);
    throw new DibsProtocolError(`The reply is larger than ${MAX_REPLY_BYTES} bytes`, details('unknown'));
  }
  try {
    return request.parse(text, { details });
  } catch (cause) {
    if (!(cause instanceof ReplyShapeError)) throw cause;
    throw new DibsProtocolError(`The reply cannot be understood: ${cause.message}`, details('unknown'));
  }
}

/** The timer, the two ways to be stopped, and what may be said about the outcome of this try. */
class ExchangeContext {
  readonly #request: HttpRequest<unknown>;
  readonly #timeoutMs: number;
  readonly #controller = new AbortController();
  readonly #timer: ReturnType<typeof setTimeout>;
  readonly #onCallerAbort = () => this.#controller.abort();
  #timedOut = false;

  constructor(request: HttpRequest<unknown>, timeoutMs: number) {
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

  details(outcome: DibsOutcome, reply: { httpStatus?: number; requestId?: string } = {}): DibsErrorDetails {
    const { operation, earlierUnknown } = this.#request;
    return { operation, outcome: earlierUnknown ? 'unknown' : outcome, ...reply };
  }

  /** The error for a connection that failed, broke off or was stopped. */
  lost(cause: unknown, reply?: { httpStatus?: number; requestId?: string }): DibsError {
    const unknown = this.details('unknown', reply);
    if (this.#timedOut)
      return new DibsTimeoutError(`No complete reply within ${this.#timeoutMs} ms`, unknown);
    if (this.#request.signal?.aborted)
      return new DibsAbortedError('The call was stopped while under way', unknown);
    if (!neverConnected(cause))
      return new DibsConnectionError('The connection was lost', false, { ...unknown, cause });
    return new DibsConnectionError('No connection could be made', true, {
      ...this.details('not_sent', reply),
      cause,
    });
  }
}
