import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Collection, SandboxContext } from '../context.ts';
import { peekFault, referencesOf, splitFault, takeFault } from './faults.ts';
import type { EventName, EventRecord, PaymentRecord, WebhookRecord } from './model.ts';
import { signHeaders } from './sign.ts';

/** One webhook on its way to one receiver, in the books (`vipps.deliveries`). */
export interface Delivery {
  id: string;
  webhookId: string;
  paymentId: string;
  reference: string;
  event: EventName;
  url: string;
  /** Exactly the bytes that are signed. */
  body: string;
  /** Signed wrongly, or changed after signing: by somebody else than the provider, so it is sent once and stops nobody. */
  forged?: 'wrong-signature' | 'changed-body';
  /** As first signed. */
  headers?: Record<string, string>;
  createdAt: string;
  state: 'waiting' | 'delivered' | 'given-up' | 'suppressed';
  attempts: { at: string; status?: number; error?: string }[];
}

/**
 * Posts signed webhooks to those who registered them, in order per registration: one that is not acknowledged with a 2xx is
 * tried again, with growing pauses for 7 days, and the later ones wait behind it.
 */
export interface Courier {
  send(payment: PaymentRecord, events: EventRecord[], options?: SendOptions): SentBatch;
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
  /** Over when each delivery has been tried for the first time, or after some seconds. Never rejects. */
  firstAttempts: Promise<void>;
  /** The fault asks that the payer is not sent back before `firstAttempts` is over. */
  holdsReturn: boolean;
}

const giveUpAfterMs = 7 * 24 * 3_600_000;
/** The real pauses are not written down ("exponential back-off"): doubling from a second to five minutes. */
const pauseMs = (tries: number) => Math.min(1_000 * 2 ** (tries - 1), 300_000);
const fastPauseMs = 50;
const attemptTimeoutMs = 10_000;
const holdReturnMs = 5_000;
const releaseHeldMs = 3_000;
const nothing: SentBatch = { firstAttempts: Promise.resolve(), holdsReturn: false };

