import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';
import { mappingOf, termsOf } from '@/lib/reconciliation/books/terms.ts';
import { type OwnAgreement, ownAgreement } from './own-agreement.ts';
import type { SettlementTermsInput } from './save-terms.ts';

/** An agreement with what is said of its settlements, if anything. @throws KvittError `forbidden`, `not_found`. */
export async function readTermsOf(
  reader: Reader,
  staff: StaffActor,
  agreementId: string,
): Promise<{ agreement: OwnAgreement; terms?: SettlementTermsInput }> {
  const agreement = await ownAgreement(reader, staff, agreementId);
  const { settlement } = agreement;
  return {
    agreement,
    ...(settlement && { terms: { ...termsOf(settlement), mapping: mappingOf(settlement) } }),
  };
}
