import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Owner } from '@/lib/db/generated/client.ts';

/** The owner that an employee works for. */
export async function ownOwner(reader: Reader, staff: StaffActor): Promise<Owner> {
  return reader.owner.findUniqueOrThrow({ where: { id: staff.ownerId } });
}
