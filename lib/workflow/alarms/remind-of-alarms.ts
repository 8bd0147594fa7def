import { planMail } from '@/lib/audit/plan-alarm-mails.ts';
import { addSeconds, endOfOsloDay, osloDate, osloHour } from '@/lib/core/clock.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';

/** In Norway; from then on, on every day. */
const reminderHour = 7;
const batch = 50;

/**
 * Plans the daily mail about alarms that are still open: one for each address and day (Europe/Oslo), when there is an alarm
 * from before that day that nobody has handled. The mail tells of all that are open when it is sent.
 */
export async function remindOfAlarms(app: App): Promise<void> {
  const now = app.clock.now();
  if (osloHour(now) < reminderHour) return;
  const day = osloDate(now);
  for (const receiverId of await dueReceivers(app, day, addSeconds(endOfOsloDay(now, -1), 1)))
    await inTransaction(app.db, (tx) =>
      planMail(tx, app.ids, { dedupeKey: keyOf(receiverId, day), receiverId }, now),
    );
}

async function dueReceivers(app: App, day: string, startOfDay: Date): Promise<string[]> {
  const rows = await app.db.$queryRaw<{ id: string }[]>`
    select r.id from alarm_receiver r
    where exists (select 1 from alarm a where a.owner_id = r.owner_id
        and a.closed_at is null and a.handled_at is null and a.opened_at < ${startOfDay})
      and not exists (select 1 from notification n where n.dedupe_key = ${keyOf('', day)}::text || r.id::text)
    limit ${batch}`;
  return rows.map(({ id }) => id);
}

function keyOf(receiverId: string, day: string): string {
  return `alarms:${day}:${receiverId}`;
}
