import type { Actor } from '@/lib/core/party.ts';
import { type Case, findCase } from '@/lib/submissions/find-case.ts';
import type { App } from '../app.ts';
import { definitionOf } from '../engine/definition-of.ts';
import { findToFill } from '../filling/find-to-fill.ts';
import { erasureAfterClosing } from '../retention/erasure-dates.ts';
import { type Withdrawable, withdrawableFrom, withdrawalEnds } from './may-withdraw.ts';
import { type MoneyOfCase, moneyMark, moneyOfCase } from './money-of-case.ts';

export interface WithdrawalView {
  found: Case;
  from: Withdrawable;
  money: MoneyOfCase;
  /** Sent back with the form. */
  mark: string;
  /** When answers and attachments are erased if it is withdrawn now; undefined means at once. Not of a completed case. */
  keptUntil?: Date;
  /** Of a completed case: the last moment that it can be withdrawn, and whether that ends when somebody begins on it. */
  ends?: Date;
  untilHandled: boolean;
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
  const now = app.clock.now();
  const { definition } = found;
  const from = withdrawableFrom(found, definition, now);
  if (!from) return undefined;
  const money = await moneyOfCase(app.db, found, definition);
  const view = { found, from, money, mark: moneyMark(money) };
  if (from === 'completed') {
    const ends = withdrawalEnds(found, definition);
    return { ...view, ...(ends && { ends }), untilHandled: definition.withdrawal?.untilHandled ?? false };
  }
  const keptUntil = erasureAfterClosing(definition, from, now);
  return { ...view, ...(keptUntil > now && { keptUntil }), untilHandled: false };
}

/** Whether the party is shown the way to withdraw a completed case. */
export async function offersWithdrawal(
  app: App,
  actor: Pick<Actor, 'acting'>,
  submissionId: string,
): Promise<boolean> {
  const found = await findCase(app.db, actor, submissionId);
  if (found.status !== 'completed' || !found.roles.includes('filler')) return false;
  return withdrawableFrom(found, await definitionOf(app.db, found), app.clock.now()) !== undefined;
}

/** What has become of the money of a case that was withdrawn or expired, or is to. */
export async function moneyOfClosed(app: App, found: Case): Promise<MoneyOfCase> {
  return moneyOfCase(app.db, found, await definitionOf(app.db, found));
}
