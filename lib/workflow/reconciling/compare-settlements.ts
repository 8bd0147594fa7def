import { closeAlarm, openAlarm } from '@/lib/audit/open-alarm.ts';
import { addDays, osloDate } from '@/lib/core/clock.ts';
import { log } from '@/lib/core/log.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAgreement, SettlementTerms } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findCandidates } from '@/lib/reconciliation/books/find-candidates.ts';
import { keepDifferences } from '@/lib/reconciliation/books/keep-differences.ts';
import { readLines, readStrangeLines } from '@/lib/reconciliation/books/read-lines.ts';
import { readPayments } from '@/lib/reconciliation/books/read-payments.ts';
import { readUnpaid } from '@/lib/reconciliation/books/read-unpaid.ts';
import { termsOf } from '@/lib/reconciliation/books/terms.ts';
import { compareBooks } from '@/lib/reconciliation/compare/compare-books.ts';
import type { Difference } from '@/lib/reconciliation/compare/difference.ts';
import type { App } from '../app.ts';
import { type Chargeback, recordChargeback, unbooked } from '../paying/record-chargeback.ts';
import { nextComparison } from './next-comparison.ts';

/** Payments compared at a time: what a comparison holds in memory, however many there are. */
const batch = 5000;
/** So many days more than the agreed ones are looked back, from the last comparison. */
const lookBackDays = 60;

export interface Compared {
  payments: number;
  found: number;
  /** New ones, and those that came back. */
  opened: number;
}

/**
 * Compares an agreement's settlement reports with its payments and cases, and keeps what was found. Any number of times gives
 * the same; nothing is asked of a provider. Undefined when the agreement is not reconciled, or when the comparison was overtaken
 * by another, by a report or by other terms: it has seen a part of what there is now, and keeps nothing of it.
 */
export async function compareSettlements(app: App, agreementId: string): Promise<Compared | undefined> {
  const terms = await app.db.settlementTerms.findUnique({
    where: { agreementId },
    include: { agreement: true },
  });
  if (!terms) return undefined;
  const { payments, found } = await compareAll(app, terms.agreement, terms);
  // Of what reports told already: also when this comparison is overtaken.
  for (const chargeback of await unbooked(app.db, chargebacksIn(found)))
    await recordChargeback(app, chargeback);
  const opened = await inTransaction(app.db, 'comparison', (tx) => keep(tx, app, terms, payments, found));
  log.info({ agreementId, payments, found: found.length, opened }, 'settlements were compared');
  if (opened === undefined) return undefined;
  return { payments, found: found.length, opened };
}

function chargebacksIn(found: readonly Difference[]): Chargeback[] {
  return found.flatMap(({ kind, attemptId, submissionId, facts }) =>
    kind === 'chargeback' && attemptId && submissionId && facts.found
      ? [{ attemptId, submissionId, totalMinor: facts.found.amountMinor }]
      : [],
  );
}

async function compareAll(
  app: App,
  agreement: PaymentAgreement,
  row: SettlementTerms,
): Promise<{ payments: number; found: Difference[] }> {
  const terms = termsOf(row);
  const asOf = osloDate(app.clock.now());
  const begun = row.lastRunAt ?? new Date(`${terms.startsOn}T00:00:00Z`);
  const since = addDays(begun, -(lookBackDays + terms.delayDays));
  const candidates = await findCandidates(app.db, agreement.id, since);
  const [lines, unpaid] = [
    await readStrangeLines(app.db, agreement.id, since),
    await readUnpaid(app.db, agreement, since),
  ];
  const found = compareBooks({ payments: [], lines, unpaid, terms, asOf });
  for (let from = 0; from < candidates.length; from += batch) {
    const some = candidates.slice(from, from + batch);
    const payments = await readPayments(
      app.db,
      agreement.id,
      some.map(({ id }) => id),
    );
    const theirs = await readLines(app.db, agreement.id, some);
    for (const difference of compareBooks({ payments, lines: theirs, unpaid: [], terms, asOf }))
      found.push(difference);
  }
  return { payments: candidates.length, found };
}

async function keep(
  tx: Transaction,
  app: App,
  { agreement, ...terms }: SettlementTerms & { agreement: PaymentAgreement },
  payments: number,
  found: readonly Difference[],
): Promise<number | undefined> {
  const now = app.clock.now();
  const { count } = await tx.settlementTerms.updateMany({
    where: { agreementId: agreement.id, runs: terms.runs },
    data: {
      runs: { increment: 1 },
      lastRunAt: now,
      lastPayments: payments,
      lastFound: found.length,
      nextRunAt: nextComparison(now),
    },
  });
  // Whoever was quicker has compared it, or has had a comparison of it planned.
  if (count === 0) return undefined;
  const opened = await keepDifferences(tx, app.ids, agreement, found, now);
  const open = await tx.settlementDifference.count({ where: { agreementId: agreement.id, state: 'open' } });
  const dedupeKey = alarmKey(agreement.id);
  if (opened > 0 || open === 0) await closeAlarm(tx, dedupeKey, now);
  if (opened > 0)
    await openAlarm(
      tx,
      app.ids,
      {
        ownerId: agreement.ownerId,
        dedupeKey,
        kind: 'settlement_differences',
        values: { count: String(open), agreement: agreement.displayName },
        detail: `${opened} new differences between the settlement reports of agreement ${agreement.id} and our books; ${open} are open`,
      },
      now,
    );
  return opened;
}

/** One alarm per agreement; it is told anew when there is something new. */
export function alarmKey(agreementId: string): string {
  return `settlement:${agreementId}`;
}
