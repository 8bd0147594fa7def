import { NetsAbortedError, NetsProtocolError } from './errors.ts';
import { ExchangeContext } from './exchange-context.ts';
import type { HttpConfig, HttpRequest } from './http.ts';
import { ReplyShapeError } from './json-shape.ts';
import { MAX_REPLY_BYTES, ReplyTooLargeError, readBounded } from './read-bounded.ts';
import { errorFromReply, requestIdOf } from './reply-error.ts';

/** One try over the wire, errors included. `earlierUnknown`: a try before this one may have been carried out. */
export async function exchange<T>(
  config: HttpConfig,
  request: HttpRequest<T>,
  earlierUnknown: boolean,
): Promise<T> {
  const context = new ExchangeContext(request, request.timeoutMs ?? config.timeoutMs, earlierUnknown);
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
    throw new NetsAbortedError('The call was stopped before it was sent', context.details('not_sent'));
  }
  const init: RequestInit = {
    method: request.method,
    headers: headersOf(config, request),
    // Never follow: a redirect would carry the secret key, or a changed method, to another address.
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    signal: context.signal,
  };
  if (request.body !== undefined) {
    init.body = JSON.stringify(request.body);
  }
  try {
    return await config.fetch(urlOf(config, request), init);
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
  const details = { httpStatus: reply.status, requestId: requestIdOf(reply.headers) };
  if (!reply.ok) {
    // The status alone already tells the outcome, so a body that breaks off changes nothing.
    const text = await readBounded(reply).catch(() => '');
    throw errorFromReply(reply, text, now(), (outcome) => context.details(outcome, details));
  }
  let text: string;
  try {
    text = await readBounded(reply);
  } catch (cause) {
    if (cause instanceof ReplyTooLargeError) {
      throw new NetsProtocolError(
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
      throw new NetsProtocolError(
        `The reply cannot be understood: ${what}`,
        context.details('unknown', details),
      );
    }
    throw cause;
  }
}

function headersOf(config: HttpConfig, request: HttpRequest<unknown>): Record<string, string> {
  return {
    authorization: config.secretKey,
    accept: 'application/json',
    ...(request.method === 'GET' ? {} : { 'content-type': 'application/json' }),
    ...(config.commercePlatformTag === undefined ? {} : { commerceplatformtag: config.commercePlatformTag }),
    ...(request.idempotencyKey === undefined ? {} : { 'idempotency-key': request.idempotencyKey }),
  };
}

function urlOf(config: HttpConfig, request: HttpRequest<unknown>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) query.set(name, value);
  }
  const text = query.toString();
  return `${config.baseHref}${request.path}${text === '' ? '' : `?${text}`}`;
}
