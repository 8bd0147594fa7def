import type { SandboxCall } from '../sandbox-call.ts';
import { newBase, type Row, untruths, wireFaults } from './base.ts';
import type { Counter, PayerAct } from './counter.ts';

interface PayexRow extends Row {
  charged: number;
  status: string;
  late: boolean;
}

const visa = '4925000000000004';
const rejected = '4111112000004565';
const challenged = '4761739001010416';

/** Authorised and captured by us; unsigned messages; what was told as failed or left may be paid all the same. */
export function payexCounter(call: SandboxCall): Counter {
  const { rows, at, told, fault, faultOf, tellingAtOnce, replay } = newBase<PayexRow>('payex', call);
  const cancelOnPage = (paymentId: string) =>
    // Whoever is in an app, or has paid, cannot.
    call(at(paymentId, 'cancel'), 'POST', {}).catch(() => undefined);
  return {
    id: 'payex',
    canBeAsked: true,
    replay,
    fault,
    async books(reference) {
      return (await rows(reference)).map((row) => ({
        ...row,
        isOpen: row.status === 'Initialized',
        told: told(row),
      }));
    },
    async act({ paymentId = '' }, act, { tellsAtOnce, comesAlive } = {}) {
      if (comesAlive) await faultOf(paymentId, 'outcome', 'paid-after-failed:manual');
      if (act === 'pays with what cannot be taken') await faultOf(paymentId, 'charge', 'refused');
      const how = acts[act];
      await tellingAtOnce(tellsAtOnce, paymentId, () =>
        how ? call(at(paymentId, 'pay'), 'POST', how) : cancelOnPage(paymentId),
      );
      return undefined;
    },
    async revive(reference) {
      for (const { paymentId, late } of await rows(reference))
        if (late) await call(at(paymentId, 'settle'), 'POST', {});
    },
    async settle(reference) {
      for (const { paymentId, status } of await rows(reference))
        if (status === 'Initialized')
          await call(at(paymentId, 'pay'), 'POST', { instrument: 'Vipps', app: 'expire' });
    },
    faults: [
      ...wireFaults(['create', 'get', 'charge', 'cancel', 'refund', 'terminate', 'api']),
      ...untruths,
      ...['charge', 'cancel', 'refund'].map((name) => ({ name, value: 'refused' })),
      { name: 'reference', value: 'wrong' },
      { name: 'expand', value: 'ignored' },
    ],
  };
}

const acts: Partial<Record<PayerAct, object>> = {
  pays: { card: visa },
  'pays another way': { instrument: 'Vipps' },
  'is declined': { card: rejected },
  'is refused by the bank': { card: challenged, threeDS: 'refuse' },
  'answers too late': { instrument: 'Vipps', app: 'expire' },
  'stays in the middle': { instrument: 'Vipps', app: 'wait' },
  'pays with what cannot be taken': { card: visa },
};
