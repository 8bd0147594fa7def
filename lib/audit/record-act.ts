import type { Clock } from '@/lib/core/clock.ts';
import type { Ids } from '@/lib/core/ids.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Reader } from '@/lib/db/client.ts';

/** What employees do that is kept on record. */
export const staffActs = [
  'signed_in',
  'draft_saved',
  'draft_discarded',
  'version_published',
  'submission_read',
  'handling_begun',
  'payment_refunded',
  'operation_settled',
  'mismatch_settled',
  'settlement_terms_saved',
  'settlement_taken_in',
  'difference_resolved',
  'agreement_added',
  'agreement_changed',
  'agreement_keys_replaced',
  'agreement_old_keys_dropped',
  'agreement_registered',
  'alarm_handled',
  'alarm_receivers_saved',
] as const;
export type StaffActName = (typeof staffActs)[number];

export interface StaffAct {
  act: StaffActName;
  subject: 'staff' | 'service' | 'submission' | 'payment' | 'agreement' | 'difference' | 'alarm' | 'owner';
  subjectId: string;
  /** Facts of the act; never answers, never a fødselsnummer. */
  detail?: Record<string, string | number | boolean>;
}

/** Writes who did what, and when. Give it the transaction of what was changed: both are there, or neither. */
export async function recordAct(
  tx: Reader,
  { ids, clock }: { ids: Ids; clock: Clock },
  staff: StaffActor,
  { act, subject, subjectId, detail = {} }: StaffAct,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      id: ids.uuid(),
      ownerId: staff.ownerId,
      staffId: staff.staffId,
      staffName: staff.name,
      act,
      subject,
      subjectId,
      detail,
      createdAt: clock.now(),
    },
  });
}
