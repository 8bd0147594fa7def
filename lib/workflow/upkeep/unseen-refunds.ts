import { closeAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import { addDays } from '@/lib/core/clock.ts';
import { type Currency, minor } from '@/lib/core/money.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { operationAlarmKey } from '@/lib/payments/give-up-operation.ts';
import type { App } from '../app.ts';

/** Refunds to cards are seen at once, others within hours. */
const daysToBeSeen = 1;
const batch = 50;

interface Unseen {
  operationId: string;
  attemptId: string;
  submissionId: string;
  ownerId: string;
  amountMinor: bigint;
  currency: string;
}

/**
 * Refunds that a provider has said yes to and that cannot be seen at it a day later, of cases that keep their money otherwise
 * (the watchdog sends the other cases' money again): the owner is told, until it is seen or an employee has handled it.
 */
export async function tellUnseenRefunds(app: App): Promise<void> {
  for (const key of await seenSince(app))
    await inTransaction(app.db, (tx) => closeAlarm(tx, key, app.clock.now()));
  for (const refund of await unseen(app)) await tell(app, refund);
}

/** Only what is asked about can be unseen, and that is found by its index. */
function unseen(app: App): Promise<Unseen[]> {
  return app.db.$queryRaw<Unseen[]>`
    select p.id as "operationId", a.id as "attemptId", s.id as "submissionId", a.owner_id as "ownerId",
           p.amount_minor as "amountMinor", a.currency
      from payment_attempt a
      join payment_operation p on p.attempt_id = a.id and p.kind = 'refund' and p.status = 'done'
      join payment_order o on o.id = a.order_id join submission s on s.id = o.submission_id
     where a.next_check_at is not null and a.captured_minor > a.refunded_minor and s.status = 'completed'
       and p.finished_at <= ${addDays(app.clock.now(), -daysToBeSeen)}
       and a.refunded_minor < (select sum(q.amount_minor) from payment_operation q
         where q.attempt_id = a.id and q.kind = 'refund' and q.status = 'done' and q.finished_at <= p.finished_at)
       and not exists (select 1 from alarm l where l.closed_at is null and l.dedupe_key = 'operation:' || p.id::text)
     limit ${batch}`;
}

/** Whatever was told of a refund, it shows now: asked for again after a refusal or without an answer, or only slow. */
async function seenSince(app: App): Promise<string[]> {
  const rows = await app.db.$queryRaw<{ key: string }[]>`
    select l.dedupe_key as key from alarm l join payment_attempt a on a.id = l.attempt_id
      join payment_operation p on p.attempt_id = a.id and l.dedupe_key = 'operation:' || p.id::text
     where l.closed_at is null and p.kind = 'refund' and p.status = 'done'
       and a.refunded_minor >= coalesce(p.refunded_before_minor, 0) + p.amount_minor`;
  return rows.map(({ key }) => key);
}

async function tell(app: App, refund: Unseen): Promise<void> {
  const { operationId, attemptId, submissionId, ownerId, currency } = refund;
  const amountMinor = minor(refund.amountMinor);
  await inTransaction(app.db, (tx) =>
    openAlarm(
      tx,
      app.ids,
      {
        ownerId,
        dedupeKey: operationAlarmKey(operationId),
        kind: 'refund_unseen',
        submissionId,
        attemptId,
        values: { action: 'refund', amount: { amountMinor, currency: currency as Currency } },
        detail: `The provider accepted a refund of ${amountMinor} ${currency} (minor units) more than a day ago and does not show it`,
      },
      app.clock.now(),
    ),
  );
}
