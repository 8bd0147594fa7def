import type { Collection, SandboxContext } from '../context.ts';
import { createPostman } from '../postman.ts';
import { splitFault } from '../take-fault.ts';
import { peekFault, referencesOf, takeFault } from './faults.ts';
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
const retryDelaysMs = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000, 60_000, 120_000, 300_000];

export function createCourier(context: SandboxContext, deliveries: Collection<Delivery>): Courier {
  const { attempt, retry, pause, background, close } = createPostman(context, deliveries, {
    what: 'nets webhook',
    about: ({ paymentId }) => paymentId,
    pausesMs: retryDelaysMs,
    isFast: (references) => peekFault(context, 'retry', references) === 'fast',
    // The header is the raw string given at creation.
    headersOf: ({ headers, authorization }) => ({ ...headers, authorization }),
  });
  /** The last first attempts per payment, so that events arrive in the order they happened. */
  const queues = new Map<string, Promise<void>>();
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
          await pause(wait.ms);
        }
        await enqueue(payment.paymentId, deliverAll);
      };
      return { firstAttempts: background(start()), holdsReturn: fault.kind === 'before-return' };
    },
    replay: (deliveryId) => attempt(deliveryId),
    later(ms, work) {
      void background(pause(ms).then(work));
    },
    resume() {
      for (const delivery of deliveries.values().filter(({ state }) => state === 'waiting')) {
        void background(retry(delivery.id, [delivery.paymentId]));
      }
    },
    close,
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
