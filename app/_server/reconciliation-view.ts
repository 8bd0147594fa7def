import type { AgreementView, ReconciliationPageProps } from '@/components/admin/reconciliation-page.tsx';
import { type Cursor, writeCursor } from '@/lib/core/cursor.ts';
import { writtenDate } from '@/lib/core/legal-date.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { type DifferenceKind, differenceKinds } from '@/lib/reconciliation/compare/difference.ts';
import type { LineProblem } from '@/lib/reconciliation/report/settlement-line.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { listAgreements, type ReconciledAgreement } from '@/lib/workflow/reconciling/list-agreements.ts';
import {
  countDifferences,
  type DifferenceState,
  listDifferences,
} from '@/lib/workflow/reconciling/list-differences.ts';
import { agreementName, kindName, sumInWords } from './difference-view.tsx';

export interface Asked {
  state: DifferenceState;
  kind?: DifferenceKind;
  before?: Cursor;
}

/** What the page of the reconciliation shows to this employee. @throws KvittError `forbidden` without the role `finance`. */
export async function reconciliationView(
  staff: StaffActor,
  t: Translate,
  { state, kind, before }: Asked = { state: 'open' },
): Promise<Omit<ReconciliationPageProps, 'notice' | 'problems' | 't'>> {
  const { db } = app();
  const [agreements, counts, { differences, next }] = await Promise.all([
    listAgreements(db, staff),
    countDifferences(db, staff),
    listDifferences(db, staff, { state, kind, before }),
  ]);
  return {
    agreements: agreements.map((agreement) => agreementView(agreement, t)),
    openCount: counts.reduce((sum, { count }) => sum + count, 0),
    counts: counts.map((one) => ({ ...one, name: kindName(one.kind, t) })),
    filter: {
      kinds: differenceKinds.map((value) => ({ value, label: kindName(value, t) })),
      kind: kind ?? '',
      states: [
        { value: 'open', label: t('reconciliation.stateOpen') },
        { value: 'resolved', label: t('reconciliation.stateResolved') },
        { value: 'gone', label: t('reconciliation.stateGone') },
      ],
      state,
    },
    rows: differences.map((one) => ({
      id: one.id,
      name: kindName(one.kind, t),
      reference: one.reference ?? '–',
      ours: sumInWords(one.facts.expected, t),
      theirs: sumInWords(one.facts.found, t),
      when: formatDateTime(one.foundAt, t.language),
    })),
    next: next && writeCursor(next),
  };
}

/** A fault of a file, with its line. */
export function lineProblemWords({ line, code, column }: LineProblem, t: Translate): string {
  const problem = t(`reconciliation.problem_${code}`, { column: column ? `«${column}»` : '' });
  return line > 0 ? t('reconciliation.atLine', { line: String(line), problem }) : problem;
}

function agreementView(agreement: ReconciledAgreement, t: Translate): AgreementView {
  const { id, displayName, environment, settlement, lastReport } = agreement;
  const facts = !settlement
    ? [t('reconciliation.notSetUp')]
    : [
        settlement.lastRunAt
          ? t('reconciliation.lastCompared', {
              when: formatDateTime(settlement.lastRunAt, t.language),
              payments: String(settlement.lastPayments ?? 0),
              found: String(settlement.lastFound ?? 0),
            })
          : t('reconciliation.notCompared'),
        lastReport
          ? t('reconciliation.lastReport', {
              reference: lastReport.reference,
              day: writtenDate(lastReport.settledTo, t.language),
            })
          : t('reconciliation.noReport'),
      ];
  return {
    id,
    name: agreementName({ agreement: displayName, environment }, t),
    facts,
    isSetUp: settlement !== null,
  };
}
