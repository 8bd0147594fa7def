import type { Cursor } from '@/lib/core/cursor.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { AuditEntry } from '@/lib/db/generated/client.ts';

/** What the owner's employees have done, newest first, page by page by key. */
export async function listActs(
  reader: Reader,
  staff: StaffActor,
  { before, limit = 50 }: { before?: Cursor; limit?: number } = {},
): Promise<{ acts: AuditEntry[]; next?: Cursor }> {
  const rows = await reader.auditEntry.findMany({
    where: { ownerId: staff.ownerId, ...(before && olderThan(before)) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const acts = rows.slice(0, limit);
  const last = rows.length > limit ? acts.at(-1) : undefined;
  return { acts, ...(last && { next: { createdAt: last.createdAt, id: last.id } }) };
}

function olderThan(before: Cursor) {
  return {
    OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { gt: before.id } }],
  };
}
