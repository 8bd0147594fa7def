import type { SandboxCall } from '../sandbox-call.ts';
import { newBase, type Row, untruths, wireFaults } from './base.ts';
import type { Counter, PayerAct } from './counter.ts';

interface VippsRow extends Row {
  charged: number;
  state: string;
  payerAt: string;
}

/** Answered in an app, where nobody but the payer can end it; what has ended may come alive. */
export function vippsCounter(call: SandboxCall): Counter {
  const { rows, at, told, fault, faultOf, tellingAtOnce, replay } = newBase<VippsRow>('vipps', call);
  const revived = new Set<string>();
  return {
    id: 'vipps',
    canBeAsked: true,
    replay,
    fault,
    async books(reference) {
      return (await rows(reference)).map((row) => ({
        ...row,
        // What nobody paid was never held, though it is said to be let go.
        cancelled: row.reserved > 0 ? row.cancelled : 0,
        isOpen: row.state === 'CREATED',
        told: told(row),
      }));
    },
    async act({ paymentId = '' }, act, { tellsAtOnce, comesAlive } = {}) {
      if (comesAlive) revived.add(paymentId);
      if (act === 'pays with what cannot be taken') await faultOf(paymentId, 'capture', '401');
      await tellingAtOnce(tellsAtOnce, paymentId, () =>
        call(at(paymentId, 'pay'), 'POST', { decision: decisions[act] }),
      );
      return undefined;
    },
    async revive(reference) {
      for (const { paymentId, state } of await rows(reference))
        if (revived.delete(paymentId) && failed.includes(state))
          await call(at(paymentId, 'come-alive'), 'POST', { captured: state === 'EXPIRED' });
    },
    async settle(reference) {
      for (const { paymentId, state, payerAt } of await rows(reference))
        if (state === 'CREATED' && payerAt !== 'landing')
          await call(at(paymentId, 'pay'), 'POST', { decision: 'expire' });
    },
    faults: [
      ...wireFaults(['token', 'create', 'get', 'capture', 'cancel', 'refund', 'api'], ['502', '401']),
      ...untruths,
      { name: 'token', value: 'expired' },
    ],
  };
}

const failed = ['ABORTED', 'EXPIRED', 'TERMINATED'];

const decisions: Record<PayerAct, string> = {
  pays: 'approve',
  'pays another way': 'approve',
  'is declined': 'reject',
  'is refused by the bank': 'reject',
  leaves: 'reject',
  'answers too late': 'expire',
  'stays in the middle': 'open',
  'pays with what cannot be taken': 'approve',
};
