import type { Actor } from '@/lib/core/party.ts';
import type { Case } from '@/lib/submissions/find-case.ts';
import type { App } from '../app.ts';
import { findToFill } from '../filling/find-to-fill.ts';
import { erasureAfterClosing } from '../retention/erasure-dates.ts';
import { isWithdrawable } from './may-withdraw.ts';
import { type MoneyOfCase, moneyMark, moneyOfCase } from './money-of-case.ts';

export interface WithdrawalView {
  found: Case;
  money: MoneyOfCase;
  /** Sent back with the form. */
  mark: string;
  /** When answers and attachments are erased if it is withdrawn now; undefined means at once. */
  keptUntil?: Date;
}

/**
 * What a person is told before they withdraw a case. Undefined when it cannot be withdrawn (any more).
 * @throws KvittError `not_found` for cases that the acting party did not fill in, `step_up_required`.
 */
export async function readWithdrawal(
  app: App,
  actor: Actor,
  submissionId: string,
): Promise<WithdrawalView | undefined> {
  const found = await findToFill(app.db, actor, submissionId);
  if (!isWithdrawable(found.status)) return undefined;
  const now = app.clock.now();
  const money = await moneyOfCase(app.db, submissionId);
  const keptUntil = erasureAfterClosing(found.definition, found.status, now);
  return { found, money, mark: moneyMark(money), ...(keptUntil > now && { keptUntil }) };
}
