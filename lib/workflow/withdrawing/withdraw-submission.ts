import { asLanguage, defaultLanguage } from '@/lib/core/language.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
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
import { isWithdrawable } from './may-withdraw.ts';
import { isAsTold, moneyMark, moneyOfCase } from './money-of-case.ts';

export type Withdrawn =
  | { kind: 'withdrawn' }
  /** Completed, or closed, meanwhile. */
  | { kind: 'moved_on' }
  /** The money is not what the person was told: tell again. */
  | { kind: 'changed' }
  /** An open payment could not be closed at the provider: nothing is changed. */
  | { kind: 'no_answer' };

/**
 * Withdraws a case before it is completed. An open payment is closed at the provider first; everything held or taken goes
 * back, also what comes in later. A draft is withdrawn the same way.
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
  if (!isWithdrawable(found.status)) return { kind: 'moved_on' };
  if (seen !== undefined && seen !== moneyMark(await moneyOfCase(app.db, submissionId)))
    return { kind: 'changed' };
  if (found.status === 'awaiting_payment' && (await closeOpenPayment(app, submissionId)) === 'no_answer')
    return { kind: 'no_answer' };
  return inTransaction(app.db, (tx) => end(tx, app, actor, submissionId, seen));
}

async function end(
  tx: Transaction,
  app: App,
  actor: Actor,
  submissionId: string,
  seen: string | undefined,
): Promise<Withdrawn> {
  const now = app.clock.now();
  const submission = await lockSubmission(tx, submissionId);
  const { status } = submission;
  if (!isWithdrawable(status)) return { kind: 'moved_on' };
  // Money may have come while the provider was asked, or in another process: under the lock it stands still.
  const money = await moneyOfCase(tx, submissionId);
  if (seen !== undefined && !isAsTold(seen, money)) return { kind: 'changed' };
  const eraseAt = erasureAfterClosing(await definitionOf(tx, submission), status, now);
  await changeStatus(tx, {
    submissionId,
    from: status,
    event: 'withdrawn',
    to: 'withdrawn',
    actor: `person:${actor.personId}`,
    at: now,
    set: { closedAt: now, deadlineAt: null, eraseAt },
  });
  await voidSignatures(tx, submissionId);
  await returnMoney(tx, app, submissionId, 'withdrawn');
  if (status === 'draft' && money.takenMinor + money.heldMinor === 0) return { kind: 'withdrawn' };
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
