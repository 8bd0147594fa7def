import { recordAct } from '@/lib/audit/record-act.ts';
import { requireRole, type StaffActor } from '@/lib/core/staff-actor.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Known } from './definition-problems.ts';
import { lockOwnService, type OwnService } from './own-service.ts';
import { parseDefinition } from './parse-definition.ts';
import type { Problem } from './problem.ts';
import type { ServiceDeps } from './save-draft.ts';
import type { OwnerKind } from './text-problems.ts';

/** What the rooms above can run, and what the service's agreement allows. */
export type KnownHere = Omit<Known, 'ownerKind'>;

export type PublishResult =
  | { kind: 'published'; version: number }
  /** Something keeps it from being published: every reason, texts by language and key. */
  | { kind: 'refused'; problems: Problem[] }
  /** The draft is no longer the one that was looked at. */
  | { kind: 'changed_since' | 'no_draft' };

/** What stops a publication of the draft, and what the owner should know all the same. */
export function draftProblems(
  { owner, draft, published }: OwnService,
  known: KnownHere,
): { blocking: Problem[]; warnings: Problem[] } {
  const shown = draft ?? published;
  if (!shown) return { blocking: [], warnings: [] };
  const parsed = parseDefinition(shown.definition, { ...known, ownerKind: owner.kind as OwnerKind });
  return parsed.ok
    ? { blocking: [], warnings: parsed.warnings }
    : { blocking: parsed.problems, warnings: [] };
}

/**
 * Publishes the draft: new cases begin with it from now on, running ones stay bound to the version that they began with.
 * @param seen which draft was looked at: its version and revision.
 * @throws KvittError `not_found` for foreign services, `forbidden` without the role.
 */
export async function publishDraft(
  deps: ServiceDeps,
  staff: StaffActor,
  serviceId: string,
  seen: { version: number; revision: number },
  known: KnownHere,
): Promise<PublishResult> {
  requireRole(staff, 'editor');
  return inTransaction(deps.db, async (tx) => {
    const found = await lockOwnService(tx, staff, serviceId);
    const { draft } = found;
    if (!draft) return { kind: 'no_draft' };
    if (draft.row.version !== seen.version || draft.row.revision !== seen.revision)
      return { kind: 'changed_since' };
    const { blocking } = draftProblems(found, known);
    if (blocking.length > 0) return { kind: 'refused', problems: blocking };
    await tx.serviceVersion.update({
      where: { id: draft.row.id, publishedAt: null },
      data: { publishedAt: deps.clock.now() },
    });
    await recordAct(tx, deps, staff, {
      act: 'version_published',
      subject: 'service',
      subjectId: serviceId,
      detail: { slug: found.service.slug, version: draft.row.version },
    });
    return { kind: 'published', version: draft.row.version };
  });
}

/** Throws the draft away; what is published stays. A service that was never published keeps its only version. */
export async function discardDraft(
  deps: ServiceDeps,
  staff: StaffActor,
  serviceId: string,
  seen: { version: number; revision: number },
): Promise<{ kind: 'discarded' | 'changed_since' | 'no_draft' }> {
  requireRole(staff, 'editor');
  return inTransaction(deps.db, async (tx) => {
    const { draft, published, service } = await lockOwnService(tx, staff, serviceId);
    if (!draft || !published) return { kind: 'no_draft' };
    if (draft.row.version !== seen.version || draft.row.revision !== seen.revision)
      return { kind: 'changed_since' };
    await tx.serviceVersion.delete({ where: { id: draft.row.id, publishedAt: null } });
    await recordAct(tx, deps, staff, {
      act: 'draft_discarded',
      subject: 'service',
      subjectId: serviceId,
      detail: { slug: service.slug, version: draft.row.version },
    });
    return { kind: 'discarded' };
  });
}
