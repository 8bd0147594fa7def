import { NetsAbortedError, NetsProtocolError } from '../errors.ts';
import { ExchangeContext } from '../exchange-context.ts';
import type { FetchLike } from '../http.ts';
import { ReplyShapeError } from '../json-shape.ts';
import { MAX_REPLY_BYTES, ReplyTooLargeError, readBounded } from '../read-bounded.ts';
import { type RepeatConfig, repeated } from '../repeated.ts';
import { errorFromReply, requestIdOf } from '../reply-error.ts';
import { exceptionIn } from './exception.ts';
import { readXml, type XmlElement, XmlError } from './read-xml.ts';

export interface NetaxeptConfig extends RepeatConfig {
  merchantId: string;
  token: string;
  baseHref: string;
  fetch: FetchLike;
  now: () => Date;
  timeoutMs: number;
}

export interface CallOptions {
  /** Stops the call. */
  signal?: AbortSignal;
  /** Instead of the client's, for each try. */
  timeoutMs?: number;
}

export interface NetaxeptRequest<T> extends CallOptions {
  operation: string;
  /** E.g. `Query`: what is before `.aspx`. */
  page: 'Register' | 'Process' | 'Query';
  parameters: Readonly<Record<string, string | undefined>>;
  isRead: boolean;
  /** Makes the result of the reply; throws ReplyShapeError when it cannot. */
  parse: (root: XmlElement) => T;
}

/**
 * One call. A read is repeated freely; anything else only after a try that certainly did nothing: there are no idempotency
 * keys, so an unknown outcome is for `query` to settle.
 */
export function send<T>(config: NetaxeptConfig, request: NetaxeptRequest<T>): Promise<T> {
  const { operation, signal, isRead } = request;
  return repeated(config, { operation, signal, isRead, repeatable: isRead }, (earlierUnknown) =>
    exchange(config, request, earlierUnknown),
  );
}

async function exchange<T>(
  config: NetaxeptConfig,
  request: NetaxeptRequest<T>,
  earlierUnknown: boolean,
): Promise<T> {
  const context = new ExchangeContext(request, request.timeoutMs ?? config.timeoutMs, earlierUnknown);
  try {
    if (request.signal?.aborted)
      throw new NetsAbortedError('The call was stopped before it was sent', context.details('not_sent'));
    const reply = await config
      .fetch(`${config.baseHref}/Netaxept/${request.page}.aspx`, {
        method: 'POST',
        headers: { accept: 'text/xml', 'content-type': 'application/x-www-form-urlencoded' },
        body: bodyOf(config, request).toString(),
        // Never follow: a redirect would carry the token to another address.
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
        signal: context.signal,
      })
      .catch((cause: unknown) => Promise.reject(context.lost(cause)));
    return await readReply(reply, request, context, config.now);
  } finally {
    context.close();
  }
}

/** In the body, never in the address: addresses end up in logs, and the token is one of the parameters. */
function bodyOf(
  { merchantId, token }: NetaxeptConfig,
  { parameters }: NetaxeptRequest<unknown>,
): URLSearchParams {
  const body = new URLSearchParams({ merchantId, token });
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) body.set(name, value);
  return body;
}

async function readReply<T>(
  reply: Response,
  request: NetaxeptRequest<T>,
  context: ExchangeContext,
  now: () => Date,
): Promise<T> {
  const details = { httpStatus: reply.status, requestId: requestIdOf(reply.headers) };
  if (!reply.ok) {
    await reply.body?.cancel().catch(() => undefined);
    throw errorFromReply(reply, '', now(), (outcome) => context.details(outcome, details));
  }
  const confused = (what: string) =>
    new NetsProtocolError(`The reply cannot be understood: ${what}`, context.details('unknown', details));
  let text: string;
  try {
    text = await readBounded(reply);
  } catch (cause) {
    if (cause instanceof ReplyTooLargeError) throw confused(`larger than ${MAX_REPLY_BYTES} bytes`);
    throw context.lost(cause, details);
  }
  try {
    const root = readXml(text);
    const exception = exceptionIn(root, (outcome) => context.details(outcome, details));
    if (exception) throw exception;
    return request.parse(root);
  } catch (cause) {
    if (cause instanceof ReplyShapeError || cause instanceof XmlError) throw confused(cause.message);
    throw cause;
  }
}
