import type { IncomingMessage } from '@/lib/payments/provider.ts';
import type { SandboxCall } from '../sandbox-call.ts';
import { newBase, type Row, wireFaults } from './base.ts';
import type { Counter, Page, PayerAct } from './counter.ts';

interface DibsRow extends Row {
  transaction?: string;
  told?: string;
  captured: number;
  pendingCapture: number;
  pendingRefund: number;
}

interface Paid {
  outcome: string;
  back?: { fields: Record<string, string> };
}

/** A form that opens a window each time it is posted; nobody can be asked, and the browser brings the same message as the server. */
export function dibsCounter(call: SandboxCall): Counter {
  const { rows, at, told, fault, faultOf, tellingAtOnce, replay } = newBase<DibsRow>('dibs', call);
  return {
    id: 'dibs',
    canBeAsked: false,
    replay,
    fault,
    async books(reference) {
      return (await rows(reference)).map((row) => ({
        ...row,
        paymentId: row.transaction,
        charged: row.captured,
        // Its form can be posted for ever: nothing closes it.
        isOpen: false,
        told: told(row),
      }));
    },
    async act(page, act, { tellsAtOnce, comesAlive } = {}) {
      const window = await enter(page);
      if (!window || act === 'stays in the middle') return undefined;
      if (comesAlive) await (act === 'pays' ? faultOf(window, ...notYet) : faultOf(window, ...afterAll));
      const goes = (how: object) => call<Paid>(at(window, 'pay'), 'POST', how);
      return tellingAtOnce(tellsAtOnce, window, async () => {
        const paid = await goes(acts[act]);
        return messageOf(paid.back ? paid : await goes({ leave: true }));
      });
    },
    async revive(reference) {
      for (const { paymentId, told: last } of await rows(reference))
        if (last === 'PENDING') await call(at(paymentId, 'settle'), 'POST', {});
    },
    async settle(reference) {
      for (const { paymentId, told: last, pendingCapture, pendingRefund } of await rows(reference))
        if (last === 'PENDING' || pendingCapture + pendingRefund > 0)
          await call(at(paymentId, 'settle'), 'POST', {});
    },
    faults: [
      ...wireFaults(['create', 'capture', 'cancel', 'refund', 'api']),
      ...['capture', 'cancel', 'refund'].flatMap((name) =>
        ['declined', 'error'].map((value) => ({ name, value })),
      ),
      ...['capture', 'refund'].map((name) => ({ name, value: 'pending' })),
      ...['wrong', 'fee', 'fee-original'].map((value) => ({ name: 'amount', value })),
      { name: 'currency', value: 'wrong' },
      { name: 'status', value: 'unknown' },
    ],
  };
}

/** The payer's browser posts the form; undefined when the window does not open. */
async function enter({ handOver }: Page): Promise<string | undefined> {
  if (handOver.kind !== 'form') throw new Error('A form was expected');
  const entered = await fetch(handOver.url, {
    method: 'POST',
    body: new URLSearchParams(handOver.fields),
    redirect: 'manual',
  }).catch(() => undefined);
  await entered?.body?.cancel();
  const location = entered?.headers.get('location');
  return location ? (new URL(location).searchParams.get('id') ?? undefined) : undefined;
}

function messageOf({ back }: Paid): IncomingMessage | undefined {
  return (
    back && {
      headers: new Headers({ 'content-type': formType }),
      body: `${new URLSearchParams(back.fields)}`,
    }
  );
}

const formType = 'application/x-www-form-urlencoded';
const card = '4711100000000000';

/** Not secured yet, until it is told to. */
const notYet = ['outcome', 'pending-forever'] as const;
/** Accepted, although it was told as left. */
const afterAll = ['after-failed', 'captured:0'] as const;

const acts: Record<PayerAct, object> = {
  pays: { card },
  'pays another way': { card, threeDS: 'approve' },
  'is declined': { card: '4711000000000000' },
  'is refused by the bank': { card, threeDS: 'reject' },
  leaves: { leave: true },
  'answers too late': { card, threeDS: 'cancel' },
  'stays in the middle': {},
  'pays with what cannot be taken': { card: '4711100000000001' },
};
