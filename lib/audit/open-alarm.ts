import { maskNumbers } from '@/lib/core/identifiers/fodselsnummer.ts';
import type { Ids } from '@/lib/core/ids.ts';
import { log } from '@/lib/core/log.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { AlarmKind, AlarmValues } from './alarm-kinds.ts';

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
 * Tells a service owner, and the log, that something needs a person. The same thing alarms once while it is open; when it
 * had been closed and happens again, it is opened again.
 */
export async function openAlarm(tx: Transaction, ids: Ids, alarm: NewAlarm, now: Date): Promise<void> {
  // A price rule's words may quote an answer.
  const detail = maskNumbers(alarm.detail);
  const opened = await tx.$executeRaw`
    insert into alarm (id, owner_id, dedupe_key, kind, submission_id, attempt_id, values, detail, opened_at)
    values (${ids.uuid()}::uuid, ${alarm.ownerId}::uuid, ${alarm.dedupeKey}, ${alarm.kind}, ${alarm.submissionId ?? null}::uuid,
      ${alarm.attemptId ?? null}::uuid, ${JSON.stringify(alarm.values)}::jsonb, ${detail}, ${now})
    on conflict (dedupe_key) do update
      set opened_at = excluded.opened_at, values = excluded.values, detail = excluded.detail, closed_at = null where alarm.closed_at is not null`;
  if (!opened) return;
  const { kind, submissionId, attemptId } = alarm;
  log.error({ alarm: kind, submissionId, attemptId }, detail);
}

export async function closeAlarm(tx: Transaction, dedupeKey: string, now: Date): Promise<void> {
  await tx.alarm.updateMany({ where: { dedupeKey, closedAt: null }, data: { closedAt: now } });
}
