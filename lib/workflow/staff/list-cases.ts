import type { Cursor } from '@/lib/core/cursor.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { SubmissionStatus } from '@/lib/submissions/submission-machine.ts';

/** What an owner sees of a case's status; a draft is its writer's own until it is sent in. */
export const staffStatuses = [
  'awaiting_payment',
  'awaiting_signature',
  'completed',
  'withdrawn',
  'expired',
  'issued',
] as const satisfies SubmissionStatus[];
export type StaffStatus = (typeof staffStatuses)[number];

export interface CaseSummary {
  id: string;
  reference: string;
  title: string;
  status: StaffStatus;
  createdAt: Date;
  submittedAt: Date | null;
}

/** Cases that the owner may see: sent in at some time, or issued by the owner, and not a draft (again). */
export const visibleToOwner = () => ({
  status: { not: 'draft' as const },
  OR: [{ submittedAt: { not: null } }, { dueDate: { not: null } }],
});

/** The owner's cases, newest first, page by page by key, of one status or all. @throws KvittError `forbidden` without the role. */
export async function listCases(
  reader: Reader,
  staff: StaffActor,
  { status, before, limit = 25 }: { status?: StaffStatus; before?: Cursor; limit?: number } = {},
): Promise<{ cases: CaseSummary[]; next?: Cursor }> {
  requireRole(staff, 'case_worker');
  const rows = await reader.submission.findMany({
    where: {
      ownerId: staff.ownerId,
      AND: [
        visibleToOwner(),
        ...(status ? [{ status }] : []),
        ...(before
          ? [
              {
                OR: [
                  { createdAt: { lt: before.createdAt } },
                  { createdAt: before.createdAt, id: { gt: before.id } },
                ],
              },
            ]
          : []),
      ],
    },
    select: { id: true, reference: true, title: true, status: true, createdAt: true, submittedAt: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const cases = rows.slice(0, limit).map((row) => ({ ...row, status: row.status as StaffStatus }));
  const last = rows.length > limit ? cases.at(-1) : undefined;
  return { cases, ...(last && { next: { createdAt: last.createdAt, id: last.id } }) };
}

export function asStaffStatus(value: unknown): StaffStatus | undefined {
  return staffStatuses.find((status) => status === value);
}
