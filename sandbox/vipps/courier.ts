import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Collection, SandboxContext } from '../context.ts';
import { splitFault } from '../take-fault.ts';
import { peekFault, referencesOf, takeFault } from './faults.ts';
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
  return new QueueingCourier(context, deliveries, webhooks);
}

class QueueingCourier implements Courier {
  readonly #context: SandboxContext;
  readonly #deliveries: Collection<Delivery>;
  readonly #webhooks: Collection<WebhookRecord>;
  readonly #stop = new AbortController();
  /** Delivery ids by registration. */
  readonly #queues = new Map<string, string[]>();
  readonly #firstTries = new Map<string, () => void>();
  /** Deliveries that wait to be overtaken, by payment. */
  readonly #held = new Map<string, Delivery[]>();

  constructor(
    context: SandboxContext,
    deliveries: Collection<Delivery>,
    webhooks: Collection<WebhookRecord>,
  ) {
    this.#context = context;
    this.#deliveries = deliveries;
    this.#webhooks = webhooks;
    // One listener per pause and webhook under way.
    setMaxListeners(0, this.#stop.signal);
  }

  send(
    payment: PaymentRecord,
    events: EventRecord[],
    { suppressed = false, returned }: SendOptions = {},
  ): SentBatch {
    const addressed = events.flatMap((event) =>
      this.#webhooks
        .values()
        .filter((webhook) => webhook.msn === payment.msn && wants(webhook, event.name))
        .map((webhook) => ({ event, webhook })),
    );
    if (addressed.length === 0) return nothing;
    const fault = splitFault(takeFault(this.#context, 'webhook', referencesOf(payment)) ?? '', 0);
    const silent = suppressed || fault.kind === 'never';
    const batch = addressed.flatMap(({ event, webhook }): Delivery[] => {
      const made = newDelivery(this.#context, payment, event, webhook, fault.kind);
      // Whoever delivers it themselves needs what it would have been signed with.
      const headers = signHeaders(made.url, made.body, webhook.secret, this.#context.now());
      const one: Delivery = silent
        ? { ...made, headers, state: 'suppressed' }
        : { ...made, state: 'waiting' };
      return fault.kind === 'twice' ? [one, { ...one, id: this.#context.randomHex(8) }] : [one];
    });
    if (fault.kind === 'reordered') batch.reverse();
    for (const delivery of batch) this.#deliveries.set(delivery.id, delivery);
    if (silent) return nothing;
    const tried = batch.map(({ id }) => new Promise<void>((done) => this.#firstTries.set(id, done)));
    void this.#background(this.#start(payment.id, batch, fault, returned));
    return {
      firstAttempts: this.#background(Promise.race([Promise.all(tried), this.#wait(holdReturnMs)])),
      holdsReturn: fault.kind === 'before-return',
    };
  }

  replay(deliveryId: string): Promise<Delivery | undefined> {
    return this.#attempt(deliveryId);
  }

  later(ms: number, work: () => void | Promise<void>): void {
    void this.#background(this.#wait(ms).then(work));
  }

  resume(): void {
    this.#enqueue(this.#deliveries.values().filter(({ state }) => state === 'waiting'));
  }

  close(): void {
    this.#stop.abort();
  }

  /** Sends a batch off when its fault lets it, and what it was to overtake after it. */
  async #start(
    paymentId: string,
    batch: Delivery[],
    fault: { kind: string; ms: number },
    returned: Promise<void> | undefined,
  ): Promise<void> {
    const pause = waitFor(fault, returned);
    if (pause.after) await pause.after;
    if (pause.ms > 0) await this.#wait(pause.ms);
    if (fault.kind === 'reordered' && !this.#held.has(paymentId)) {
      this.#held.set(paymentId, batch);
      await this.#wait(fault.ms || releaseHeldMs);
    } else this.#enqueue(batch);
    this.#enqueue(this.#held.get(paymentId) ?? []);
    this.#held.delete(paymentId);
  }

  #enqueue(batch: Delivery[]): void {
    for (const { id, webhookId, forged } of batch) {
      const queue = this.#queues.get(webhookId);
      if (forged) void this.#background(this.#attempt(id));
      else if (queue) queue.push(id);
      else {
        const started = [id];
        this.#queues.set(webhookId, started);
        void this.#background(this.#workOff(webhookId, started));
      }
    }
  }

  /** One at a time per registration; ends when the queue is empty. */
  async #workOff(webhookId: string, queue: string[]): Promise<void> {
    for (let id = queue[0]; id !== undefined; id = queue[0]) {
      const waits = this.#deliveries.get(id)?.state === 'waiting';
      const tried = waits ? await this.#attempt(id) : undefined;
      if (tried?.state !== 'waiting') queue.shift();
      else {
        const fast = peekFault(this.#context, 'retry', referencesOf(tried)) === 'fast';
        await this.#wait(fast ? fastPauseMs : pauseMs(tried.attempts.length));
      }
    }
    this.#queues.delete(webhookId);
  }

  async #attempt(id: string): Promise<Delivery | undefined> {
    const delivery = this.#deliveries.get(id);
    const secret = delivery && this.#webhooks.get(delivery.webhookId)?.secret;
    if (!delivery || secret === undefined) {
      return delivery && this.#write({ ...delivery, state: 'given-up' });
    }
    const { headers, outcome } = await post(this.#context, delivery, secret, this.#stop.signal);
    const current = this.#deliveries.get(id);
    if (!current || this.#stop.signal.aborted) return undefined;
    const at = this.#context.now();
    const acknowledged = outcome.status !== undefined && outcome.status >= 200 && outcome.status < 300;
    const late = at.getTime() - Date.parse(current.createdAt) > giveUpAfterMs;
    const failed = current.forged || late ? 'given-up' : 'waiting';
    this.#context.log(
      `vipps webhook ${current.event} ${current.reference}: ${outcome.status ?? outcome.error}`,
    );
    return this.#write({
      ...current,
      headers: current.headers ?? headers,
      attempts: [...current.attempts, { at: at.toISOString(), ...outcome }],
      state: acknowledged || current.state === 'delivered' ? 'delivered' : failed,
    });
  }

  #write(delivery: Delivery): Delivery {
    this.#deliveries.set(delivery.id, delivery);
    this.#firstTries.get(delivery.id)?.();
    this.#firstTries.delete(delivery.id);
    return delivery;
  }

  #wait(ms: number): Promise<void> {
    return delay(ms, undefined, { signal: this.#stop.signal });
  }

  /** Nothing that happens on the way may reach the sandbox; an abort is the ordinary end. */
  #background(work: Promise<unknown>): Promise<void> {
    return work.then(
      () => {},
      (error: unknown) => {
        if (!this.#stop.signal.aborted) this.#context.log(`vipps webhook: ${String(error)}`);
      },
    );
  }
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
