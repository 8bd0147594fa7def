import type { Booked, ProviderDriver, Visit } from '../provider-driver.ts';
import { replay } from '../sandbox-call.ts';

interface VippsPayment extends Omit<Booked, 'isOver' | 'charges' | 'refunds'> {
  reference: string;
  state: string;
  charges: { amount: number }[];
  refunds: { amount: number }[];
}

const decisions = {
  pay: 'approve',
  decline: 'approve',
  'refuse-3ds': 'approve',
  cancel: 'reject',
  expire: 'expire',
  wait: 'open',
};

const outcomes: Readonly<Record<string, Visit['outcome']>> = {
  paid: 'paid',
  declined: 'declined',
  aborted: 'cancelled',
  expired: 'expired',
  open: 'waiting',
  closed: 'closed',
};

const declinedAmount = 182;
const deniedAmount = 197;

/** What becomes of an approval is decided by the sum, unless it is told not to be. */
export const driver: ProviderDriver = {
  credentials: {
    clientId: 'sandbox-vipps-client-id',
    clientSecret: 'sandbox-vipps-client-secret',
    subscriptionKey: 'sandbox-vipps-subscription-key',
    merchantSerialNumber: '100001',
  },
  method: { usual: 'Vipps' },
  acts: ['pay', 'decline', 'refuse-3ds', 'cancel', 'expire', 'wait', 'leave'],
  amounts: { decline: declinedAmount, 'refuse-3ds': deniedAmount },
  faults: { create: ['create'], ask: ['get'], capture: ['capture'], cancel: ['cancel'], refund: ['refund'] },
  forged: 'wrong-signature',
  hand(call) {
    const all = async (reference: string) =>
      (await call<VippsPayment[]>('/vipps/books')).filter((payment) => payment.reference === reference);
    return {
      async books(reference) {
        return (await all(reference)).map(({ state, charges, refunds, ...sums }) => ({
          ...sums,
          isOver: ['ABORTED', 'EXPIRED', 'TERMINATED'].includes(state),
          charges: charges.map(({ amount }) => amount),
          refunds: refunds.map(({ amount }) => amount),
        }));
      },
      async visit({ reference, amountMinor, redirectUrl }, act) {
        if (act === 'pay-otherwise' || act === 'pay-untakable') throw new Error(`No ${act} in an app`);
        if (act === 'leave') return leaveApp(redirectUrl ?? '');
        const isMagic = [declinedAmount, deniedAmount].includes(Number(amountMinor));
        if (act === 'pay' && isMagic)
          await call(`/vipps/books/${reference}/faults`, 'PUT', { name: 'magic', value: 'off' });
        const decision = decisions[act];
        const path = `/vipps/books/${reference}/pay`;
        const { outcome } = await call<{ outcome: string }>(path, 'POST', { decision });
        return { outcome: outcomes[outcome] ?? 'closed' };
      },
      tell: async (reference) =>
        (await all(reference)).length > 0 ? replay(call, `/vipps/books/${reference}`) : [],
      failAtFirst: async ({ reference }) => {
        await call(`/vipps/books/${reference}/pay`, 'POST', { decision: 'reject' });
        return { outcome: 'cancelled' };
      },
      async comeAlive({ reference }) {
        await call(`/vipps/books/${reference}/come-alive`, 'POST', { captured: true });
      },
    };
  },
};

/** Back to the landing page, by the app's own button. */
async function leaveApp(landingUrl: string): Promise<Visit> {
  const landing = new URL(landingUrl);
  const body = new URLSearchParams({ token: landing.searchParams.get('token') ?? '', decision: 'close' });
  await fetch(new URL('app', landing), { method: 'POST', body, redirect: 'manual' });
  return { outcome: 'cancelled' };
}
