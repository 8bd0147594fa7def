import { type Answers, getAnswer, setAnswer } from '@/lib/core/answers.ts';
import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { isUnanswered } from '@/lib/forms/component-path.ts';
import { validatePage } from '@/lib/forms/validate.ts';
import type { PrefillSource } from '@/lib/services/prefill-sources.ts';
import { lockWithAnswers } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { countFiles, type Draft, readDraft } from '../filling/read-draft.ts';
import { type Fetched, readFetched, unchanged } from './fetched.ts';
import { askedOf, prefillAnswers, wantedOf } from './prefill-answers.ts';

/**
 * The draft for showing one of its pages, after the registers were asked again about what is missing or wrong there and nobody can
 * write: they may have been silent when it began, or have been corrected since. What a person wrote is never replaced.
 * Asks nobody when everything is in order, and is safe to repeat.
 */
export async function askAgain(app: App, actor: Actor, draft: Draft, pageId: string): Promise<Draft> {
  const prefill = await toAskFor(app, actor, draft, pageId);
  if (prefill.length === 0) return draft;
  const { fetched } = await prefillAnswers(app, actor, { prefill });
  const stored = Object.keys(fetched).length > 0 && (await store(app, draft.submission.id, fetched));
  return stored ? ((await readDraft(app, actor, draft.submission.id)) ?? draft) : draft;
}

async function toAskFor(app: App, actor: Actor, { submission, definition, ...draft }: Draft, pageId: string) {
  const fileCounts = countFiles(draft.files);
  const locked = validatePage(draft.form, pageId, draft.answers, { fileCounts })
    .filter((error) => error.locked)
    .map(({ path }) => path);
  const fetched = readFetched(submission.fetched);
  const wanted = wantedOf(definition).filter(
    ({ path }) => locked.includes(path) && isRegisters(path, fetched, draft.answers),
  );
  if (wanted.length === 0) return [];
  const mayAsk = await asker(app, actor, submission.id);
  return wanted.filter(({ source }) => mayAsk(source)).map(({ path, source }) => ({ path, from: source.id }));
}

/** Facts of a person are those of the one who began the draft: a colleague who opens it later is not put in their place. */
async function asker(
  app: App,
  actor: Actor,
  submissionId: string,
): Promise<(source: PrefillSource) => boolean> {
  const began = await app.db.submissionEvent.findFirst({
    where: { submissionId, type: 'submission.started', actor: `person:${actor.personId}` },
  });
  return (source) => began !== null || askedOf(source, actor) === 'organisation';
}

/** Nothing is answered, or what a register said and nobody changed. */
function isRegisters(path: string, fetched: Fetched, answers: Answers): boolean {
  if (isUnanswered(getAnswer(answers, path))) return true;
  const kept = unchanged(fetched, answers)[path];
  return kept !== undefined && kept.origin !== 'earlier';
}

/** False when there was nothing new to store. */
async function store(app: App, submissionId: string, news: Fetched): Promise<boolean> {
  return inTransaction(app.db, async (tx) => {
    const row = await lockWithAnswers(tx, submissionId);
    const before = row.answers as Answers;
    const fetched = readFetched(row.fetched);
    const changed = Object.entries(news).filter(
      ([path, { value }]) => isRegisters(path, fetched, before) && getAnswer(before, path) !== value,
    );
    if (row.status !== 'draft' || changed.length === 0) return false;
    const answers = changed.reduce((kept, [path, { value }]) => setAnswer(kept, path, value), before);
    await tx.submission.update({
      where: { id: submissionId },
      data: {
        answers,
        fetched: { ...fetched, ...Object.fromEntries(changed) },
        answersVersion: { increment: 1 },
        updatedAt: app.clock.now(),
      },
    });
    return true;
  });
}
