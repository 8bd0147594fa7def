import { addDays } from '@/lib/core/clock.ts';
import type { App } from '../app.ts';

/**
 * Cases that wait for payment with two days left, and prefilled payments that fell due: each is reminded once for each time
 * that it was sent in, and not before a day has gone since then, or since it was signed. Only those that somebody can pay now:
 * the conditions on the latest attempt are `situationOf`'s, and `remindOfPayment` asks that once more.
 */
export async function dueReminders(app: App, limit: number): Promise<string[]> {
  const now = app.clock.now();
  const aDayAgo = addDays(now, -1);
  const rows = await app.db.$queryRaw<{ id: string }[]>`
    select s.id from submission s
      join payment_order o on o.submission_id = s.id and o.kind = 'original' and o.voided_at is null
      left join lateral (
        select status, failure, problem, unknown_since, stuck_since from payment_attempt
         where order_id = o.id order by created_at desc limit 1) a on true
     where s.status = 'awaiting_payment'
       and (s.deadline_at <= ${addDays(now, 2)} or s.due_date < to_char(${now} at time zone 'Europe/Oslo', 'YYYY-MM-DD'))
       and coalesce(s.submitted_at, s.created_at) < ${aDayAgo}
       and not exists (select 1 from signature_request r where r.submission_id = s.id and r.signed_at >= ${aDayAgo})
       and not exists (
         select 1 from submission_event e
          where e.submission_id = s.id and e.type = 'payment.reminded' and e.at > coalesce(s.submitted_at, s.created_at))
       and a.problem is null and a.stuck_since is null
       and (a.status is null or a.failure = 'method_not_allowed'
         or (a.status = 'pending' and a.unknown_since is null)
         or a.status not in ('created', 'pending', 'authorized', 'captured'))
     limit ${limit}`;
  return rows.map((row) => row.id);
}
