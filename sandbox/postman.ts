import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Collection, SandboxContext } from './context.ts';

/** What the books of any provider keep of a message on its way. */
export interface PostedDelivery {
  url: string;
  event: string;
  body: Record<string, unknown>;
  state: 'waiting' | 'delivered' | 'given-up' | 'suppressed';
  attempts: { at: string; status?: number; error?: string }[];
}

interface PostmanOptions<D extends PostedDelivery> {
  /** What he carries, for the log, and which payment it tells of: the address may hold a secret. */
  what: string;
  about(delivery: D): string;
  /** Pauses before the second attempt and those after it; then he gives up. */
  pausesMs: readonly number[];
  /** Whether he is to hurry with what is meant by these names. */
  isFast(references: string[]): boolean;
  headersOf?(delivery: D): Record<string, string>;
}

const fastPauseMs = 50;
const attemptTimeoutMs = 10_000;

/** The one who knocks on doors: one attempt, or again and again until it is answered 200, and nothing after `close`. */
export function createPostman<D extends PostedDelivery>(
  context: SandboxContext,
  deliveries: Collection<D>,
  { what, about, pausesMs, isFast, headersOf = () => ({}) }: PostmanOptions<D>,
) {
  const stop = new AbortController();
  // One listener per message under way.
  setMaxListeners(0, stop.signal);
  const pause = (ms: number) => delay(ms, undefined, { signal: stop.signal });

  const attempt = async (id: string): Promise<D | undefined> => {
    const delivery = deliveries.get(id);
    if (!delivery) return undefined;
    const outcome = await post(delivery, headersOf(delivery), stop.signal);
    const current = deliveries.get(id);
    if (!current || stop.signal.aborted) return undefined;
    const attempts = [...current.attempts, { at: context.now().toISOString(), ...outcome }];
    const failed = attempts.length > pausesMs.length ? 'given-up' : 'waiting';
    const state = outcome.status === 200 || current.state === 'delivered' ? 'delivered' : failed;
    const next: D = { ...current, attempts, state };
    deliveries.set(id, next);
    context.log(`${what} ${next.event} ${about(next)}: ${outcome.status ?? outcome.error}`);
    return next;
  };
  const retry = async (id: string, references: string[]) => {
    for (;;) {
      const tried = deliveries.get(id)?.attempts.length ?? 0;
      await pause(isFast(references) ? fastPauseMs : (pausesMs[tried - 1] ?? pausesMs[0] ?? 0));
      if (deliveries.get(id)?.state !== 'waiting') return;
      if ((await attempt(id))?.state !== 'waiting') return;
    }
  };
  /** Nothing that happens on the way may reach the sandbox; an abort is the ordinary end. */
  const background = (work: Promise<unknown>): Promise<void> =>
    work.then(
      () => {},
      (error: unknown) => {
        if (!stop.signal.aborted) context.log(`${what}: ${String(error)}`);
      },
    );
  return { attempt, retry, pause, background, close: () => stop.abort() };
}

/** Only the answer's status counts. */
async function post(
  { url, body }: PostedDelivery,
  headers: Record<string, string>,
  stopped: AbortSignal,
): Promise<{ status?: number; error?: string }> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify(body),
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
