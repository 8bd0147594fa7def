import { booked, faultsOf, newBooks, type Row, untruths, wireFaults } from '../provider-books.ts';
import type { Act, ProviderDriver, Visit } from '../provider-driver.ts';

interface PayexRow extends Row {
  charged: number;
  status: string;
  late: boolean;
  charges: { amount: number }[];
}

const visa = { card: '4925000000000004' };
const leavesApp = { instrument: 'Vipps', app: 'expire' };
const how: Partial<Record<Act, object>> = {
  pay: visa,
  'pay-otherwise': { card: '5226600159865967' },
  'pay-challenged': { instrument: 'Vipps' },
  'pay-untakable': visa,
  decline: { card: '4111112000004565' },
  'refuse-3ds': { card: '4761739001010416', threeDS: 'refuse' },
  wait: { instrument: 'Vipps', app: 'wait' },
  leave: leavesApp,
};

const outcomes: Readonly<Record<string, Visit['outcome']>> = {
  paid: 'paid',
  failed: 'told-as-failed',
  declined: 'declined',
  cancelled: 'cancelled',
  app: 'waiting',
  unavailable: 'unavailable',
  'already-paid': 'closed',
  terminated: 'closed',
};

/** Pays by card, or in an app; what was told as failed may be paid all the same. */
export const driver: ProviderDriver = {
  id: 'payex',
  credentials: {
    accessToken: 'sandbox-payex-access-token',
    payeeId: '5cabf558-5283-482f-b252-4d58e06f6f3b',
    reservationDays: 30,
  },
  method: { usual: 'Visa', other: 'MasterCard' },
  acts: [
    ...(['pay', 'pay-otherwise', 'pay-challenged', 'pay-untakable'] as const),
    ...(['decline', 'refuse-3ds', 'cancel', 'wait', 'leave'] as const),
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
    ...faultsOf(['charge', 'cancel', 'refund'], ['refused']),
    { name: 'reference', value: 'wrong' },
    { name: 'expand', value: 'ignored' },
  ],
  forged: 'wrong-address',
  hand(call) {
    const { rows, at, atPage } = newBooks<PayexRow>('payex', call);
    const faultOf = async (page: Parameters<typeof atPage>[0], name: string, value: string) =>
      call(await atPage(page, 'faults'), 'PUT', { name, value, times: 1 });
    const visit = async (page: Parameters<typeof atPage>[0], act: Act): Promise<Visit> => {
      const { outcome } = await call<{ outcome: string }>(await atPage(page, 'pay'), 'POST', how[act]);
      return { outcome: outcomes[outcome] ?? 'closed' };
    };
    return {
      books: async (reference) =>
        (await rows(reference)).map((row) => booked(row, ['Aborted', 'Failed'].includes(row.status))),
      async visit(page, act) {
        if (act === 'cancel') {
          const path = await atPage(page, 'cancel');
          // Whoever is in an app, or has paid, cannot.
          return call(path, 'POST', {}).then(
            () => ({ outcome: 'cancelled' }),
            () => ({ outcome: 'closed' }),
          );
        }
        if (act === 'pay-untakable') await faultOf(page, 'charge', 'refused');
        return visit(page, act);
      },
      async failAtFirst(page) {
        await faultOf(page, 'outcome', 'paid-after-failed:manual');
        return visit(page, 'pay');
      },
      async comeAlive({ reference }) {
        for (const { paymentId, late, status } of await rows(reference))
          if (late && status !== 'Paid') await call(at(paymentId, 'settle'), 'POST', {});
      },
      async settle(reference) {
        for (const { paymentId, status } of await rows(reference))
          if (status === 'Initialized') await call(at(paymentId, 'pay'), 'POST', leavesApp);
      },
    };
  },
};
