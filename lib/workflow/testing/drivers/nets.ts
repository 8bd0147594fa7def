import type { Booked, ProviderDriver, Visit } from '../provider-driver.ts';
import { replay } from '../sandbox-call.ts';

interface NetsPayment extends Omit<Booked, 'isOver' | 'charges' | 'refunds'> {
  paymentId: string;
  reference: string;
  terminated: boolean;
  charges: { amount: number }[];
  refunds: { amount: number }[];
}

const cards = {
  pay: { card: '4925000000000004' },
  decline: { card: '4925000000000087' },
  'refuse-3ds': { card: '4268270087374847', threeDS: 'reject' },
  'pay-otherwise': { card: '5413000000000000' },
  'pay-untakable': { card: '4925000000000079' },
};

const outcomes: Readonly<Record<string, Visit['outcome']>> = {
  paid: 'paid',
  declined: 'declined',
  'form-errors': 'unavailable',
  'already-paid': 'closed',
  terminated: 'closed',
};

/** Its page stays open when the payer leaves it, and has no end of its own. */
export const driver: ProviderDriver = {
  credentials: { secretKey: 'sandbox-nets-secret-key', reservationDays: 30 },
  method: { usual: 'Visa', other: 'MasterCard' },
  acts: ['pay', 'decline', 'refuse-3ds', 'cancel', 'pay-otherwise', 'pay-untakable'],
  faults: {
    create: ['create'],
    ask: ['get'],
    capture: ['charge'],
    cancel: ['cancel', 'terminate'],
    refund: ['refund'],
  },
  forged: 'wrong-authorization',
  hand(call) {
    const all = async (reference: string) =>
      (await call<NetsPayment[]>('/nets/books')).filter((payment) => payment.reference === reference);
    const pathOf = async (page: { reference: string; providerPaymentId: string | null }) => {
      const id = page.providerPaymentId ?? (await all(page.reference))[0]?.paymentId;
      return `/nets/books/${id}`;
    };
    return {
      async books(reference) {
        return (await all(reference)).map(({ terminated, charges, refunds, ...sums }) => ({
          ...sums,
          isOver: terminated,
          charges: charges.map(({ amount }) => amount),
          refunds: refunds.map(({ amount }) => amount),
        }));
      },
      async visit(page, act) {
        // Back to the cancel address; the payment is as it was.
        if (act === 'cancel') return { outcome: 'cancelled' };
        if (act === 'expire' || act === 'wait' || act === 'leave')
          throw new Error(`No ${act} on a page of cards`);
        const { outcome } = await call<{ outcome: string }>(`${await pathOf(page)}/pay`, 'POST', cards[act]);
        return { outcome: outcomes[outcome] ?? 'closed' };
      },
      async tell(reference) {
        const told = (await all(reference)).map(({ paymentId }) => replay(call, `/nets/books/${paymentId}`));
        return (await Promise.all(told)).flat();
      },
      async comeAlive(page) {
        await call(`${await pathOf(page)}/come-alive`, 'POST', {});
      },
    };
  },
};
