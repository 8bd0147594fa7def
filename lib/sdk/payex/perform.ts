import { PayexError } from './errors.ts';
import { type HttpConfig, isPassing, send, waitBefore } from './http.ts';
import { apiUrl, needOperation, type Rel } from './hypermedia.ts';
import { readPaymentOrder } from './replies.ts';
import type { PaymentOrder } from './reply-types.ts';
import type { CallOptions } from './request-types.ts';
import { readOrder } from './retrieve.ts';

export interface Deed<R> extends CallOptions {
  operation: string;
  paymentOrderId: string;
  rel: Rel;
  body: unknown;
  /** The result when the payment order shows that the deed is done already; throws when it shows that it never may be. */
  findDone(order: PaymentOrder, repeated: boolean): R | undefined;
  /** The result of the payment order that the provider answered with. */
  result(order: PaymentOrder): R;
  /** It can be sent again without happening twice: it is named by a payee reference, or changes nothing the second time. */
  repeatable: boolean;
}

/**
 * One change of a payment order: read it, see whether it is done, pick the operation by its rel, send. The API has no
 * idempotency header, so when the outcome of a try is unknown the payment order is read again before anything else:
 * a deed that is found there is done, one that is not is sent once more where that is safe.
 * Once a try has ended unknown, no refusal makes the whole call certain: its error says `unknown`.
 */
export async function perform<R>(config: HttpConfig, deed: Deed<R>): Promise<R> {
  const { operation, signal, timeoutMs } = deed;
  let unknown: PayexError | undefined;
  for (let attempt = 1; ; attempt += 1) {
    const order = await readBefore(config, deed, unknown);
    const done = deed.findDone(order, unknown === undefined);
    if (done !== undefined) return done;
    if (unknown && (!deed.repeatable || !isPassing(unknown) || attempt > config.maxRetries + 1))
      throw unknown;
    try {
      const { href, method } = needOperation(order, deed.rel, operation);
      const after = await send(config, {
        operation,
        method: method === 'PATCH' ? 'PATCH' : 'POST',
        url: apiUrl(config, href, operation),
        body: deed.body,
        signal,
        timeoutMs,
        parse: (json) => readPaymentOrder(json, deed.paymentOrderId),
      });
      return deed.result(after);
    } catch (error) {
      if (!(error instanceof PayexError)) throw error;
      if (unknown === undefined && error.outcome !== 'unknown') throw error;
      // A refusal now says nothing about the try before it.
      if (unknown !== undefined && error.outcome !== 'unknown') {
        return await lastLook(config, deed, unknown);
      }
      unknown = error;
      if (isPassing(error) && attempt <= config.maxRetries) await waitBefore(config, deed, attempt, error);
    }
  }
}

/** Before the first try nothing has been sent, so a read that fails leaves nothing unknown. */
async function readBefore(
  config: HttpConfig,
  deed: Deed<unknown>,
  unknown: PayexError | undefined,
): Promise<PaymentOrder> {
  try {
    return await readOrder(config, deed.paymentOrderId, {
      operation: deed.operation,
      signal: deed.signal,
      timeoutMs: deed.timeoutMs,
      outcome: (told) => (told === 'unknown' ? 'not_sent' : told),
    });
  } catch (error) {
    throw unknown ?? error;
  }
}

async function lastLook<R>(config: HttpConfig, deed: Deed<R>, unknown: PayexError): Promise<R> {
  const done = deed.findDone(await readBefore(config, deed, unknown), false);
  if (done === undefined) throw unknown;
  return done;
}
