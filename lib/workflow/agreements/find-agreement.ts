import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { requireRole, type StaffActor, type StaffRole } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';

/** Who may look at agreements: those who choose among them, and those who keep them. */
export const mayLook: readonly StaffRole[] = ['finance', 'editor'];

/**
 * An agreement of the employee's owner, with what is sealed: for use cases, never for a page.
 * @throws KvittError `forbidden` without one of the roles; `not_found` for unknown ones and other owners' alike.
 */
export async function findAgreement(
  reader: Reader,
  staff: StaffActor,
  id: string,
  roles: readonly StaffRole[] = ['finance'],
): Promise<PaymentAgreement> {
  requireRole(staff, ...roles);
  const found = isUuid(id)
    ? await reader.paymentAgreement.findFirst({ where: { id, ownerId: staff.ownerId } })
    : null;
  if (!found) throw notFound('Agreement');
  return found;
}
