import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Collection, SandboxContext } from '../context.ts';
import { peekFault, referencesOf, splitFault, takeFault } from './faults.ts';
import { type OrderRecord, orderPath } from './model.ts';

/** One callback on its way, in the books (`payex.deliveries`). */
export interface Delivery {
  id: string;
  orderId: string;
  /** Why: the name of the history event. The body does not say it. */
  event: string;
  url: string;
  body: Record<string, unknown>;
  state: 'waiting' | 'delivered' | 'given-up' | 'suppressed';
  attempts: { at: string; status?: number; error?: string }[];
}

/** Posts callbacks to the payment order's callbackUrl, again and again until it answers 200. */
export interface Courier {
  /** `number` is the transaction's. Without a callbackUrl nothing is sent. */
  send(order: OrderRecord, event: string, number: number, options?: SendOptions): Sent;
  /** Posts a delivery once more now, whatever became of it. */
  replay(deliveryId: string): Promise<Delivery | undefined>;
  /** Runs work later, cleared when the sandbox stops. */
  later(ms: number, work: () => void | Promise<void>): void;
  /** Takes up what was waiting when the sandbox was last stopped. */
  resume(): void;
  close(): void;
}

export interface SendOptions {
  /** Write the delivery down, but do not send it: the payer's return comes alone. */
  suppressed?: boolean;
  /** Over when the payer's browser has been answered; only a payer's events have it. */
  returned?: Promise<void>;
}

export interface Sent {
  /** Over when it has been tried for the first time. Never rejects. */
  firstAttempt: Promise<void>;
  /** The fault asks that the payer is not sent back before `firstAttempt` is over. */
  holdsReturn: boolean;
}

/** Documented: so many seconds after the transaction. Seven attempts in all. */
export const retryTimesMs = [30_000, 60_000, 360_000, 432_000, 864_000, 1_265_000];
const fastRetryMs = 50;
const attemptTimeoutMs = 10_000;
const longestHoldMs = 3_000;

export function createCourier(context: SandboxContext, deliveries: Collection<Delivery>): Courier {
  const stop = new AbortController();
  // One listener per callback under way.
  setMaxListeners(0, stop.signal);
  /** Callbacks that wait to be overtaken, by payment order. */
  const held = new Map<string, (() => void)[]>();

  const attempt = async (id: string): Promise<Delivery | undefined> => {
    const delivery = deliveries.get(id);
    if (!delivery) return undefined;
    const outcome = await post(delivery, stop.signal);
    const current = deliveries.get(id);
    if (!current || stop.signal.aborted) return undefined;
    const attempts = [...current.attempts, { at: context.now().toISOString(), ...outcome }];
    const failed = attempts.length > retryTimesMs.length ? 'given-up' : 'waiting';
    const state = outcome.status === 200 || current.state === 'delivered' ? 'delivered' : failed;
    const next: Delivery = { ...current, attempts, state };
    deliveries.set(id, next);
    context.log(`payex callback ${next.event} ${next.orderId}: ${outcome.status ?? outcome.error}`);
    return next;
  };
  const pause = (ms: number) => delay(ms, undefined, { signal: stop.signal });
  const retry = async (id: string, references: string[]) => {
    for (;;) {
      const tried = deliveries.get(id)?.attempts.length ?? 0;
      const gapMs = (retryTimesMs[tried - 1] ?? 30_000) - (retryTimesMs[tried - 2] ?? 0);
      await pause(peekFault(context, 'retry', references) === 'fast' ? fastRetryMs : gapMs);
      if (deliveries.get(id)?.state !== 'waiting') return;
      if ((await attempt(id))?.state !== 'waiting') return;
    }
  };
  /** Nothing that happens on the way may reach the sandbox; an abort is the ordinary end. */
  const background = (work: Promise<unknown>) =>
    work.then(
      () => {},
      (error: unknown) => {
        if (!stop.signal.aborted) context.log(`payex callback: ${String(error)}`);
      },
    );
  const hold = (orderId: string) =>
    Promise.race([
      pause(longestHoldMs),
      new Promise<void>((resolve) => held.set(orderId, [...(held.get(orderId) ?? []), resolve])),
    ]);
  const release = (orderId: string) => {
    for (const go of held.get(orderId) ?? []) go();
    held.delete(orderId);
  };

  return {
    send(order, event, number, { suppressed = false, returned } = {}) {
      const { callbackUrl } = order.request.urls;
      if (!callbackUrl) return { firstAttempt: Promise.resolve(), holdsReturn: false };
      const references = referencesOf(order);
      const fault = splitFault(takeFault(context, 'webhook', references) ?? '', 0);
      const silent = suppressed || fault.kind === 'never';
      const delivery: Delivery = {
        id: context.randomHex(8),
        orderId: order.id,
        event,
        url: fault.kind === 'wrong-address' ? spoil(callbackUrl) : callbackUrl,
        body: callbackBody(order, number, fault.kind === 'wrong-order'),
        state: silent ? 'suppressed' : 'waiting',
        attempts: [],
      };
      const batch =
        fault.kind === 'twice' ? [delivery, { ...delivery, id: context.randomHex(8) }] : [delivery];
      for (const one of batch) deliveries.set(one.id, one);
      if (silent) return { firstAttempt: Promise.resolve(), holdsReturn: false };

      const deliver = async () => {
        if (fault.kind === 'reordered') await hold(order.id);
        if (fault.kind === 'late') await pause(fault.ms || 3_000);
        if (fault.kind === 'after-return' && returned) await returned.then(() => pause(fault.ms || 500));
        for (const { id } of batch) {
          if ((await attempt(id))?.state === 'waiting') void background(retry(id, references));
        }
        if (fault.kind !== 'reordered') release(order.id);
      };
      return { firstAttempt: background(deliver()), holdsReturn: fault.kind === 'before-return' };
    },
    replay: (deliveryId) => attempt(deliveryId),
    later(ms, work) {
      void background(pause(ms).then(work));
    },
    resume() {
      for (const { id, orderId, state } of deliveries.values()) {
        if (state === 'waiting') void background(retry(id, [orderId]));
      }
    },
    close: () => stop.abort(),
  };
}

/** Version 3.1. Two callbacks of one payment order differ in the number alone. */
function callbackBody(order: OrderRecord, number: number, wrongOrder: boolean): Record<string, unknown> {
  const { orderReference } = order.request.payeeInfo;
  const id = wrongOrder ? orderPath({ id: '00000000-0000-4000-8000-000000000000' }) : orderPath(order);
  return {
    ...(orderReference !== undefined && { orderReference }),
    paymentOrder: { id, instrument: 'paymentorders', number },
  };
}

/** The same address with another last character: as somebody would try who does not know the secret in it. */
function spoil(url: string): string {
  return `${url.slice(0, -1)}${url.endsWith('x') ? 'y' : 'x'}`;
}

async function post(delivery: Delivery, stopped: AbortSignal): Promise<{ status?: number; error?: string }> {
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
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
