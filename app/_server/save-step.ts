import type { ReactNode } from 'react';
import { KvittError } from '@/lib/core/errors.ts';
import type { Language } from '@/lib/core/language.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { StagedFile } from '@/lib/files/stage-file.ts';
import { focusAfter } from '@/lib/forms/change-rows.ts';
import { tagName } from '@/lib/forms/fields/file-upload.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import { readRowChange } from '@/lib/forms/row-change.ts';
import type { App } from '@/lib/workflow/app.ts';
import { nextDraftStep } from '@/lib/workflow/filling/read-draft.ts';
import { receiveUploads } from '@/lib/workflow/filling/receive-uploads.ts';
import { type SavePageResult, savePage } from '@/lib/workflow/filling/save-page.ts';
import { fetchFacts } from '@/lib/workflow/lookups/fetch-facts.ts';
import { reuseEarlierAnswers } from '@/lib/workflow/prefill/earlier-answers.ts';
import { conflictPage } from './conflict-page.tsx';
import { formLimits, type PostedForm, readPostedForm } from './read-posted-form.ts';
import { seeOther } from './see-other.ts';

export interface SaveStepDeps {
  app: App;
  language: Language;
  /** Writes a document; passed in, as it reads the request's cookies by Next. */
  render(document: { title: string; body: ReactNode; status: number }): Promise<Response>;
}

type Saved = Extract<SavePageResult, { kind: 'saved' }>;

/**
 * A form page's post: saves what was typed and the files, then sends the person on by the button that was pressed.
 * Autosave, which asks for JSON, is told how it went instead.
 * @throws KvittError `bad_request`, `too_large`, `not_found`.
 */
export async function saveStep(
  deps: SaveStepDeps,
  actor: Actor,
  submissionId: string,
  pageId: string,
  request: Request,
): Promise<Response> {
  const uploads = receiveUploads(deps.app, actor, submissionId);
  try {
    const form = await readPostedForm(request, formLimits, uploads.receive);
    return await saveForm(deps, actor, submissionId, pageId, form);
  } finally {
    await uploads.discard();
  }
}

type FormWithFiles = PostedForm<StagedFile>;

async function saveForm(
  deps: SaveStepDeps,
  actor: Actor,
  submissionId: string,
  pageId: string,
  form: FormWithFiles,
): Promise<Response> {
  const action = form.fields.action?.[0] ?? '';
  const result = await savePage(deps.app, actor, submissionId, postedPage(pageId, form, action));
  if (action === 'autosave') return answerAutosave(result);
  switch (result.kind) {
    case 'moved_on':
      return seeOther(`/submissions/${submissionId}`);
    case 'conflict':
      return deps.render(conflictPage({ result, pageId, submissionId, form, language: deps.language }));
    case 'saved':
      if (action === 'reuse') await reuseEarlierAnswers(deps.app, actor, submissionId);
      if (action.startsWith(fetchAction))
        return fetchStep(deps.app, actor, submissionId, pageId, form, action);
      return seeOther(whereNext(result, submissionId, pageId, form, action));
  }
}

const fetchAction = 'fetch:';

/** «Hent»: what is typed is saved, and the page comes back with what the register knows, or with why it does not. */
async function fetchStep(
  app: App,
  actor: Actor,
  submissionId: string,
  pageId: string,
  form: FormWithFiles,
  action: string,
): Promise<Response> {
  const buttonId = action.slice(fetchAction.length);
  const result = await fetchFacts(app, actor, submissionId, buttonId, form.fields[buttonId]?.[0] ?? '');
  if (result.kind === 'moved_on') return seeOther(`/submissions/${submissionId}`);
  const query = new URLSearchParams({
    ...(result.kind === 'refused' && { lookup: result.reason, on: result.on }),
    ...(form.fields._return?.[0] === 'check' && { return: 'check' }),
  });
  return seeOther(`/submissions/${submissionId}/${pageId}?${query}#${encodeURIComponent(result.on)}`);
}

function postedPage(pageId: string, form: FormWithFiles, action: string) {
  const answersVersion = Number(form.fields._version?.[0] || Number.NaN);
  if (!Number.isSafeInteger(answersVersion) || answersVersion < 0)
    throw new KvittError('bad_request', 'The form lacks its version');
  return {
    pageId,
    fields: form.fields,
    answersVersion,
    mark: form.fields._mark?.[0] ?? '',
    files:
      action === 'autosave'
        ? []
        : form.files.map((file) => ({
            ...file,
            componentId: file.name,
            tag: form.fields[tagName(file.name)]?.[0],
          })),
    rowChange: readRowChange(action),
    counts: action === 'autosave',
    removeFileId: action.startsWith('remove-file:') ? action.slice('remove-file:'.length) : undefined,
  };
}

function answerAutosave(result: SavePageResult): Response {
  const headers = { 'cache-control': 'no-store' };
  if (result.kind !== 'saved') return Response.json({ kind: result.kind }, { status: 409, headers });
  return Response.json(
    { kind: 'saved', answersVersion: result.draft.submission.answersVersion, mark: result.mark },
    { headers },
  );
}

function whereNext(
  saved: Saved,
  submissionId: string,
  pageId: string,
  form: PostedForm,
  action: string,
): string {
  const base = `/submissions/${submissionId}`;
  const fromCheck = form.fields._return?.[0] === 'check';
  const here = (query: Record<string, string>, hash = '') => {
    const all = new URLSearchParams({ ...query, ...(fromCheck && { return: 'check' }) }).toString();
    return `${base}/${pageId}${all ? `?${all}` : ''}${hash}`;
  };
  const [refused] = saved.refusedFiles;
  if (refused) return here({ file: refused.reason, on: refused.componentId });
  if (form.cut) return here({ file: 'cut' });

  const pages = visibleForm(saved.draft.form, saved.draft.answers).pages.map((page) => page.id);
  const index = pages.indexOf(pageId);
  switch (action) {
    case 'later':
      return '/inbox/in-progress';
    case 'back':
      return `${base}/${fromCheck ? 'check' : (pages[index - 1] ?? pages[0] ?? 'check')}`;
    case 'next': {
      if (onlyNewOnes(saved, form)) return here({ more: '1' });
      if (saved.errors.length) return here({ errors: '1' });
      // The answers may have hidden the page that they were given on.
      if (index < 0) return `${base}/${nextDraftStep(saved.draft)}`;
      return `${base}/${fromCheck ? 'check' : (pages[index + 1] ?? 'check')}`;
    }
    default:
      return here({}, anchorOf(saved, pageId, form, action));
  }
}

/** Nothing that was shown is wrong, but there is more to answer now. */
function onlyNewOnes({ newQuestions, errors }: Saved, form: PostedForm): boolean {
  const shown = form.fields._shown ?? [];
  return newQuestions && errors.every((error) => !shown.includes(error.componentId));
}

/** Back to where the person was on a long page. */
function anchorOf({ draft }: Saved, pageId: string, form: PostedForm, action: string): string {
  if (action === 'calculate') return '#price';
  const change = readRowChange(action);
  if (change) return `#${focusAfter(draft.form, pageId, draft.answers, change)}`;
  const [file] = form.files;
  return action === 'upload' && file ? `#${encodeURIComponent(file.name)}` : '';
}
