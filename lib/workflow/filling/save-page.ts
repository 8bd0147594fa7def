import type { Answers } from '@/lib/core/answers.ts';
import { KvittError, notFound } from '@/lib/core/errors.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { FileRefusal } from '@/lib/files/stage-file.ts';
import type { Form } from '@/lib/forms/component.ts';
import { instancesOf } from '@/lib/forms/component-tree.ts';
import { fields } from '@/lib/forms/fields/registry.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import type { RowChange } from '@/lib/forms/row-change.ts';
import { type FormError, validatePage } from '@/lib/forms/validate.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import type { App } from '../app.ts';
import { addAttachment, type UploadedFile } from './add-attachment.ts';
import { countFiles, type Draft, pageMark, readDraft } from './read-draft.ts';
import { readPostedPage } from './read-posted-page.ts';
import { removeAttachment } from './remove-attachment.ts';
import { type SaveResult, saveAnswers } from './save-answers.ts';

/** What one page posted. */
export interface PostedPage {
  pageId: string;
  fields: Record<string, string[]>;
  files: UploadedFile[];
  removeFileId?: string;
  /** A row to add or to take away, after what was typed is read. */
  rowChange?: RowChange;
  /** A new version also when nothing is new in it. */
  counts?: boolean;
  /** Of the answers that the page was shown with; see `pageMark`. */
  answersVersion: number;
  mark: string;
}

export type SavePageResult =
  | {
      kind: 'saved';
      draft: Draft;
      mark: string;
      errors: FormError[];
      refusedFiles: { componentId: string; reason: FileRefusal }[];
      /** The answers opened questions on this page that it did not show: without JavaScript they are met only now. */
      newQuestions: boolean;
    }
  /** This page was changed elsewhere since it was shown; nothing was saved. */
  | {
      kind: 'conflict';
      definition: ServiceDefinition;
      form: Form;
      saved: Answers;
      typed: Answers;
      answersVersion: number;
      mark: string;
    }
  | { kind: 'moved_on' };

type Saved = Extract<SaveResult, { kind: 'saved' }>;

/**
 * Saves one page of a draft: what was typed, files to add, a file to take away. Whatever is wrong with it is saved all the
 * same and told. Safe to repeat.
 * @throws KvittError `not_found` for unknown, foreign ids and pages that do not exist, `bad_request` for files where none go.
 */
export async function savePage(
  app: App,
  actor: Actor,
  submissionId: string,
  page: PostedPage,
): Promise<SavePageResult> {
  const saved = await saveUnlessChangedHere(app, actor, submissionId, page);
  if (saved.kind === 'moved_on') return saved;
  const refusedFiles = await addFiles(app, actor, submissionId, page.files, saved.kind);
  if (saved.kind === 'conflict') return saved;
  if (page.removeFileId) await removeAttachment(app, actor, submissionId, page.removeFileId);
  const { draft, errors } = await afterFiles(app, actor, submissionId, page, saved);
  if (!draft) return { kind: 'moved_on' };
  if (!draft.form.pages.some(({ id }) => id === page.pageId)) throw notFound('Page');
  return {
    kind: 'saved',
    draft,
    refusedFiles,
    mark: pageMark(draft.form, page.pageId, draft.answers),
    errors,
    newQuestions: hasNewQuestions(draft.form, page, draft.answers),
  };
}

/** The draft as it is when files came or went after the answers were saved; as it was saved when none did. */
async function afterFiles(
  app: App,
  actor: Actor,
  submissionId: string,
  { pageId, files, removeFileId }: PostedPage,
  saved: Saved,
): Promise<{ draft: Draft | undefined; errors: FormError[] }> {
  if (files.length === 0 && !removeFileId) return saved;
  const draft = await readDraft(app, actor, submissionId);
  if (!draft) return { draft, errors: [] };
  return {
    draft,
    errors: validatePage(draft.form, pageId, draft.answers, { fileCounts: countFiles(draft.files) }),
  };
}

/** Files only add to what is there, so they are kept in a conflict too, where the saved answers have a place for them. */
async function addFiles(
  app: App,
  actor: Actor,
  submissionId: string,
  files: readonly UploadedFile[],
  kind: 'saved' | 'conflict',
): Promise<{ componentId: string; reason: FileRefusal }[]> {
  const refused: { componentId: string; reason: FileRefusal }[] = [];
  for (const file of files) {
    try {
      const stored = await addAttachment(app, actor, submissionId, file);
      if (stored.kind === 'refused') refused.push({ componentId: file.componentId, reason: stored.reason });
    } catch (error) {
      if (kind === 'saved' || !(error instanceof KvittError)) throw error;
    }
  }
  return refused;
}

/** A newer version that differs only on other pages is no conflict: the save is tried again on top of it. */
async function saveUnlessChangedHere(
  app: App,
  actor: Actor,
  submissionId: string,
  page: PostedPage,
): Promise<Saved | Exclude<SavePageResult, { kind: 'saved' }>> {
  let version = page.answersVersion;
  for (;;) {
    const result = await saveAnswers(app, actor, submissionId, page.pageId, page.fields, version, page);
    if (result.kind !== 'stale') return result;
    const draft = await readDraft(app, actor, submissionId);
    if (!draft) return { kind: 'moved_on' };
    const { definition, form, answers, submission } = draft;
    const mark = pageMark(form, page.pageId, answers);
    const typed = readPostedPage(form, page, answers);
    // The same answers saved by a twin of this post, such as a double click's, are no conflict either.
    if (mark !== page.mark && mark !== pageMark(form, page.pageId, typed)) {
      return {
        kind: 'conflict',
        definition,
        form,
        saved: answers,
        typed,
        answersVersion: submission.answersVersion,
        mark,
      };
    }
    version = submission.answersVersion;
  }
}

function hasNewQuestions(form: Form, { pageId, fields: posted }: PostedPage, answers: Answers): boolean {
  const shown = posted._shown;
  if (!shown) return false;
  const page = visibleForm(form, answers).pages.find((each) => each.id === pageId);
  return (page ? instancesOf(page) : []).some(
    (each) => fields.get(each.type).collects !== 'nothing' && !shown.includes(each.id),
  );
}
