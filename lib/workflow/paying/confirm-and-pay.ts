import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';
import type { Seen } from '../engine/seen.ts';
import { type ConfirmResult, confirm } from '../filling/confirm-submission.ts';
import { findToFill } from '../filling/find-to-fill.ts';
import { createPayment } from './create-payment.ts';
import { reserve } from './reserve-payment.ts';
import { type StartPaymentResult, startPayment } from './start-payment.ts';

/** What keeps a draft from being confirmed, or what came of its payment; `moved_on` also when the next step is another one. */
export type ConfirmAndPayResult =
  | Exclude<ConfirmResult, { kind: 'confirmed' } | { kind: 'moved_on' }>
  | StartPaymentResult;

/**
 * The one button that sends in and pays: freezes the draft and, when payment is what it then waits for, writes down its first
 * attempt in the same transaction. The provider is asked after the commit, as always (rule 3, 10). A second press of the
 * button, also in another tab that showed the same, finds the case confirmed and the payment under way.
 * @param seen what the page showed that the person confirmed; absent when nobody was shown any.
 * @param choice as `startPayment` takes it; without one that is needed the case is sent in and the payment step asks.
 */
export async function confirmAndPay(
  app: App,
  actor: Actor,
  submissionId: string,
  seen: Seen | undefined,
  choice?: string,
): Promise<ConfirmAndPayResult> {
  await findToFill(app.db, actor, submissionId);
  const outcome = await inTransaction(app.db, 'confirmation', async (tx) => {
    const confirmed = await confirm(tx, app, actor, submissionId, seen);
    return confirmed.kind === 'confirmed' && confirmed.status === 'awaiting_payment'
      ? reserve(tx, app, confirmed, choice)
      : confirmed;
  });
  switch (outcome.kind) {
    case 'reserved':
      return createPayment(app, outcome);
    case 'confirmed':
      return { kind: 'moved_on' };
    case 'moved_on':
      return startPayment(app, actor, submissionId, choice, seen);
    default:
      return outcome;
  }
}
