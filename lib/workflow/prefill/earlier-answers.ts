import { type Answers, getAnswer, setAnswer } from '@/lib/core/answers.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { Form } from '@/lib/forms/component.ts';
import { isUnanswered } from '@/lib/forms/component-path.ts';
import { componentsOf } from '@/lib/forms/component-tree.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { earlierAnswers } from '@/lib/services/prefill-sources.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import type { Case } from '@/lib/submissions/find-case.ts';
import { lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { findToFill } from '../filling/find-to-fill.ts';
import type { Draft } from '../filling/read-draft.ts';
import { readFetched } from './fetched.ts';

export interface EarlierOffer {
  submittedAt: Date;
}

/**
 * Whether there is something to offer on a page of a draft: the acting party's own answers of the last time, where the
 * definition lets them be used again and nothing is answered yet.
 */
export async function earlierOffer(
  reader: Reader,
  actor: Actor,
  { submission, definition, form, answers }: Draft,
  pageId: string,
): Promise<EarlierOffer | undefined> {
  const onPage = pathsOfPage(form, pageId);
  const open = pathsToReuse(definition).filter((path) => onPage.has(path) && isOpen(answers, path));
  if (open.length === 0) return undefined;
  const earlier = await lastTime(reader, actor, submission);
  return earlier && open.some((path) => !isOpen(earlier.answers, path))
    ? { submittedAt: earlier.submittedAt }
    : undefined;
}

/**
 * Fills what is not answered with the acting party's answers of the last time, as far as the definition lets them be used again.
 * What was typed stays. Safe to repeat.
 * @throws KvittError `not_found` for unknown and foreign ids alike.
 */
export async function reuseEarlierAnswers(app: App, actor: Actor, submissionId: string): Promise<void> {
  const found = await findToFill(app.db, actor, submissionId);
  const earlier = await lastTime(app.db, actor, found);
  if (!earlier) return;
  await inTransaction(app.db, async (tx) => {
    const row = await lockWithAnswers(tx, submissionId);
    let answers = row.answers as Answers;
    const paths = pathsToReuse(found.definition).filter(
      (path) => isOpen(answers, path) && !isOpen(earlier.answers, path),
    );
    if (row.status !== 'draft' || paths.length === 0) return;
    const fetched = readFetched(row.fetched);
    for (const path of paths) {
      const value = getAnswer(earlier.answers, path) ?? null;
      answers = setAnswer(answers, path, value);
      fetched[path] = { origin: 'earlier', value };
    }
    const at = app.clock.now();
    await tx.submission.update({
      where: { id: submissionId },
      data: { answers, fetched, answersVersion: { increment: 1 }, updatedAt: at },
    });
    await appendEvent(tx, {
      submissionId,
      type: 'answers.reused',
      data: { from: earlier.id },
      actor: `person:${actor.personId}`,
      at,
    });
  });
}

function pathsToReuse({ prefill = [] }: Pick<ServiceDefinition, 'prefill'>): string[] {
  return prefill.filter(({ from }) => from === earlierAnswers).map(({ path }) => path);
}

function pathsOfPage(form: Form, pageId: string): Set<string> {
  const page = form.pages.find(({ id }) => id === pageId);
  return new Set(
    (page ? componentsOf(page) : []).flatMap((each) => Object.values(each.dataModelBindings ?? {})),
  );
}

function isOpen(answers: Answers, path: string): boolean {
  return isUnanswered(getAnswer(answers, path));
}

/** The newest case of the same service that the same party has sent in; no other party's, whoever the person is. */
async function lastTime(
  reader: Reader,
  actor: Actor,
  { id, serviceVersionId, environment }: Case,
): Promise<{ id: string; answers: Answers; submittedAt: Date } | undefined> {
  const found = await reader.submission.findFirst({
    where: {
      id: { not: id },
      environment,
      submittedAt: { not: null },
      status: { not: 'draft' },
      serviceVersion: { service: { versions: { some: { id: serviceVersionId } } } },
      parties: { some: { partyId: actor.acting.id, role: 'filler' } },
    },
    orderBy: { submittedAt: 'desc' },
    select: { id: true, answers: true, submittedAt: true },
  });
  return found?.submittedAt
    ? { id: found.id, answers: found.answers as Answers, submittedAt: found.submittedAt }
    : undefined;
}
