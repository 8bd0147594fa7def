import { recordAct } from '@/lib/audit/record-act.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { App } from '../app.ts';
import { storedWays, strandedBy, type WaysInput, type WaysProblem, waysProblems } from './agreement-ways.ts';
import { findAgreement } from './find-agreement.ts';
import { servicesUnder } from './read-agreements.ts';

export type ChangedAgreement =
  | { kind: 'saved' | 'unchanged' }
  | { kind: 'invalid'; problems: WaysProblem[] }
  /** Published services that may be paid with nothing of what would be left. */
  | { kind: 'stranded'; services: ServiceDefinition[] };

/**
 * Says what the contract is called and what it allows. Payments under way keep what they began with.
 * @throws KvittError `forbidden` without the role `finance`; `not_found` for unknown agreements and other owners' alike.
 */
export async function changeAgreement(
  app: App,
  staff: StaffActor,
  id: string,
  input: WaysInput,
): Promise<ChangedAgreement> {
  const { provider } = await findAgreement(app.db, staff, id);
  const problems = waysProblems(provider, input);
  if (problems.length > 0) return { kind: 'invalid', problems };
  const ways = storedWays(provider, input);
  const { displayName } = input;
  return inTransaction(app.db, async (tx) => {
    const agreement = await findAgreement(tx, staff, id);
    const { ownerId, environment } = agreement;
    const taken = await tx.paymentAgreement.count({
      where: { ownerId, environment, displayName, id: { not: id } },
    });
    if (taken > 0) return { kind: 'invalid', problems: ['name_taken'] };
    const stranded = strandedBy(ways, await servicesUnder(tx, agreement));
    if (stranded.length > 0)
      return { kind: 'stranded', services: stranded.map(({ definition }) => definition) };
    const now = { displayName, ...ways };
    const before = {
      displayName: agreement.displayName,
      methods: agreement.methods,
      cardTypes: agreement.cardTypes,
    };
    if (JSON.stringify(now) === JSON.stringify(before)) return { kind: 'unchanged' };
    await tx.paymentAgreement.update({ where: { id }, data: now });
    await recordAct(tx, app, staff, {
      act: 'agreement_changed',
      subject: 'agreement',
      subjectId: id,
      detail: {
        agreement: displayName,
        methods: ways.methods.join(', '),
        cardTypes: ways.cardTypes.join(', '),
      },
    });
    return { kind: 'saved' };
  });
}
