import type { Cursor } from '@/lib/core/cursor.ts';
import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Alarm } from '@/lib/db/generated/client.ts';

export type AlarmRow = Alarm;

/** Nobody has handled it, and it has not mended itself. */
export const isOpen = { closedAt: null, handledAt: null } as const;

/** The owner's open alarms, newest first; 200 at most, as more are one trouble and not many. */
export async function listOpenAlarms(reader: Reader, staff: StaffActor): Promise<Alarm[]> {
  return reader.alarm.findMany({
    where: { ownerId: staff.ownerId, ...isOpen },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: 200,
  });
}

/** The owner's alarms that are handled or closed, newest first, page by page by key. */
export async function listPastAlarms(
  reader: Reader,
  staff: StaffActor,
  { before, limit = 50 }: { before?: Cursor; limit?: number } = {},
): Promise<{ alarms: Alarm[]; next?: Cursor }> {
  const rows = await reader.alarm.findMany({
    where: {
      ownerId: staff.ownerId,
      NOT: isOpen,
      ...(before && {
        OR: [{ openedAt: { lt: before.createdAt } }, { openedAt: before.createdAt, id: { gt: before.id } }],
      }),
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: limit + 1,
  });
  const alarms = rows.slice(0, limit);
  const last = rows.length > limit ? alarms.at(-1) : undefined;
  return { alarms, ...(last && { next: { createdAt: last.openedAt, id: last.id } }) };
}

/** One of the owner's, open or past. @throws KvittError `not_found` for unknown ones and other owners' alike. */
export async function readAlarm(reader: Reader, staff: StaffActor, id: string): Promise<Alarm> {
  const alarm = isUuid(id) ? await reader.alarm.findFirst({ where: { id, ownerId: staff.ownerId } }) : null;
  if (!alarm) throw notFound('Alarm');
  return alarm;
}

export async function countOpenAlarms(reader: Reader, staff: StaffActor): Promise<number> {
  return reader.alarm.count({ where: { ownerId: staff.ownerId, ...isOpen } });
}
