import { KvittError, notFound } from '@/lib/core/errors.ts';
import { isUuid } from '@/lib/core/ids.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { findPublishedService } from '@/lib/services/published-services.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { newReference } from '@/lib/submissions/reference.ts';
import type { App } from '../app.ts';
import { needsLevel } from '../engine/sign-in-level.ts';
import { prefillAnswers } from '../prefill/prefill-answers.ts';
import { draftDates } from '../retention/erasure-dates.ts';
import { variants } from '../variants/registry.ts';
import { findBegun, orBegunMeanwhile, startKeyOf } from './start-key.ts';

/**
 * Begins a draft of a service for the acting party, bound to the version that is published now.
 * @param token of the button that was pressed: pressed again it gives the draft that it began, as long as that is a draft.
 * Without one every call begins a draft.
 * @throws KvittError `not_found`, `forbidden` when the party's kind may not use the service, `step_up_required` when the
 * sign-in is below the service's level.
 */
export async function startSubmission(
  app: App,
  actor: Actor,
  slug: string,
  language: Language,
  token?: string,
): Promise<{ submissionId: string; firstPage: string }> {
  const found = await findPublishedService(app.db, slug);
  if (!found || !variants.get(found.definition.variant).fill) throw notFound('Service');
  const { service, version, definition } = found;
  if (!definition.actingParties.includes(actor.acting.kind)) {
    throw new KvittError('forbidden', 'This kind of party cannot use the service', {
      reason: 'acting_party',
    });
  }
  needsLevel(actor, definition.signIn.acr);
  const firstPage = definition.pages[0]?.id ?? 'check';
  const begun = isUuid(token) ? await findBegun(app.db, startKeyOf(actor, service.id, token)) : undefined;
  if (begun?.draftId) return { submissionId: begun.draftId, firstPage };
  // The registers are asked before the transaction: they may be slow.
  const { answers, fetched } = await prefillAnswers(app, actor, definition);
  const now = app.clock.now();
  const id = app.ids.uuid();
  const created = inTransaction(app.db, async (tx) => {
    await tx.submission.create({
      data: {
        id,
        ownerId: service.ownerId,
        environment: service.environment,
        serviceVersionId: version.id,
        status: 'draft',
        language,
        title: serviceText(definition, language)('service.title'),
        answers,
        fetched,
        reference: newReference(app.ids),
        startKey: begun?.startKey ?? null,
        createdAt: now,
        updatedAt: now,
        ...draftDates(definition, now),
        parties: { create: { partyId: actor.acting.id, role: 'filler' } },
      },
    });
    await appendEvent(tx, {
      submissionId: id,
      type: 'submission.started',
      data: {},
      actor: `person:${actor.personId}`,
      at: now,
    });
    return id;
  });
  return { submissionId: await orBegunMeanwhile(app.db, created, begun?.startKey), firstPage };
}
