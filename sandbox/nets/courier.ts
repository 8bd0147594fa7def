import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Collection, SandboxContext } from '../context.ts';
import { peekFault, referencesOf, splitFault, takeFault } from './faults.ts';
import type { PaymentRecord, WebhookEvent } from './model.ts';
import type { EventName } from './schemas.ts';

/** One webhook on its way to one receiver, in the books (`nets.deliveries`). */
export interface Delivery {
  id: string;
  eventId: string;
  paymentId: string;
  event: EventName;
  url: string;
  authorization: string;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  state: 'waiting' | 'delivered' | 'given-up' | 'suppressed';
  attempts: { at: string; status?: number; error?: string }[];
}

/** Posts webhooks to those who registered them, again and again until one answers exactly 200. */
export interface Courier {
  send(payment: PaymentRecord, events: WebhookEvent[], options?: SendOptions): SentBatch;
  /** Posts a delivery once more now, whatever became of it. */
  replay(deliveryId: string): Promise<Delivery | undefined>;
  /** Runs work later, cleared when the sandbox stops. */
  later(ms: number, work: () => void | Promise<void>): void;
  /** Takes up what was waiting when the sandbox was last stopped. */
  resume(): void;
  close(): void;
}

export interface SendOptions {
  /** Write the deliveries down, but send none: the payer's return comes alone. */
  suppressed?: boolean;
  /** Over when the payer's browser has been answered; only a payer's events have it. */
  returned?: Promise<void>;
}

export interface SentBatch {
  /** Over when each delivery has been tried for the first time. Never rejects. */
  firstAttempts: Promise<void>;
  /** The fault asks that the payer is not sent back before `firstAttempts` is over. */
  holdsReturn: boolean;
}

/** Delays between attempts; the real ones are unverified ("increasing"). Ten attempts in all. */
export const retryDelaysMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000, 300_000];
const fastRetryMs = 50;
const attemptTimeoutMs = 10_000;

export function createCourier(context: SandboxContext, deliveries: Collection<Delivery>): Courier {
  const stop = new AbortController();
  // One listener per webhook under way.
  setMaxListeners(0, stop.signal);
  /** The last first attempts per payment, so that events arrive in the order they happened. */
  const queues = new Map<string, Promise<void>>();

  const attempt = async (id: string): Promise<Delivery | undefined> => {
    const delivery = deliveries.get(id);
    if (!delivery) return undefined;
    const outcome = await post(delivery, stop.signal);
    const current = deliveries.get(id);
    if (!current || stop.signal.aborted) return undefined;
    const attempts = [...current.attempts, { at: context.now().toISOString(), ...outcome }];
    const failed = attempts.length > retryDelaysMs.length ? 'given-up' : 'waiting';
    const state = outcome.status === 200 || current.state === 'delivered' ? 'delivered' : failed;
    const next: Delivery = { ...current, attempts, state };
    deliveries.set(id, next);
    context.log(`nets webhook ${next.event} ${next.paymentId}: ${outcome.status ?? outcome.error}`);
    return next;
  };
  const retry = async (id: string, references: string[]) => {
    for (;;) {
      const tried = deliveries.get(id)?.attempts.length ?? 0;
      const fast = peekFault(context, 'retry', references) === 'fast';
      await delay(fast ? fastRetryMs : (retryDelaysMs[tried - 1] ?? 1_000), undefined, {
        signal: stop.signal,
      });
      if (deliveries.get(id)?.state !== 'waiting') return;
      if ((await attempt(id))?.state !== 'waiting') return;
    }
  };
  /** Nothing that happens on the way may reach the sandbox; an abort is the ordinary end. */
  const background = (work: Promise<unknown>) =>
    work.then(
      () => {},
      (error: unknown) => {
        if (!stop.signal.aborted) context.log(`nets webhook: ${String(error)}`);
      },
    );
  const enqueue = (paymentId: string, work: () => Promise<void>) => {
    const queued = background((queues.get(paymentId) ?? Promise.resolve()).then(work));
    queues.set(paymentId, queued);
    return queued;
  };

  return {
    send(payment, events, { suppressed = false, returned } = {}) {
      const references = referencesOf(payment);
      const addressed = events.flatMap((event) =>
        payment.webHooks
          .filter(({ eventName }) => eventName === event.event)
          .map((hook) => ({ event, hook })),
      );
      if (addressed.length === 0) return { firstAttempts: Promise.resolve(), holdsReturn: false };
      const fault = splitFault(takeFault(context, 'webhook', references) ?? '', 0);
      const silent = suppressed || fault.kind === 'never';
      const batch = addressed.flatMap(({ event, hook }) => {
        const delivery: Delivery = {
          id: context.randomHex(8),
          eventId: event.id,
          paymentId: payment.paymentId,
          event: event.event,
          url: hook.url,
          authorization:
            fault.kind === 'wrong-authorization' ? `wrong${context.randomHex(8)}` : hook.authorization,
          headers: Object.assign({}, ...(hook.headers ?? [])),
          body: event.body,
          state: silent ? 'suppressed' : 'waiting',
          attempts: [],
        };
        return fault.kind === 'twice' ? [delivery, { ...delivery, id: context.randomHex(8) }] : [delivery];
      });
      if (fault.kind === 'reordered') batch.reverse();
      for (const delivery of batch) deliveries.set(delivery.id, delivery);
      if (silent) return { firstAttempts: Promise.resolve(), holdsReturn: false };

      const deliverAll = async () => {
        for (const { id } of batch) {
          if ((await attempt(id))?.state === 'waiting') void background(retry(id, references));
        }
      };
      const wait = waitFor(fault, returned);
      const start = async () => {
        if (wait.ms > 0 || wait.after) {
          await wait.after;
          await delay(wait.ms, undefined, { signal: stop.signal });
        }
        await enqueue(payment.paymentId, deliverAll);
      };
      return { firstAttempts: background(start()), holdsReturn: fault.kind === 'before-return' };
    },
    replay: (deliveryId) => attempt(deliveryId),
    later(ms, work) {
      void background(delay(ms, undefined, { signal: stop.signal }).then(work));
    },
    resume() {
      for (const delivery of deliveries.values().filter(({ state }) => state === 'waiting')) {
        void background(retry(delivery.id, [delivery.paymentId]));
      }
    },
    close: () => stop.abort(),
  };
}

function waitFor(fault: { kind: string; ms: number }, returned: Promise<void> | undefined) {
  switch (fault.kind) {
    case 'late':
      return { ms: fault.ms || 3_000 };
    case 'after-return':
      return returned ? { ms: fault.ms || 500, after: returned } : { ms: 0 };
    default:
      return { ms: 0 };
  }
}

/** The header is the raw string given at creation; only the answer's status counts. */
async function post(delivery: Delivery, stopped: AbortSignal): Promise<{ status?: number; error?: string }> {
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      headers: {
        ...delivery.headers,
        'content-type': 'application/json',
        authorization: delivery.authorization,
      },
      body: JSON.stringify(delivery.body),
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(attemptTimeoutMs)]),
    });
    await response.body?.cancel();
    return { status: response.status };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { error: cause instanceof Error ? cause.message || cause.name : String(cause) };
  }
}
