import type { Cursor } from '@/lib/core/cursor.ts';
import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { SettlementDifference } from '@/lib/db/generated/client.ts';
import {
  type DifferenceFacts,
  type DifferenceKind,
  differenceKinds,
} from '@/lib/reconciliation/compare/difference.ts';

export const differenceStates = ['open', 'resolved', 'gone'] as const;
export type DifferenceState = (typeof differenceStates)[number];

export interface KeptDifference {
  id: string;
  kind: DifferenceKind;
  state: DifferenceState;
  facts: DifferenceFacts;
  agreement: string;
  environment: 'live' | 'test';
  reference: string | null;
  attemptId: string | null;
  submissionId: string | null;
  /** Name of the report and number of the line that show it. */
  line: { report: string; lineNumber: number } | null;
  foundAt: Date;
  endedAt: Date | null;
  resolvedBy: string | null;
  reason: string | null;
}

/** The owner's differences, newest first, page by page by key. @throws KvittError `forbidden` without the role `finance`. */
export async function listDifferences(
  reader: Reader,
  staff: StaffActor,
  {
    state = 'open',
    kind,
    before,
    limit = 25,
  }: { state?: DifferenceState; kind?: DifferenceKind; before?: Cursor; limit?: number } = {},
): Promise<{ differences: KeptDifference[]; next?: Cursor }> {
  requireRole(staff, 'finance');
  const rows = await reader.settlementDifference.findMany({
    where: {
      ownerId: staff.ownerId,
      state,
      ...(kind && { kind }),
      ...(before && {
        OR: [{ foundAt: { lt: before.createdAt } }, { foundAt: before.createdAt, id: { gt: before.id } }],
      }),
    },
    include: { agreement: { select: { displayName: true } } },
    orderBy: [{ foundAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const reports = await reportNames(reader, shown);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    differences: shown.map((row) => kept(row, reports)),
    ...(last && { next: { createdAt: last.foundAt, id: last.id } }),
  };
}

/** One of the owner's. @throws KvittError `forbidden`; `not_found` for unknown ones and other owners' alike. */
export async function readDifference(reader: Reader, staff: StaffActor, id: string): Promise<KeptDifference> {
  requireRole(staff, 'finance');
  const row = isUuid(id)
    ? await reader.settlementDifference.findFirst({
        where: { id, ownerId: staff.ownerId },
        include: { agreement: { select: { displayName: true } } },
      })
    : null;
  if (!row) throw notFound('Difference');
  return kept(row, await reportNames(reader, [row]));
}

/** How many are open of each kind that there is any of, in the order of the kinds. @throws KvittError `forbidden`. */
export async function countDifferences(
  reader: Reader,
  staff: StaffActor,
): Promise<{ kind: DifferenceKind; count: number }[]> {
  requireRole(staff, 'finance');
  const groups = await reader.settlementDifference.groupBy({
    by: ['kind'],
    where: { ownerId: staff.ownerId, state: 'open' },
    _count: { _all: true },
  });
  const counts = new Map(groups.map(({ kind, _count }) => [kind, _count._all]));
  return differenceKinds.flatMap((kind) => {
    const count = counts.get(kind);
    return count ? [{ kind, count }] : [];
  });
}

export function asDifferenceKind(value: unknown): DifferenceKind | undefined {
  return differenceKinds.find((kind) => kind === value);
}

async function reportNames(reader: Reader, rows: readonly SettlementDifference[]) {
  const ids = [...new Set(rows.flatMap(({ reportId }) => reportId ?? []))];
  const reports = await reader.settlementReport.findMany({
    where: { id: { in: ids } },
    select: { id: true, reference: true },
  });
  return new Map(reports.map(({ id, reference }) => [id, reference]));
}

function kept(
  row: SettlementDifference & { agreement: { displayName: string } },
  reports: ReadonlyMap<string, string>,
): KeptDifference {
  const kind = asDifferenceKind(row.kind);
  const state = differenceStates.find((one) => one === row.state);
  if (!kind || !state) throw new Error(`No such difference: ${row.kind}, ${row.state}`);
  const report = row.reportId === null ? undefined : reports.get(row.reportId);
  return {
    id: row.id,
    kind,
    state,
    // Written by `keepDifferences` only.
    facts: row.facts as DifferenceFacts,
    agreement: row.agreement.displayName,
    environment: row.environment,
    reference: row.reference,
    attemptId: row.attemptId,
    submissionId: row.submissionId,
    line: report && row.lineNumber !== null ? { report, lineNumber: row.lineNumber } : null,
    foundAt: row.foundAt,
    endedAt: row.endedAt,
    resolvedBy: row.resolvedBy,
    reason: row.reason,
  };
}
