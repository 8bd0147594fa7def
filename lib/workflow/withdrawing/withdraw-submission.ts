import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { refundOnItsWay } from '@/lib/payments/refunds.ts';
import { voidSignatures } from '@/lib/signing/signature-requests.ts';
import { changeStatus } from '@/lib/submissions/change-status.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { findToFill } from '../filling/find-to-fill.ts';
import { closeOpenPayment } from '../paying/close-open-payment.ts';
import { returnMoney } from '../paying/return-money.ts';
import { erasureAfterClosing } from '../retention/erasure-dates.ts';
import { afterWithdrawal } from './describe-money.ts';
import { withdrawableFrom } from './may-withdraw.ts';
import { isAsTold, moneyMark, moneyOfCase } from './money-of-case.ts';

export type Withdrawn =
  | { kind: 'withdrawn' }
  /** Completed, or closed, meanwhile. */
  | { kind: 'moved_on' }
  /** The money is not what the person was told: tell again. */
  | { kind: 'changed' }
  /** A part of the money is on its way back, and must be seen to have come before the rest can follow. */
  | { kind: 'busy' }
  /** An open payment could not be closed at the provider: nothing is changed. */
  | { kind: 'no_answer' };

/**
 * Withdraws a case: before it is completed always, after it as its service says. An open payment is closed at the provider first;
 * everything held or taken goes back, also what comes in later, but for what the service keeps of a completed case. A draft is
 * withdrawn the same way.
 * @param seen the mark of the money that the person was told about; absent when nobody was told.
 * @throws KvittError `not_found`, `step_up_required`.
 */
export async function withdrawSubmission(
  app: App,
  actor: Actor,
  submissionId: string,
  seen?: string,
): Promise<Withdrawn> {
  const found = await findToFill(app.db, actor, submissionId);
  const from = withdrawableFrom(found, found.definition, app.clock.now());
  if (!from) return { kind: 'moved_on' };
  if (seen !== undefined && seen !== moneyMark(await moneyOfCase(app.db, found, found.definition)))
    return { kind: 'changed' };
  if (from === 'awaiting_payment' && (await closeOpenPayment(app, submissionId)) === 'no_answer')
    return { kind: 'no_answer' };
  const deed = { submissionId, seen, completed: from === 'completed' };
  return inTransaction(app.db, 'withdrawal', (tx) => end(tx, app, actor, deed));
}

interface Deed {
  submissionId: string;
  seen: string | undefined;
  /** Whether it was completed when the person asked: one that is completed meanwhile is another thing to withdraw. */
  completed: boolean;
}

async function end(
  tx: Transaction,
  app: App,
  actor: Actor,
  { submissionId, seen, completed }: Deed,
): Promise<Withdrawn> {
  const now = app.clock.now();
  const submission = await lockSubmission(tx, submissionId);
  const definition = await definitionOf(tx, submission);
  const from = withdrawableFrom(submission, definition, now);
  if (!from || completed !== (from === 'completed')) return { kind: 'moved_on' };
  // Money may have come while the provider was asked, or in another process: under the lock it stands still.
  const money = await moneyOfCase(tx, submission, definition);
  if (seen !== undefined && !isAsTold(seen, money)) return { kind: 'changed' };
  if (completed && (await isGoingBack(tx, submissionId))) return { kind: 'busy' };
  await changeStatus(tx, {
    submissionId,
    from,
    event: 'withdrawn',
    to: 'withdrawn',
    actor: `person:${actor.personId}`,
    at: now,
    set: {
      closedAt: now,
      deadlineAt: null,
      // What was delivered is kept as long as its service says.
      ...(!completed && { eraseAt: erasureAfterClosing(definition, from, now) }),
    },
  });
  if (!completed) await voidSignatures(tx, submissionId);
  await returnMoney(tx, app, submissionId, 'withdrawn', money.keptMinor);
  if (from === 'draft' && money.takenMinor + money.heldMinor === 0) return { kind: 'withdrawn' };
  const t = translator(asLanguage(submission.language) ?? defaultLanguage);
  await tellParties(tx, app, submission, {
    kind: 'withdrawn',
    dedupeKey: `withdrawn:${submissionId}`,
    subject: 'notices.withdrawnSubject',
    body: 'notices.withdrawnBody',
    more: afterWithdrawal(money, t),
  });
  return { kind: 'withdrawn' };
}

/** Whether some of what the case was delivered for is on its way back already. */
async function isGoingBack(tx: Transaction, submissionId: string): Promise<boolean> {
  const settling = await tx.paymentAttempt.findMany({
    where: { order: { submissionId }, allocations: { some: {} } },
    select: { id: true, refundedMinor: true },
  });
  for (const attempt of settling) if (await refundOnItsWay(tx, attempt)) return true;
  return false;
}
