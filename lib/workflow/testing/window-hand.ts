import type { IncomingMessage } from '@/lib/payments/provider.ts';
import { booked, newBooks, type Row } from './provider-books.ts';
import type { Act, Page, ProviderHand, Visit } from './provider-driver.ts';
import type { SandboxCall } from './sandbox-call.ts';

interface WindowRow extends Row {
  transaction?: string;
  told?: string;
  captured: number;
  captures: { amount: number }[];
  pendingCapture: number;
  pendingRefund: number;
}

const card = '4711100000000000';
const how: Partial<Record<Act, object>> = {
  pay: { card },
  'pay-otherwise': { card: '5019100000000000' },
  'pay-challenged': { card, threeDS: 'approve' },
  'pay-untakable': { card: '4711100000000001' },
  'pay-pending': { card },
  decline: { card: '4711000000000000' },
  'refuse-3ds': { card, threeDS: 'reject' },
  cancel: { leave: true },
  leave: { card, threeDS: 'cancel' },
};

/** What a payer can do in the window. */
export const windowActs: readonly Act[] = [...(Object.keys(how) as Act[]), 'stall'];

const outcomes: Readonly<Record<string, Visit['outcome']>> = {
  paid: 'paid',
  pending: 'waiting',
  cancelled: 'cancelled',
  'form-errors': 'unavailable',
};

/** What the browser is to post, when the visit is over. */
interface Left {
  outcome: string;
  back?: { fields: Record<string, string> };
}

/**
 * The payer posts a form, and each post opens a window of its own: no call of ours opens a payment, nothing closes the form,
 * and the browser brings the same message as the server.
 * @param isOver whether what was told last of a window ends it for us.
 */
export function windowHand(
  party: string,
  call: SandboxCall,
  isOver: (told: string | undefined) => boolean,
): ProviderHand {
  const { rows, at, faultOf } = newBooks<WindowRow>(party, call);
  const visit = async (page: Page, act: Act): Promise<Visit> => {
    const window = await enter(page);
    if (!window) return { outcome: 'unavailable' };
    if (act === 'stall') return { outcome: 'waiting' };
    if (act === 'pay-pending') await faultOf(window, 'outcome', 'pending-forever');
    const goes = (body?: object) => call<Left>(at(window, 'pay'), 'POST', body);
    const done = await goes(how[act]);
    if (done.outcome === 'form-errors') return { outcome: 'unavailable' };
    const { back } = done.back ? done : await goes({ leave: true });
    return { outcome: outcomes[done.outcome] ?? 'declined', ...(back && { back: messageOf(back.fields) }) };
  };
  return {
    async books(reference) {
      return (await rows(reference)).map(({ transaction, captured, captures, told, ...row }) =>
        booked({ ...row, paymentId: transaction, charged: captured, charges: captures }, isOver(told)),
      );
    },
    visit,
    failAtFirst: (page) => visit(page, 'cancel'),
    // The payer had the window open twice.
    comeAlive: async (page) => void (await visit(page, 'pay')),
    async settle(reference) {
      for (const { paymentId, told, pendingCapture, pendingRefund } of await rows(reference))
        if (told === 'PENDING' || pendingCapture + pendingRefund > 0)
          await call(at(paymentId, 'settle'), 'POST', {});
    },
  };
}

/** Posts the hand-over form as the browser does; gives the window's id, or nothing when none opens. */
async function enter({ redirectUrl, formFields }: Page): Promise<string | undefined> {
  const body = new URLSearchParams(formFields as Record<string, string>);
  const entered = await fetch(redirectUrl ?? '', { method: 'POST', body, redirect: 'manual' }).catch(
    () => undefined,
  );
  await entered?.body?.cancel();
  const location = entered?.headers.get('location');
  return (location && new URL(location).searchParams.get('id')) || undefined;
}

function messageOf(fields: Record<string, string>): IncomingMessage {
  return {
    headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }),
    body: new URLSearchParams(fields).toString(),
  };
}
