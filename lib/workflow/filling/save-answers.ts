import type { Answers } from '@/lib/core/answers.ts';
import type { Actor } from '@/lib/core/party.ts';
import { fileCounts } from '@/lib/files/attachments.ts';
import type { RowChange } from '@/lib/forms/row-change.ts';
import { type FormError, validatePage } from '@/lib/forms/validate.ts';
import { formOf } from '@/lib/services/form-of.ts';
import type { App } from '../app.ts';
import { findToFill } from './find-to-fill.ts';
import { readPostedPage } from './read-posted-page.ts';

export type SaveResult =
  | { kind: 'saved'; answersVersion: number; errors: FormError[] }
  /** Somebody saved in another tab or as another person of the organisation since this page was shown. */
  | { kind: 'stale'; answersVersion: number }
  /** The case is not a draft any more: the step to show is another one. */
  | { kind: 'moved_on' };

/**
 * Saves what was posted from one page, whatever is wrong with it: nothing that a person typed is lost. The errors of the
 * page come back with it. Names that the page does not show, and read-only ones, are ignored.
 * @param answersVersion the version that the page was shown with.
 * @param rowChange a row to add or to take away, after what was typed is read.
 */
export async function saveAnswers(
  app: App,
  actor: Actor,
  submissionId: string,
  pageId: string,
  posted: Record<string, string[]>,
  answersVersion: number,
  rowChange?: RowChange,
): Promise<SaveResult> {
  const found = await findToFill(app.db, actor, submissionId);
  if (found.status !== 'draft') return { kind: 'moved_on' };
  const form = formOf(found.definition, found);
  const before = found.answers as Answers;
  const answers = readPostedPage(form, { pageId, fields: posted, rowChange }, before);
  const errors = validatePage(form, pageId, answers, { fileCounts: await fileCounts(app.db, submissionId) });
  const same = JSON.stringify(answers) === JSON.stringify(before);
  if (found.answersVersion !== answersVersion && !same)
    return { kind: 'stale', answersVersion: found.answersVersion };
  if (same) return { kind: 'saved', answersVersion: found.answersVersion, errors };
  const saved = await app.db.submission.updateMany({
    where: { id: submissionId, status: 'draft', answersVersion },
    data: { answers, answersVersion: { increment: 1 }, updatedAt: app.clock.now() },
  });
  if (saved.count === 1) return { kind: 'saved', answersVersion: answersVersion + 1, errors };
  const current = await app.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  return current.status === 'draft'
    ? { kind: 'stale', answersVersion: current.answersVersion }
    : { kind: 'moved_on' };
}
