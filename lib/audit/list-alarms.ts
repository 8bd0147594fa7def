import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Alarm } from '@/lib/db/generated/client.ts';

/** The owner's open alarms, newest first; 200 at most, as more are one trouble and not many. */
export async function listOpenAlarms(reader: Reader, staff: StaffActor): Promise<Alarm[]> {
  return reader.alarm.findMany({
    where: { ownerId: staff.ownerId, closedAt: null },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: 200,
  });
}

export async function countOpenAlarms(reader: Reader, staff: StaffActor): Promise<number> {
  return reader.alarm.count({ where: { ownerId: staff.ownerId, closedAt: null } });
}
