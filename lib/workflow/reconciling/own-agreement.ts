import { notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { PaymentAgreement, SettlementTerms } from '@/lib/db/generated/client.ts';

/** An agreement as this room may hand it on: without credentials and the webhook's token. */
export type OwnAgreement = Pick<
  PaymentAgreement,
  'id' | 'ownerId' | 'environment' | 'name' | 'displayName'
> & { settlement: SettlementTerms | null };

const select = {
  id: true,
  ownerId: true,
  environment: true,
  name: true,
  displayName: true,
  settlement: true,
} as const;

/** The employee's owner's agreement. @throws KvittError `forbidden` without the role `finance`; `not_found` for unknown ones and other owners' alike. */
export async function ownAgreement(reader: Reader, staff: StaffActor, id: string): Promise<OwnAgreement> {
  requireRole(staff, 'finance');
  const found = isUuid(id)
    ? await reader.paymentAgreement.findFirst({ where: { id, ownerId: staff.ownerId }, select })
    : null;
  if (!found) throw notFound('Agreement');
  return found;
}

/** All of them, by name. @throws KvittError `forbidden` without the role `finance`. */
export async function ownAgreements(reader: Reader, staff: StaffActor): Promise<OwnAgreement[]> {
  requireRole(staff, 'finance');
  return reader.paymentAgreement.findMany({
    where: { ownerId: staff.ownerId },
    select,
    orderBy: [{ environment: 'asc' }, { name: 'asc' }],
  });
}
