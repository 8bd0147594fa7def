import { createVippsClient } from '@/lib/sdk/vipps/index.ts';
import { booked, newBooks, type Row, untruths, wireFaults } from '../provider-books.ts';
import type { Act, ProviderDriver, Visit } from '../provider-driver.ts';

interface VippsRow extends Row {
  charged: number;
  state: string;
  payerAt: string;
  charges: { amount: number }[];
}

const decisions: Partial<Record<Act, string>> = {
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

const credentials = {
  clientId: 'sandbox-vipps-client-id',
  clientSecret: 'sandbox-vipps-client-secret',
  subscriptionKey: 'sandbox-vipps-subscription-key',
  merchantSerialNumber: '100001',
};

const failed = ['ABORTED', 'EXPIRED', 'TERMINATED'];
const declinedAmount = 182;
const deniedAmount = 197;

/** What becomes of an approval is decided by the sum, unless it is told not to be. Nobody but the payer ends what is in the app. */
export const driver: ProviderDriver = {
  id: 'vipps',
  credentials,
  method: { usual: 'Vipps' },
  acts: ['pay', 'decline', 'refuse-3ds', 'cancel', 'expire', 'wait', 'leave'],
  amounts: { decline: declinedAmount, 'refuse-3ds': deniedAmount },
  faults: { create: ['create'], ask: ['get'], capture: ['capture'], cancel: ['cancel'], refund: ['refund'] },
  closesPages: true,
  troubles: [
    ...wireFaults(['token', 'create', 'get', 'capture', 'cancel', 'refund', 'api'], ['502', '401']),
    ...untruths,
    { name: 'token', value: 'expired' },
  ],
  forged: 'wrong-signature',
  hand(call, sandboxUrl) {
    const { rows, at, faultOf } = newBooks<VippsRow>('vipps', call);
    const decide = async (reference: string, decision?: string): Promise<Visit> => {
      const { outcome } = await call<{ outcome: string }>(at(reference, 'pay'), 'POST', { decision });
      return { outcome: outcomes[outcome] ?? 'closed' };
    };
    return {
      async books(reference) {
        return (await rows(reference)).map((row) => {
          // What nobody paid was never held, though it is said to be let go.
          const cancelled = row.reserved > 0 ? row.cancelled : 0;
          return booked({ ...row, cancelled }, failed.includes(row.state));
        });
      },
      async visit({ reference, amountMinor, redirectUrl }, act) {
        if (act === 'leave') return leaveApp(redirectUrl ?? '');
        const isMagic = [declinedAmount, deniedAmount].includes(Number(amountMinor));
        if (act === 'pay' && isMagic) await faultOf(reference, 'magic', 'off');
        return decide(reference, decisions[act]);
      },
      failAtFirst: ({ reference }) => decide(reference, 'reject'),
      async comeAlive({ reference }) {
        for (const { state } of await rows(reference))
          if (failed.includes(state))
            await call(at(reference, 'come-alive'), 'POST', { captured: state !== 'EXPIRED' });
      },
      async settle(reference) {
        for (const { state, payerAt } of await rows(reference))
          if (state === 'CREATED' && payerAt !== 'landing') await decide(reference, 'expire');
      },
      async forget(endpointToken) {
        const { webhooks } = createVippsClient({ ...credentials, baseUrl: `${sandboxUrl}/vipps` });
        for (const { id, url } of await webhooks.list())
          if (url.endsWith(endpointToken)) await webhooks.delete(id);
      },
    };
  },
};

/** Back to the landing page, by the app's own button. */
async function leaveApp(landingUrl: string): Promise<Visit> {
  const landing = new URL(landingUrl);
  const body = new URLSearchParams({ token: landing.searchParams.get('token') ?? '', decision: 'close' });
  const left = await fetch(new URL('app', landing), { method: 'POST', body, redirect: 'manual' });
  await left.body?.cancel();
  return { outcome: 'cancelled' };
}
