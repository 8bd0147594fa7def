import { maskNumbers } from '@/lib/core/identifiers/fodselsnummer.ts';
import type { Ids } from '@/lib/core/ids.ts';
import { log } from '@/lib/core/log.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { AlarmKind, AlarmValues } from './alarm-kinds.ts';
import { planAlarmMails } from './plan-alarm-mails.ts';

export type NewAlarm = { [kind in AlarmKind]: AlarmOf<kind> }[AlarmKind];

interface AlarmOf<Kind extends AlarmKind> {
  ownerId: string;
  /** One open alarm per thing that is wrong. */
  dedupeKey: string;
  kind: Kind;
  /** What goes into the words that people read. */
  values: AlarmValues[Kind];
  /** For the log and whoever reads the database; no page shows it. */
  detail: string;
  submissionId?: string;
  attemptId?: string;
}

/**
 * Tells a service owner, by the list of its admin area and by e-mail, and the log, that something needs a person. The same
 * thing alarms once while it is not closed; when it had been closed and happens again, that is another alarm.
 */
export async function openAlarm(tx: Transaction, ids: Ids, alarm: NewAlarm, now: Date): Promise<void> {
  // A price rule's words may quote an answer.
  const detail = maskNumbers(alarm.detail);
  const alarmId = ids.uuid();
  const { ownerId, kind, submissionId, attemptId } = alarm;
  const opened = await tx.$executeRaw`
    insert into alarm (id, owner_id, dedupe_key, kind, submission_id, attempt_id, values, detail, opened_at)
    values (${alarmId}::uuid, ${ownerId}::uuid, ${alarm.dedupeKey}, ${kind}, ${submissionId ?? null}::uuid,
      ${attemptId ?? null}::uuid, ${JSON.stringify(alarm.values)}::jsonb, ${detail}, ${now})
    on conflict (dedupe_key) where closed_at is null do nothing`;
  if (!opened) return;
  await planAlarmMails(tx, ids, { id: alarmId, ownerId }, now);
  log.error({ alarm: kind, alarmId, ownerId, submissionId, attemptId }, detail);
}

/** What was wrong is right again; also of one that a person has handled. */
export async function closeAlarm(tx: Transaction, dedupeKey: string, now: Date): Promise<void> {
  await tx.alarm.updateMany({ where: { dedupeKey, closedAt: null }, data: { closedAt: now } });
}
