import { cards } from '../nets-books.ts';
import type { SandboxCall } from '../sandbox-call.ts';
import { newBase, type Row, untruths, wireFaults } from './base.ts';
import type { Counter, PayerAct } from './counter.ts';

interface NetsRow extends Row {
  charged: number;
  terminated: boolean;
  refunds: { refundId: string; state: string }[];
}

/** Money is taken with the reservation or later; a page is closed by paying or by us. */
export function netsCounter(call: SandboxCall): Counter {
  const { rows, at, told, fault, tellingAtOnce, replay } = newBase<NetsRow>('nets', call);
  return {
    id: 'nets',
    canBeAsked: true,
    replay,
    fault,
    async books(reference) {
      return (await rows(reference)).map((row) => ({
        ...row,
        isOpen: !row.terminated && row.reserved === 0,
        told: told(row),
      }));
    },
    async act({ paymentId = '' }, act, { tellsAtOnce } = {}) {
      const how = acts[act];
      if (!how) return undefined;
      await tellingAtOnce(tellsAtOnce, paymentId, () => call(at(paymentId, 'pay'), 'POST', how));
      return undefined;
    },
    revive: async () => undefined,
    async settle(reference) {
      for (const { paymentId, refunds } of await rows(reference))
        for (const { refundId, state } of refunds)
          if (state === 'Pending') await call(at(paymentId, 'settle-refund'), 'POST', { refundId });
    },
    faults: [
      ...wireFaults(['create', 'get', 'charge', 'cancel', 'refund', 'terminate', 'api']),
      ...untruths,
      { name: 'refund', value: 'pending' },
      { name: 'refund', value: 'failed' },
    ],
  };
}

/** Whoever leaves only shuts the page. */
const acts: Partial<Record<PayerAct, object>> = {
  pays: { card: cards.good },
  'pays another way': { card: cards.threeDS, threeDS: 'approve' },
  'is declined': { card: cards.declined },
  'is refused by the bank': { card: cards.threeDS, threeDS: 'reject' },
  'stays in the middle': { card: cards.threeDS },
  'pays with what cannot be taken': { card: cards.chargeFails },
};
