import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { isActive } from '@/lib/payments/attempt-machine.ts';
import { handOverOf } from '@/lib/payments/hand-over.ts';
import type { HandOver } from '@/lib/payments/provider.ts';
import type { App } from '../app.ts';
import { openCase } from '../engine/open-case.ts';
import type { Seen } from '../engine/seen.ts';
import { closeOpenPayment } from './close-open-payment.ts';
import { createPayment } from './create-payment.ts';
import { reservePayment } from './reserve-payment.ts';
import { verifyPayment } from './verify-payment.ts';

export type StartPaymentResult =
  | { kind: 'open'; handOver: HandOver }
  /** What would be paid (for) is not what the payer was shown: show it, ask again; nothing is opened. */
  | { kind: 'changed'; what: 'answers' | 'price' }
  /** The payer must say first how she wants to pay; nothing is opened. */
  | { kind: 'choose' }
  /** Another request is opening the payment right now: wait for it, open nothing. */
  | { kind: 'opening' }
  /** Paid already, or not waiting for payment any more. */
  | { kind: 'moved_on' }
  /** The provider said no; nothing is taken. */
  | { kind: 'refused' }
  /** No clear answer; nothing can have been taken, for nobody has seen a payment page. */
  | { kind: 'no_answer' };

/**
 * Opens the payment of a case that waits for it, or gives the one that is open: one active attempt per order, however
 * often and from however many tabs it is asked (rule 8). Intent first, then the call, then the record (rule 4, 10).
 * @param choice id of what the payer chose, where the provider wants that; another one than the open payment is for closes that.
 * @param seen what the page showed that she pressed the button on; absent when nobody was shown anything.
 * @throws KvittError `not_found`, `step_up_required`.
 */
export async function startPayment(
  app: App,
  actor: Actor,
  submissionId: string,
  choice?: string,
  seen?: Seen,
): Promise<StartPaymentResult> {
  await openCase(app.db, actor, submissionId, ['filler', 'payer']);
  for (let round = 0; round < 2; round++) {
    const reserved = await inTransaction(app.db, 'intent', (tx) =>
      reservePayment(tx, app, submissionId, choice, seen),
    );
    if (reserved.kind === 'reserved') return createPayment(app, reserved);
    if (reserved.kind !== 'existing') return reserved;
    if (choice !== undefined && reserved.choice !== null && reserved.choice !== choice) {
      const closed = await closeOpenPayment(app, submissionId);
      if (closed === 'closed') continue;
      return { kind: closed };
    }
    // An open payment is asked about before it is used again: it may have been paid in the other tab.
    const { attempt } = await verifyPayment(app, reserved.attemptId);
    // While the provider is silent the payer may have paid already: nobody is sent to pay again.
    if (attempt.unknownSince || attempt.problem) return { kind: 'moved_on' };
    const handOver = attempt.status === 'pending' ? handOverOf(attempt) : undefined;
    if (handOver) return { kind: 'open', handOver };
    if (isActive(attempt.status)) return { kind: 'moved_on' };
  }
  return { kind: 'moved_on' };
}
