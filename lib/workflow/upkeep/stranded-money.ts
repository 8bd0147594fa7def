import { openAlarm } from '@/lib/audit/open-alarm.ts';
import { addDays, addSeconds } from '@/lib/core/clock.ts';
import type { Currency } from '@/lib/core/money.ts';
import { Prisma } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { leftOf } from '@/lib/payments/attempt.ts';
import { handledByStaff } from '@/lib/payments/give-up-operation.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { type GoOn, workOff } from './work-off.ts';

const batch = 50;

/** `recent`: payments that something happened to within the last hour, by index; `all` reads every payment there is. */
export type Watched = 'recent' | 'all';

const recentSeconds = 3600;

/**
 * The watchdog (rule 11): captured money of a case that is not to have it (withdrawn, expired, reopened, or paid twice)
 * and that no refund is on its way for. One that a person has seen to is left to them. Of a case that was withdrawn after
 * completion, its service may keep a part.
 * @returns ids of attempts, 50 at most.
 */
export async function strandedMoney(app: App, watched: Watched): Promise<string[]> {
  const now = app.clock.now();
  const among = watched === 'all' ? Prisma.empty : touchedSince(addSeconds(now, -recentSeconds));
  const rows = await app.db.$queryRaw<{ id: string }[]>`
    select a.id from payment_attempt a
      join payment_order o on o.id = a.order_id join submission s on s.id = o.submission_id
    where a.captured_minor > a.refunded_minor + a.charged_back_minor
      and (s.status in ('withdrawn', 'expired', 'draft') and s.completed_at is null or o.voided_at is not null
        or not exists (select 1 from allocation l where l.attempt_id = a.id))
      and not exists (select 1 from payment_operation p where p.attempt_id = a.id and p.kind = 'refund'
        and (p.status in ('intent', 'sent', 'unknown') or p.error_code = ${handledByStaff}
          or p.finished_at > ${addDays(now, -1)}))
      ${among}
    limit ${batch}`;
  return rows.map((row) => row.id);
}

/** What can make money stray: the payment itself, its order that is replaced, or the end of its case. Each has its index. */
const touchedSince = (since: Date) => Prisma.sql`and a.id in (
  select t.id from payment_agreement g cross join lateral
    (select id from payment_attempt where agreement_id = g.id and updated_at >= ${since}) t
  union all
  select t.id from payment_order v join payment_attempt t on t.order_id = v.id where v.voided_at >= ${since}
  union all
  select t.id from submission c join payment_order v on v.submission_id = c.id join payment_attempt t on t.order_id = v.id
  where c.status in ('withdrawn', 'expired') and c.updated_at >= ${since})`;

/** What the watchdog finds now is sent back. */
export function sendBackStranded(app: App, watched: Watched, goOn?: GoOn): Promise<{ handled: number }> {
  const due = async () => (await strandedMoney(app, watched)).map((id) => ({ id }));
  return workOff(app, [{ due, work: (id) => sendBack(app, id) }], goOn);
}

/** Plans the refund, once, and tells the owner. */
async function sendBack(app: App, attemptId: string): Promise<void> {
  const { order } = await app.db.paymentAttempt.findUniqueOrThrow({
    where: { id: attemptId },
    include: { order: true },
  });
  await inTransaction(app.db, async (tx) => {
    await lockSubmission(tx, order.submissionId);
    const attempt = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: attemptId } });
    const left = leftOf(attempt);
    if (left <= 0) return;
    const now = app.clock.now();
    await planOperation(tx, app.ids, attempt, { kind: 'refund', amountMinor: left, reason: 'watchdog' }, now);
    await openAlarm(
      tx,
      app.ids,
      {
        ownerId: attempt.ownerId,
        dedupeKey: `stranded:${attempt.id}`,
        kind: 'stranded_money',
        submissionId: order.submissionId,
        attemptId,
        values: { amount: { amountMinor: left, currency: attempt.currency as Currency } },
        detail: `${left} ${attempt.currency} (minor units) was taken for a case that is not to have it; a refund is on its way`,
      },
      now,
    );
  });
}
