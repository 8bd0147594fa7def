import { recordAct } from '@/lib/audit/record-act.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import type { Clock } from '@/lib/core/clock.ts';
import { notFound } from '@/lib/core/errors.ts';
import type { Ids } from '@/lib/core/ids.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import type { Database, Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { applySection, type SectionProblem } from './apply-section.ts';
import type { ServiceDefinition } from './definition.ts';
import { definitionSchema } from './definition-schema.ts';
import { findSection } from './edit-section.ts';
import { lockOwnService, type OwnService } from './own-service.ts';
import { agreementProblems, descriptionProblems, type KnownAgreement } from './payment-problems.ts';
import type { Problem } from './problem.ts';
import { type SectionInput, sectionInput } from './section-input.ts';
import { shapeProblem } from './shape-problem.ts';

export interface ServiceDeps {
  db: Database;
  clock: Clock;
  ids: Ids;
}

export type SaveResult =
  | { kind: 'saved' }
  | { kind: 'unchanged' }
  /** Somebody saved the same section meanwhile: nothing was written; `current` is what stands there now, `by` whose it is. */
  | { kind: 'conflict'; current: SectionInput; by?: string; at?: Date }
  | { kind: 'unreadable'; problems: SectionProblem[] }
  /** Each field can be read, but together they are no sound service; by place in the document. */
  | { kind: 'unsound'; problems: Problem[] };

/** Names what the form of a section showed, so that a save knows whether it still stands. */
export function seenHash(input: SectionInput): string {
  return sha256Hex(canonicalJson(input));
}

/**
 * Saves one section into the service's draft, which is made when there is none. What is published does not change, and
 * neither do the other sections: two employees may work on two of them at once. On the same one, the second is told.
 * @param change what the form said, and `seen`: {@link seenHash} of what it had shown.
 * @param known the agreement that the form names: a service is moved to another one only with a description that fits it.
 * @throws KvittError `not_found` for foreign services and unknown sections, `forbidden` without the role.
 */
export async function saveDraft(
  deps: ServiceDeps,
  staff: StaffActor,
  serviceId: string,
  change: { section: string; seen: string; input: SectionInput },
  known: KnownAgreement = {},
): Promise<SaveResult> {
  requireRole(staff, 'editor');
  return inTransaction(deps.db, async (tx) => {
    const found = await lockOwnService(tx, staff, serviceId);
    const base = found.draft ?? found.published;
    const section = base && findSection(base.definition, change.section);
    if (!base || !section) throw notFound('Section');
    const current = sectionInput(base.definition, section);
    if (seenHash(current) !== change.seen)
      return {
        kind: 'conflict',
        current,
        by: base.row.updatedBy ?? undefined,
        at: base.row.updatedAt ?? base.row.publishedAt ?? undefined,
      };
    const applied = applySection(base.definition, section, change.input);
    if ('problems' in applied) return { kind: 'unreadable', problems: applied.problems };
    if (canonicalJson(applied.definition) === canonicalJson(base.definition)) return { kind: 'unchanged' };
    // A draft may be unfinished, never malformed: what is stored can always be read again.
    const sound = definitionSchema.safeParse(applied.definition);
    if (!sound.success)
      return {
        kind: 'unsound',
        problems: sound.error.issues.map((issue) => shapeProblem(issue, applied.definition)),
      };
    const moves = sound.data.payment.agreement !== base.definition.payment.agreement;
    const unfit = moves
      ? [...agreementProblems(sound.data, known), ...descriptionProblems(sound.data, known.description)]
      : [];
    if (unfit.length > 0) return { kind: 'unsound', problems: unfit };
    await store(tx, deps, staff, found, sound.data);
    await recordAct(tx, deps, staff, {
      act: 'draft_saved',
      subject: 'service',
      subjectId: found.service.id,
      detail: { slug: found.service.slug, section: section.id },
    });
    return { kind: 'saved' };
  });
}

async function store(
  tx: Transaction,
  { ids, clock }: ServiceDeps,
  staff: StaffActor,
  { service, draft, highestVersion }: OwnService,
  definition: ServiceDefinition,
): Promise<void> {
  const content = {
    definition: definition as unknown as object,
    updatedAt: clock.now(),
    updatedBy: staff.name,
  };
  if (draft) {
    await tx.serviceVersion.update({
      where: { id: draft.row.id, publishedAt: null },
      data: { ...content, revision: { increment: 1 } },
    });
    return;
  }
  await tx.serviceVersion.create({
    data: {
      ...content,
      id: ids.uuid(),
      serviceId: service.id,
      ownerId: service.ownerId,
      environment: service.environment,
      version: highestVersion + 1,
      revision: 1,
      createdAt: clock.now(),
    },
  });
}
