import { z } from 'zod';
import { recordAct } from '@/lib/audit/record-act.ts';
import { isLegalDate } from '@/lib/core/legal-date.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { Prisma } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { agreedFee } from '@/lib/reconciliation/compare/agreed-fee.ts';
import { columnMapping } from '@/lib/reconciliation/report/column-mapping.ts';
import type { App } from '../app.ts';
import { ownAgreement } from './own-agreement.ts';
import { outdateComparison } from './plan-comparisons.ts';

/** What an owner says of an agreement's settlements; the form's fields are its paths. */
export const settlementTerms = z.strictObject({
  mapping: columnMapping,
  delayDays: z.int().min(0).max(90),
  deliveryDays: z.int().min(0).max(90),
  startsOn: z.string().refine(isLegalDate),
  fee: agreedFee.nullable(),
});
export type SettlementTermsInput = z.infer<typeof settlementTerms>;

export type SavedTerms = { kind: 'saved' } | { kind: 'invalid'; paths: string[] };

/**
 * Says how an agreement's settlement reports are written and what was agreed, and has everything compared by it.
 * @throws KvittError `forbidden` without the role `finance`; `not_found` for unknown agreements and other owners' alike.
 */
export async function saveTerms(
  app: App,
  staff: StaffActor,
  agreementId: string,
  input: unknown,
): Promise<SavedTerms> {
  const agreement = await ownAgreement(app.db, staff, agreementId);
  const parsed = settlementTerms.safeParse(input);
  if (!parsed.success)
    return { kind: 'invalid', paths: [...new Set(parsed.error.issues.map(({ path }) => path.join('.')))] };
  const { fee, ...terms } = parsed.data;
  await inTransaction(app.db, async (tx) => {
    const now = app.clock.now();
    const data = { ...terms, fee: fee ?? Prisma.DbNull, updatedAt: now, updatedBy: staff.name };
    await tx.settlementTerms.upsert({
      where: { agreementId: agreement.id },
      create: {
        ...data,
        agreementId: agreement.id,
        ownerId: agreement.ownerId,
        environment: agreement.environment,
        nextRunAt: now,
      },
      update: data,
    });
    await outdateComparison(tx, agreement.id);
    await recordAct(tx, app, staff, {
      act: 'settlement_terms_saved',
      subject: 'agreement',
      subjectId: agreement.id,
      detail: { delayDays: terms.delayDays, startsOn: terms.startsOn },
    });
  });
  return { kind: 'saved' };
}
