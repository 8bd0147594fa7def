import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import { type OwnAgreement, ownAgreements } from './own-agreement.ts';

export interface ReconciledAgreement extends OwnAgreement {
  /** Taken in last; undefined before the first. */
  lastReport?: { reference: string; settledTo: string };
}

/** The owner's agreements with how far each is reconciled. @throws KvittError `forbidden` without the role `finance`. */
export async function listAgreements(reader: Reader, staff: StaffActor): Promise<ReconciledAgreement[]> {
  const agreements = await ownAgreements(reader, staff);
  const reports = await reader.settlementReport.findMany({
    where: { agreementId: { in: agreements.map(({ id }) => id) } },
    distinct: ['agreementId'],
    orderBy: [{ agreementId: 'asc' }, { settledTo: 'desc' }],
    select: { agreementId: true, reference: true, settledTo: true },
  });
  const last = new Map(reports.map((report) => [report.agreementId, report]));
  return agreements.map((agreement) => ({ ...agreement, lastReport: last.get(agreement.id) }));
}
