import { recordAct } from '@/lib/audit/record-act.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { App } from '../app.ts';
import { register } from '../upkeep/register-for-messages.ts';
import { findAgreement } from './find-agreement.ts';

/**
 * Tells the provider once more where its messages go, in place of what it was told before; messages that were signed for the
 * registration before it are still believed.
 * @throws KvittError `forbidden` without the role `finance`; `not_found` for unknown agreements and other owners' alike.
 */
export async function registerAgain(
  app: App,
  staff: StaffActor,
  id: string,
): Promise<{ kind: 'registered' | 'not_needed' | 'no_answer' | 'changed_since' }> {
  const agreement = await findAgreement(app.db, staff, id);
  if (!app.openProvider(agreement).register) return { kind: 'not_needed' };
  const registered = await register(app, agreement);
  if (!registered) return { kind: 'no_answer' };
  const stored = await inTransaction(app.db, async (tx) => {
    const { count } = await tx.paymentAgreement.updateMany({
      where: { id, registration: agreement.registration },
      data: { registration: registered.sealed },
    });
    if (count === 1)
      await recordAct(tx, app, staff, {
        act: 'agreement_registered',
        subject: 'agreement',
        subjectId: id,
        detail: { agreement: agreement.displayName },
      });
    return count === 1;
  });
  if (!stored) await registered.takeBack();
  return { kind: stored ? 'registered' : 'changed_since' };
}
