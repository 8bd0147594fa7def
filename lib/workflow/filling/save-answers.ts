import type { Actor } from '@/lib/core/party.ts';
import type { RowChange } from '@/lib/forms/row-change.ts';
import { type FormError, validatePage } from '@/lib/forms/validate.ts';
import type { App } from '../app.ts';
import { countFiles, type Draft, readDraft } from './read-draft.ts';
import { readPostedPage } from './read-posted-page.ts';

export type SaveResult =
  /** `draft` is the case as it was saved. */
  | { kind: 'saved'; answersVersion: number; errors: FormError[]; draft: Draft }
  /** Somebody saved in another tab or as another person of the organisation since this page was shown. */
  | { kind: 'stale'; answersVersion: number }
  /** The case is not a draft any more: the step to show is another one. */
  | { kind: 'moved_on' };

/**
 * Saves what was posted from one page, whatever is wrong with it: nothing that a person typed is lost. The errors of the
 * page come back with it. Names that the page does not show, and read-only ones, are ignored.
 * @param answersVersion the version that the page was shown with.
 * @param how `rowChange`: a row to add or to take away, after what was typed is read. `counts`: a new version also when nothing
 * is new in it, for a page that waits for this save; see `readSavedDraft`.
 */
export async function saveAnswers(
  app: App,
  actor: Actor,
  submissionId: string,
  pageId: string,
  posted: Record<string, string[]>,
  answersVersion: number,
  { rowChange, counts = false }: { rowChange?: RowChange; counts?: boolean } = {},
): Promise<SaveResult> {
  const draft = await readDraft(app, actor, submissionId);
  if (!draft) return { kind: 'moved_on' };
  const { form, answers: before, submission } = draft;
  const answers = readPostedPage(form, { pageId, fields: posted, rowChange }, before);
  const errors = validatePage(form, pageId, answers, { fileCounts: countFiles(draft.files) });
  const same = JSON.stringify(answers) === JSON.stringify(before);
  const isNewest = submission.answersVersion === answersVersion;
  if (!isNewest && !same) return { kind: 'stale', answersVersion: submission.answersVersion };
  if (same && !(counts && isNewest))
    return { kind: 'saved', answersVersion: submission.answersVersion, errors, draft };
  const next = { answers, answersVersion: answersVersion + 1, updatedAt: app.clock.now() };
  const saved = await app.db.submission.updateMany({
    where: { id: submissionId, status: 'draft', answersVersion },
    data: next,
  });
  if (saved.count === 1) {
    const { answersVersion } = next;
    return {
      kind: 'saved',
      answersVersion,
      errors,
      draft: { ...draft, answers, submission: { ...submission, ...next } },
    };
  }
  const current = await app.db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { status: true, answersVersion: true },
  });
  return current.status === 'draft'
    ? { kind: 'stale', answersVersion: current.answersVersion }
    : { kind: 'moved_on' };
}
