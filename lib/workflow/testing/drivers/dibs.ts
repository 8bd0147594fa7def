import type { IncomingMessage } from '@/lib/payments/provider.ts';
import type { Act, Booked, Page, ProviderDriver, Visit } from '../provider-driver.ts';
import { replay, type SandboxCall } from '../sandbox-call.ts';

interface DibsWindow extends Omit<Booked, 'isOver' | 'charged' | 'charges' | 'refunds'> {
  paymentId: string;
  reference: string;
  told?: string;
  captured: number;
  captures: { amount: number; pending: boolean }[];
  refunds: { amount: number; pending: boolean }[];
}

const acts: Partial<Record<Act, object>> = {
  pay: {},
  decline: { card: '4711000000000000' },
  'refuse-3ds': { threeDS: 'reject' },
  cancel: { leave: true },
  'pay-otherwise': { card: '5019100000000000' },
  'pay-untakable': { card: '4711100000000001' },
};

/** What the browser is to post, when the visit is over. */
interface Left {
  outcome: string;
  back?: { fields: Record<string, string> };
}

/**
 * The payer posts a form, and each post opens a window of its own; so there is no call of ours that opens a payment, and
 * none that asks how it stands.
 */
export const driver: ProviderDriver = {
  credentials: {
    merchantId: '90100001',
    macKey: '53616e64626f782d444942532d6b6579206e756d6265722031206f6e6c7920666f722074657374696e67',
    reservationDays: 30,
  },
  method: { usual: 'VISA', other: 'DK' },
  acts: ['pay', 'decline', 'refuse-3ds', 'cancel', 'pay-otherwise', 'pay-untakable'],
  faults: { create: [], ask: [], capture: ['capture'], cancel: ['cancel'], refund: ['refund'] },
  forged: 'wrong-signature',
  hand(call) {
    const all = async (reference: string) =>
      (await call<DibsWindow[]>('/dibs/books')).filter((payment) => payment.reference === reference);
    return {
      async books(reference) {
        return (await all(reference)).map(({ told, captured, captures, refunds, ...sums }) => ({
          ...sums,
          charged: captured,
          isOver: told === 'CANCELLED',
          charges: captures.map(({ amount }) => amount),
          refunds: refunds.map(({ amount }) => amount),
        }));
      },
      visit: (page, act) => visit(call, page, act),
      async tell(reference) {
        const told = (await all(reference)).map(({ paymentId }) => replay(call, `/dibs/books/${paymentId}`));
        return (await Promise.all(told)).flat();
      },
      failAtFirst: (page) => visit(call, page, 'cancel'),
      // The payer had the window open twice.
      comeAlive: async (page) => void (await visit(call, page, 'pay')),
    };
  },
};

async function visit(call: SandboxCall, page: Page, act: Act): Promise<Visit> {
  const how = acts[act];
  if (!how) throw new Error(`No ${act} in the window`);
  const window = await enter(page);
  const done = await call<Left>(`/dibs/books/${window}/pay`, 'POST', how);
  if (done.outcome === 'form-errors') return { outcome: 'unavailable' };
  const left = done.back ? done : await call<Left>(`/dibs/books/${window}/pay`, 'POST', { leave: true });
  const outcome = done.outcome === 'paid' ? 'paid' : done.outcome === 'cancelled' ? 'cancelled' : 'declined';
  return { outcome, ...(left.back && { back: messageOf(left.back.fields) }) };
}

/** Posts the hand-over form as the browser does; gives the window's id. */
async function enter({ redirectUrl, formFields }: Page): Promise<string> {
  const body = new URLSearchParams(formFields as Record<string, string>);
  const entered = await fetch(redirectUrl ?? '', { method: 'POST', body, redirect: 'manual' });
  const window = new URL(entered.headers.get('location') ?? '').searchParams.get('id');
  if (!window) throw new Error('No window was opened');
  return window;
}

function messageOf(fields: Record<string, string>): IncomingMessage {
  return {
    headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }),
    body: new URLSearchParams(fields).toString(),
  };
}
