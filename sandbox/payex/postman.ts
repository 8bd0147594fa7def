import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Collection, SandboxContext } from '../context.ts';
import type { Delivery } from './courier.ts';
import { peekFault } from './faults.ts';

/** Documented: so many milliseconds after the transaction. Seven attempts in all. */
export const retryTimesMs = [30_000, 60_000, 360_000, 432_000, 864_000, 1_265_000];
const fastRetryMs = 50;
const attemptTimeoutMs = 10_000;

/** The one who knocks on doors: one attempt, or again and again, and nothing after `close`. */
export function createPostman(context: SandboxContext, deliveries: Collection<Delivery>) {
  const stop = new AbortController();
  // One listener per callback under way.
  setMaxListeners(0, stop.signal);
  const pause = (ms: number) => delay(ms, undefined, { signal: stop.signal });

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
  const background = (work: Promise<unknown>): Promise<void> =>
    work.then(
      () => {},
      (error: unknown) => {
        if (!stop.signal.aborted) context.log(`payex callback: ${String(error)}`);
      },
    );
  return { attempt, retry, pause, background, close: () => stop.abort() };
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
