import type { Collection, SandboxContext } from '../context.ts';
import { createPostman } from '../postman.ts';
import { splitFault } from '../take-fault.ts';
import { peekFault, referencesOf, takeFault } from './faults.ts';
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

/** Documented: so many milliseconds after the transaction. Seven attempts in all. */
const retryTimesMs = [30_000, 60_000, 360_000, 432_000, 864_000, 1_265_000];
const longestHoldMs = 3_000;

export function createCourier(context: SandboxContext, deliveries: Collection<Delivery>): Courier {
  const { attempt, retry, pause, background, close } = createPostman(context, deliveries, {
    what: 'payex callback',
    about: ({ orderId }) => orderId,
    pausesMs: retryTimesMs.map((at, index) => at - (retryTimesMs[index - 1] ?? 0)),
    isFast: (references) => peekFault(context, 'retry', references) === 'fast',
  });
  /** Callbacks that wait to be overtaken, by payment order. */
  const held = new Map<string, (() => void)[]>();
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
    close,
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
