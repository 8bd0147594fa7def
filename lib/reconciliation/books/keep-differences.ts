import type { Ids } from '@/lib/core/ids.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import type { Difference } from '../compare/difference.ts';

/** Differences per statement. */
const batch = 2000;

/**
 * Puts what a comparison has found beside what is known: new ones and those that came back are open, the same ones stay as
 * they are, those that were not found any more are gone. One that a person has resolved stays so as long as its facts do.
 * @returns how many are new, or open again.
 */
export async function keepDifferences(
  tx: Transaction,
  ids: Ids,
  agreement: Pick<PaymentAgreement, 'id' | 'ownerId' | 'environment'>,
  found: readonly Difference[],
  now: Date,
): Promise<number> {
  await tx.$executeRaw`
    update settlement_difference d set state = 'gone', ended_at = ${now}
    where d.agreement_id = ${agreement.id}::uuid and d.state = 'open' and not exists (
      select 1 from unnest(${found.map(({ kind }) => kind)}::text[], ${found.map(({ subject }) => subject)}::text[]) f(kind, subject)
      where f.kind = d.kind and f.subject = d.subject)`;
  let opened = 0;
  for (let from = 0; from < found.length; from += batch)
    opened += await keepSome(tx, ids, agreement, found.slice(from, from + batch), now);
  return opened;
}

async function keepSome(
  tx: Transaction,
  ids: Ids,
  agreement: Pick<PaymentAgreement, 'id' | 'ownerId' | 'environment'>,
  found: readonly Difference[],
  now: Date,
): Promise<number> {
  const column = <T>(of: (difference: Difference) => T) => found.map(of);
  const rows = await tx.$queryRaw<{ opened: boolean }[]>`
    insert into settlement_difference as d (id, owner_id, environment, agreement_id, state, found_at, kind, subject, facts,
      attempt_id, submission_id, reference, report_id, line_number)
    select f.id, ${agreement.ownerId}::uuid, ${agreement.environment}::"Environment", ${agreement.id}::uuid, 'open', ${now}, f.kind,
      f.subject, f.facts::jsonb, f.attempt_id, f.submission_id, f.reference, f.report_id, f.line_number
    from unnest(${column(() => ids.uuid())}::uuid[], ${column(({ kind }) => kind)}::text[],
      ${column(({ subject }) => subject)}::text[], ${column(({ facts }) => JSON.stringify(facts))}::text[],
      ${column(({ attemptId }) => attemptId)}::uuid[], ${column(({ submissionId }) => submissionId)}::uuid[],
      ${column(({ reference }) => reference)}::text[], ${column(({ line }) => line?.reportId ?? null)}::uuid[],
      ${column(({ line }) => line?.lineNumber ?? null)}::int[])
      f(id, kind, subject, facts, attempt_id, submission_id, reference, report_id, line_number)
    on conflict (agreement_id, kind, subject) do update set
      state = 'open', ended_at = null, resolved_by = null, reason = null,
      found_at = case when d.state = 'open' then d.found_at else excluded.found_at end,
      facts = excluded.facts, attempt_id = excluded.attempt_id, submission_id = excluded.submission_id,
      reference = excluded.reference, report_id = excluded.report_id, line_number = excluded.line_number
      where d.state = 'gone' or d.facts <> excluded.facts
    returning found_at = ${now} as opened`;
  return rows.filter(({ opened }) => opened).length;
}
