import { booked, newBooks, type Row, untruths, wireFaults } from '../provider-books.ts';
import type { Act, ProviderDriver, Visit } from '../provider-driver.ts';

interface NetsRow extends Row {
  charged: number;
  terminated: boolean;
  charges: { amount: number }[];
  refunds: { amount: number; refundId: string; state: string }[];
}

const challenged = '4268270087374847';
const cards: Partial<Record<Act, object>> = {
  pay: { card: '4925000000000004' },
  'pay-otherwise': { card: '5413000000000000' },
  'pay-challenged': { card: challenged, threeDS: 'approve' },
  'pay-untakable': { card: '4925000000000079' },
  decline: { card: '4925000000000087' },
  'refuse-3ds': { card: challenged, threeDS: 'reject' },
  stall: { card: challenged },
};

const outcomes: Readonly<Record<string, Visit['outcome']>> = {
  paid: 'paid',
  declined: 'declined',
  challenge: 'waiting',
  'form-errors': 'unavailable',
  'already-paid': 'closed',
  terminated: 'closed',
};

/** Its page stays open when the payer leaves it, and has no end of its own: it is closed by paying or by us. */
export const driver: ProviderDriver = {
  id: 'nets',
  credentials: { secretKey: 'sandbox-nets-secret-key', reservationDays: 30 },
  method: { usual: 'Visa', other: 'MasterCard' },
  acts: [
    ...(['pay', 'pay-otherwise', 'pay-challenged', 'pay-untakable'] as const),
    ...(['decline', 'refuse-3ds', 'cancel', 'stall'] as const),
  ],
  faults: {
    create: ['create'],
    ask: ['get'],
    capture: ['charge'],
    cancel: ['cancel', 'terminate'],
    refund: ['refund'],
  },
  closesPages: true,
  troubles: [
    ...wireFaults(['create', 'get', 'charge', 'cancel', 'refund', 'terminate', 'api']),
    ...untruths,
    { name: 'refund', value: 'pending' },
    { name: 'refund', value: 'failed' },
  ],
  forged: 'wrong-authorization',
  hand(call) {
    const { rows, at, atPage } = newBooks<NetsRow>('nets', call);
    return {
      books: async (reference) => (await rows(reference)).map((row) => booked(row, row.terminated)),
      async visit(page, act) {
        // Back to the cancel address; the payment is as it was.
        if (act === 'cancel') return { outcome: 'cancelled' };
        const { outcome } = await call<{ outcome: string }>(await atPage(page, 'pay'), 'POST', cards[act]);
        return { outcome: outcomes[outcome] ?? 'closed' };
      },
      async comeAlive({ reference }) {
        for (const { paymentId, terminated } of await rows(reference))
          if (terminated) await call(at(paymentId, 'come-alive'), 'POST', {});
      },
      async settle(reference) {
        for (const { paymentId, refunds } of await rows(reference))
          for (const { refundId, state } of refunds)
            if (state === 'Pending') await call(at(paymentId, 'settle-refund'), 'POST', { refundId });
      },
    };
  },
};