export function createCourier(
  context: SandboxContext,
  deliveries: Collection<Delivery>,
  webhooks: Collection<WebhookRecord>,
): Courier {
  const stop = new AbortController();
  // One listener per pause and webhook under way.
  setMaxListeners(0, stop.signal);
  const queues = new Map<string, string[]>();
  const firstTries = new Map<string, () => void>();
  /** Deliveries that wait to be overtaken, by payment. */
  const held = new Map<string, Delivery[]>();

  const attempt = async (id: string): Promise<Delivery | undefined> => {
    const delivery = deliveries.get(id);
    const secret = delivery && webhooks.get(delivery.webhookId)?.secret;
    if (!delivery || secret === undefined) return delivery && write({ ...delivery, state: 'given-up' });
    const { headers, outcome } = await post(context, delivery, secret, stop.signal);
    const current = deliveries.get(id);
    if (!current || stop.signal.aborted) return undefined;
    const at = context.now();
    const acknowledged = outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300;
    const late = at.getTime() - Date.parse(current.createdAt) > giveUpAfterMs;
    const failed = current.forged || late ? 'given-up' : 'waiting';
    context.log(`vipps webhook ${current.event} ${current.reference}: ${outcome.status ?? outcome.error}`);
    return write({
      ...current,
      headers: current.headers ?? headers,
      attempts: [...current.attempts, { at: at.toISOString(), ...outcome }],
      state: acknowledged || current.state === 'delivered' ? 'delivered' : failed,
    });
  };
  const write = (delivery: Delivery): Delivery => {
    deliveries.set(delivery.id, delivery);
    firstTries.get(delivery.id)?.();
    firstTries.delete(delivery.id);
    return delivery;
  };
  /** Nothing that happens on the way may reach the sandbox; an abort is the ordinary end. */
  const background = (work: Promise<unknown>) =>
    work.then(
      () => {},
      (error: unknown) => {
        if (!stop.signal.aborted) context.log(`vipps webhook: ${String(error)}`);
      },
    );
  const wait = (ms: number) => delay(ms, undefined, { signal: stop.signal });

  /** One at a time per registration; ends when the queue is empty. */
  const workOff = async (webhookId: string, queue: string[]) => {
    for (let id = queue[0]; id !== undefined; id = queue[0]) {
      const waits = deliveries.get(id)?.state === 'waiting';
      const tried = waits ? await attempt(id) : undefined;
      if (tried?.state !== 'waiting') queue.shift();
      else await wait(fast(tried) ? fastPauseMs : pauseMs(tried.attempts.length));
    }
    queues.delete(webhookId);
  };
  const fast = (delivery: Delivery) => peekFault(context, 'retry', referencesOf(delivery)) === 'fast';
  const enqueue = (batch: Delivery[]) => {
    for (const { id, webhookId, forged } of batch) {
      const queue = queues.get(webhookId);
      if (forged) void background(attempt(id));
      else if (queue) queue.push(id);
      else {
        const started = [id];
        queues.set(webhookId, started);
        void background(workOff(webhookId, started));
      }
    }
  };
  const release = (paymentId: string) => {
    enqueue(held.get(paymentId) ?? []);
    held.delete(paymentId);
  };

  return {
    send(payment, events, { suppressed = false, returned } = {}) {
      const listening = webhooks.values().filter(({ msn }) => msn === payment.msn);
      if (!events.some(({ name }) => listening.some((webhook) => wants(webhook, name)))) return nothing;
      const fault = splitFault(takeFault(context, 'webhook', referencesOf(payment)) ?? '', 0);
      const silent = suppressed || fault.kind === 'never';
      const batch = events.flatMap((event) =>
        listening
          .filter((webhook) => wants(webhook, event.name))
          .flatMap((webhook) => {
            const one = newDelivery(context, payment, event, webhook, fault.kind);
            return fault.kind === 'twice' ? [one, { ...one, id: context.randomHex(8) }] : [one];
          })
          .map((one): Delivery => ({ ...one, state: silent ? 'suppressed' : 'waiting' })),
      );
      if (fault.kind === 'reordered') batch.reverse();
      for (const delivery of batch) deliveries.set(delivery.id, delivery);
      if (silent) return nothing;
      const tried = Promise.all(
        batch.map(({ id }) => new Promise<void>((resolve) => firstTries.set(id, resolve))),
      );
      const start = async () => {
        const pause = waitFor(fault, returned);
        if (pause.after) await pause.after;
        if (pause.ms > 0) await wait(pause.ms);
        if (fault.kind === 'reordered' && !held.has(payment.id)) {
          held.set(payment.id, batch);
          await wait(fault.ms || releaseHeldMs);
        } else enqueue(batch);
        release(payment.id);
      };
      void background(start());
      const firstAttempts = background(Promise.race([tried, wait(holdReturnMs)]));
      return { firstAttempts, holdsReturn: fault.kind === 'before-return' };
    },
    replay: (deliveryId) => attempt(deliveryId),
    later(ms, work) {
      void background(wait(ms).then(work));
    },
    resume() {
      enqueue(deliveries.values().filter(({ state }) => state === 'waiting'));
    },
    close: () => stop.abort(),
  };
}

function wants(webhook: WebhookRecord, name: EventName): boolean {
  return webhook.events.includes(`epayments.payment.${name.toLowerCase()}.v1`);
}

function newDelivery(
  context: SandboxContext,
  { id: paymentId, msn, reference }: PaymentRecord,
  event: EventRecord,
  webhook: WebhookRecord,
  fault: string,
): Delivery {
  return {
    id: context.randomHex(8),
    webhookId: webhook.id,
    paymentId,
    reference,
    event: event.name,
    url: webhook.url,
    body: JSON.stringify({ msn, ...event }),
    ...((fault === 'wrong-signature' || fault === 'changed-body') && { forged: fault }),
    createdAt: context.now().toISOString(),
    state: 'waiting',
    attempts: [],
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

/** Signed anew for each attempt; whether the real ones are is not known, so the fault `same-signature` keeps the first. */
async function post(context: SandboxContext, delivery: Delivery, secret: string, stopped: AbortSignal) {
  const { url, body, forged } = delivery;
  const keep = peekFault(context, 'retry', referencesOf(delivery)) === 'same-signature';
  const key = forged === 'wrong-signature' ? context.randomHex(32) : secret;
  const headers = (keep && delivery.headers) || signHeaders(url, body, key, context.now());
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: forged === 'changed-body' ? body.replace('"success":true', '"success":false') : body,
      redirect: 'manual',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(attemptTimeoutMs)]),
    });
    await response.body?.cancel();
    return { headers, outcome: { status: response.status } };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return {
      headers,
      outcome: { error: cause instanceof Error ? cause.message || cause.name : String(cause) },
    };
  }
}
