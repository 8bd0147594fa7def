import { recordAct } from '@/lib/audit/record-act.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { storeReport } from '@/lib/reconciliation/books/store-report.ts';
import { mappingOf } from '@/lib/reconciliation/books/terms.ts';
import { readReport } from '@/lib/reconciliation/report/read-report.ts';
import type { LineProblem } from '@/lib/reconciliation/report/settlement-line.ts';
import type { App } from '../app.ts';
import { ownAgreement } from './own-agreement.ts';
import { outdateComparison } from './plan-comparisons.ts';

export type TakenIn =
  /** All of it is kept, and a comparison is on its way. */
  | { kind: 'taken_in'; reference: string; lines: number }
  /** It was here before: nothing has changed. */
  | { kind: 'known'; reference: string; takenInAt: Date }
  /** Another report of the same name was here before; this one is not taken in. */
  | { kind: 'other_content'; reference: string; takenInAt: Date }
  /** Nothing of it is taken in. */
  | { kind: 'problems'; problems: LineProblem[] }
  /** Nobody has said yet how this agreement's reports are written. */
  | { kind: 'no_terms' };

/**
 * An employee hands in a settlement report of one of the owner's agreements.
 * @throws KvittError `forbidden` without the role `finance`; `not_found` for unknown agreements and other owners' alike.
 */
export async function takeInReport(
  app: App,
  staff: StaffActor,
  agreementId: string,
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<TakenIn> {
  const agreement = await ownAgreement(app.db, staff, agreementId);
  if (!agreement.settlement) return { kind: 'no_terms' };
  // Read to its end before anything is written: no transaction waits for a slow sender.
  const report = await readReport(chunks, mappingOf(agreement.settlement));
  if (report.kind === 'problems') return report;
  const { reference, sha256, lines } = report;
  return inTransaction(app.db, 'report', async (tx): Promise<TakenIn> => {
    const now = app.clock.now();
    const stored = await storeReport(
      tx,
      app.ids,
      agreement,
      { reference, sha256, lines, takenInBy: staff.name },
      now,
    );
    if (stored.kind !== 'stored') return { kind: stored.kind, reference, takenInAt: stored.takenInAt };
    await outdateComparison(tx, agreement.id);
    await recordAct(tx, app, staff, {
      act: 'settlement_taken_in',
      subject: 'agreement',
      subjectId: agreement.id,
      detail: { report: reference, lines: lines.length },
    });
    return { kind: 'taken_in', reference, lines: lines.length };
  });
}
