import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Collection, SandboxContext } from '../context.ts';
import { referencesOf, takeFault } from './faults.ts';
import type { PaymentRecord } from './model.ts';
import type { Wire } from './wire.ts';

/** One callback on its way, in the books. */
export interface Delivery {
  id: string;
  paymentId: string;
  /** The status it tells of. */
  event: string;
  url: string;
  fields: [string, string][];
  state: 'waiting' | 'delivered' | 'given-up' | 'suppressed';
  attempts: { at: string; status?: number; error?: string }[];
}

export interface Callback {
  event: string;
  url: string;
  fields: [string, string][];
}

export interface SendOptions {
  /** Write it down, but do not send it: the payer's return comes alone. */
  suppressed?: boolean;
  /** Over when the payer's browser has been answered; only what a payer did has it. */
  returned?: Promise<void>;
}

export interface SentCallback {
  /** Over when it has been tried for the first time. Never rejects. */
  firstAttempt: Promise<void>;
  /** The fault asks that the payer is not sent back before `firstAttempt` is over. */
  holdsReturn: boolean;
}

const retryDelaysMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000, 300_000];
const fastRetryMs = 50;
const attemptTimeoutMs = 10_000;

/** Posts callbacks as forms, again until one answers 200. Whether the real one tries again at all is unverified. */
export class Courier {
  readonly #context: SandboxContext;
  readonly #wire: Wire;
  readonly #deliveries: Collection<Delivery>;
  readonly #stop = new AbortController();
  /** The last first attempts per payment, so that callbacks arrive in the order they happened. */
  readonly #queues = new Map<string, Promise<void>>();
  /** Callbacks held back by `reordered`, per payment: called when the next one has gone. */
  readonly #held = new Map<string, () => void>();

  constructor(context: SandboxContext, wire: Wire, deliveries: Collection<Delivery>) {
    this.#context = context;
    this.#wire = wire;
    this.#deliveries = deliveries;
    // One listener per callback under way.
    setMaxListeners(0, this.#stop.signal);
  }

  send(
    payment: PaymentRecord,
    callback: Callback,
    { suppressed = false, returned }: SendOptions = {},
  ): SentCallback {
    const fault = takeFault(this.#scope, 'webhook', referencesOf(payment)) ?? { kind: '' };
    const silent = suppressed || fault.kind === 'never';
    const fields =
      fault.kind === 'wrong-signature' ? withWrongMac(this.#wire, callback.fields) : callback.fields;
    const ids = (fault.kind === 'twice' ? [1, 2] : [1]).map(() => this.#context.randomHex(8));
    for (const id of ids) {
      const state = silent ? 'suppressed' : 'waiting';
      this.#deliveries.set(id, { ...callback, fields, id, paymentId: payment.id, state, attempts: [] });
    }
    if (silent) return { firstAttempt: Promise.resolve(), holdsReturn: false };
    const earlier = this.#held.get(payment.id);
    this.#held.delete(payment.id);
    const deliver = async () => {
      await this.#waitFor(fault, payment.id, returned);
      await this.#enqueue(payment.id, ids);
      earlier?.();
    };
    return { firstAttempt: this.#background(deliver()), holdsReturn: fault.kind === 'before-return' };
  }

  /** Posts a delivery once more now, whatever became of it. */
  async replay(id: string): Promise<Delivery | undefined> {
    const delivery = this.#deliveries.get(id);
    if (!delivery) return undefined;
    const outcome = await post(delivery, this.#wire.encode(delivery.fields), this.#stop.signal);
    const current = this.#deliveries.get(id);
    if (!current || this.#stop.signal.aborted) return undefined;
    const attempts = [...current.attempts, { at: this.#context.now().toISOString(), ...outcome }];
    const failed = attempts.length > retryDelaysMs.length ? 'given-up' : 'waiting';
    const state = outcome.status === 200 || current.state === 'delivered' ? 'delivered' : failed;
    const next: Delivery = { ...current, attempts, state };
    this.#deliveries.set(id, next);
    this.#context.log(
      `${this.#wire.partyId} callback ${next.event} ${next.paymentId}: ${outcome.status ?? outcome.error}`,
    );
    return next;
  }

  /** Runs work later, cleared when the sandbox stops. */
  later(ms: number, work: () => void): void {
    void this.#background(this.#pause(ms).then(work));
  }

  /** Takes up what was waiting when the sandbox was last stopped. */
  resume(): void {
    for (const { id } of this.#deliveries.values().filter(({ state }) => state === 'waiting')) {
      void this.#background(this.#retry(id));
    }
  }

  close(): void {
    this.#stop.abort();
  }

  get #scope() {
    return { context: this.#context, wire: this.#wire };
  }

  #enqueue(paymentId: string, ids: string[]): Promise<void> {
    const work = async () => {
      for (const id of ids) {
        if ((await this.replay(id))?.state === 'waiting') void this.#background(this.#retry(id));
      }
    };
    const queued = this.#background((this.#queues.get(paymentId) ?? Promise.resolve()).then(work));
    this.#queues.set(paymentId, queued);
    return queued;
  }

  async #retry(id: string): Promise<void> {
    for (;;) {
      const { attempts = [], paymentId } = this.#deliveries.get(id) ?? {};
      const fast = this.#context.faults.peek(this.#wire.partyId, 'retry', paymentId) === 'fast';
      await this.#pause(fast ? fastRetryMs : (retryDelaysMs[attempts.length - 1] ?? 1_000));
      if (this.#deliveries.get(id)?.state !== 'waiting') return;
      if ((await this.replay(id))?.state !== 'waiting') return;
    }
  }

  async #waitFor(fault: { kind: string; ms?: number }, paymentId: string, returned?: Promise<void>) {
    switch (fault.kind) {
      case 'late':
        return this.#pause(fault.ms ?? 3_000);
      case 'reordered': {
        const next = new Promise<void>((resolve) => this.#held.set(paymentId, resolve));
        return Promise.race([next, this.#pause(fault.ms ?? 3_000)]);
      }
      case 'after-return':
        await returned;
        return returned && this.#pause(fault.ms ?? 500);
      default:
        return undefined;
    }
  }

  #pause(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: this.#stop.signal });
  }

  /** Nothing that happens on the way may reach the sandbox; an abort is the ordinary end. */
  #background(work: Promise<unknown>): Promise<void> {
    return work.then(
      () => {},
      (error: unknown) => {
        if (!this.#stop.signal.aborted) this.#context.log(`${this.#wire.partyId} callback: ${String(error)}`);
      },
    );
  }
}

/** The right fields under a signature that no key made. */
export function withWrongMac(
  { signature }: Pick<Wire, 'signature'>,
  fields: [string, string][],
): [string, string][] {
  return fields.map(([name, value]) => [
    name,
    name === signature ? value.replace(/^./, (first) => (first === '0' ? '1' : '0')) : value,
  ]);
}

async function post(
  delivery: Delivery,
  body: string,
  stopped: AbortSignal,
): Promise<{ status?: number; error?: string }> {
  try {
    const response = await fetch(delivery.url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body,
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
