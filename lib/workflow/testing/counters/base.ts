import type { SandboxCall } from '../sandbox-call.ts';
import type { Counter, Fault } from './counter.ts';

/** A message in the books of any provider. */
export interface Delivery {
  event: string;
  state: 'waiting' | 'delivered' | 'given-up' | 'suppressed';
}

/** What the books of all providers have in common. */
export interface Row {
  paymentId: string;
  amount: number;
  currency: string;
  reserved: number;
  refunded: number;
  cancelled: number;
  deliveries: Delivery[];
}

/** What every counter does the same way. */
export function newBase<R extends Row>(party: string, call: SandboxCall) {
  const rows = (reference: string) => call<R[]>(`/${party}/books?reference=${encodeURIComponent(reference)}`);
  const at = (paymentId: string, path = '') =>
    `/${party}/books/${encodeURIComponent(paymentId)}${path && `/${path}`}`;
  return {
    rows,
    at,
    told: ({ deliveries }: Row) =>
      deliveries.map(({ event, state }) => ({ event, acknowledged: state === 'delivered' })),
    fault: (fault: Fault, options = {}) => call<void>('/faults/api', 'PUT', { party, ...fault, ...options }),
    /** For one payment, once. Takes every value, also such as no page offers. */
    faultOf: (paymentId: string, name: string, value: string) =>
      call<void>(at(paymentId, 'faults'), 'PUT', { name, value, times: 1 }),
    /** While the payer acts, and not for what happens to the payment later. */
    async tellingAtOnce<T>(
      wanted: boolean | undefined,
      paymentId: string,
      act: () => Promise<T>,
    ): Promise<T> {
      if (!wanted) return act();
      await call(at(paymentId, 'faults'), 'PUT', { name: 'webhook', value: 'before-return' });
      const result = await act();
      const reference = paymentId.split('/').at(-1) ?? '';
      await call(`/faults/api?${new URLSearchParams({ party, name: 'webhook', reference })}`, 'DELETE');
      return result;
    },
    async replay(reference: string, which = 0) {
      let sent = 0;
      for (const { paymentId, deliveries } of await rows(reference)) {
        const events = [...new Set(deliveries.map(({ event }) => event))];
        const all = which % 2 === 0 ? events : [...events].reverse();
        const chosen = which % 5 === 0 ? all : all.slice(0, 1);
        for (const event of chosen) await call(at(paymentId, 'replay-webhook'), 'POST', { event });
        sent += chosen.length;
      }
      return sent;
    },
  } satisfies Pick<Counter, 'fault' | 'replay'> & Record<string, unknown>;
}

const wire = ['lost-after-commit', 'lost-before-commit', 'dead', '500', '429'];

/** Every fault of the wire for each of the calls. */
export function wireFaults(calls: readonly string[], more: readonly string[] = []): Fault[] {
  return calls.flatMap((name) => [...wire, ...more].map((value) => ({ name, value })));
}

/** What a provider says of a payment is wrong, or nothing that anybody knows. */
export const untruths: readonly Fault[] = [
  { name: 'amount', value: 'wrong' },
  { name: 'currency', value: 'wrong' },
  { name: 'status', value: 'unknown' },
];
