import type { Booked, ProviderDriver, Visit } from '../provider-driver.ts';
import { replay } from '../sandbox-call.ts';

interface PayexOrder extends Omit<Booked, 'isOver' | 'charges' | 'refunds'> {
  paymentId: string;
  reference: string;
  status: string;
  charges: { amount: number }[];
  refunds: { amount: number }[];
}

const cards = {
  pay: { card: '4925000000000004' },
  decline: { card: '4111112000004565' },
  'refuse-3ds': { card: '4761739001010416', threeDS: 'refuse' },
  'pay-otherwise': { card: '5226600159865967' },
  wait: { instrument: 'Vipps', app: 'wait' },
  // By trying a card that is declined.
  leave: { card: '4111112000004565' },
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

/** Pays by card. */
export const driver: ProviderDriver = {
  credentials: {
    accessToken: 'sandbox-payex-access-token',
    payeeId: '5cabf558-5283-482f-b252-4d58e06f6f3b',
    reservationDays: 30,
  },
  method: { usual: 'Visa', other: 'MasterCard' },
  acts: ['pay', 'decline', 'refuse-3ds', 'cancel', 'pay-otherwise', 'pay-untakable', 'wait', 'leave'],
  faults: {
    create: ['create'],
    ask: ['get'],
    capture: ['charge'],
    cancel: ['cancel', 'terminate'],
    refund: ['refund'],
  },
  forged: 'wrong-address',
  hand(call) {
    const all = async (reference: string) =>
      (await call<PayexOrder[]>('/payex/books')).filter((order) => order.reference === reference);
    const at = (paymentId = '') => `/payex/books/${encodeURIComponent(paymentId)}`;
    const pathOf = async (page: { reference: string; providerPaymentId: string | null }) =>
      at(page.providerPaymentId ?? (await all(page.reference))[0]?.paymentId);
    const setFault = (path: string, name: string, value: string) =>
      call(`${path}/faults`, 'PUT', { name, value });
    return {
      async books(reference) {
        return (await all(reference)).map(({ status, charges, refunds, ...sums }) => ({
          ...sums,
          isOver: ['Aborted', 'Failed'].includes(status),
          charges: charges.map(({ amount }) => amount),
          refunds: refunds.map(({ amount }) => amount),
        }));
      },
      async visit(page, act) {
        const path = await pathOf(page);
        if (act === 'expire') throw new Error('The page has no end of its own');
        if (act === 'cancel') {
          await call(`${path}/cancel`, 'POST', {});
          return { outcome: 'cancelled' };
        }
        if (act === 'pay-untakable') await setFault(path, 'charge', 'refused');
        const how = cards[act === 'pay-untakable' ? 'pay' : act];
        const { outcome } = await call<{ outcome: string }>(`${path}/pay`, 'POST', how);
        return { outcome: outcomes[outcome] ?? 'closed' };
      },
      async tell(reference) {
        const told = (await all(reference)).map(({ paymentId }) => replay(call, at(paymentId)));
        return (await Promise.all(told)).flat();
      },
      async failAtFirst(page) {
        const path = await pathOf(page);
        await setFault(path, 'outcome', 'paid-after-failed:manual');
        const { outcome } = await call<{ outcome: string }>(`${path}/pay`, 'POST', cards.pay);
        return { outcome: outcomes[outcome] ?? 'closed' };
      },
      async comeAlive(page) {
        await call(`${await pathOf(page)}/settle`, 'POST', {});
      },
    };
  },
};
