import type { Answers } from '@/lib/core/answers.ts';
import { getAnswer } from '@/lib/core/answers.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import type { Actor } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import { type AttachmentInfo, listAttachments } from '@/lib/files/attachments.ts';
import type { Form } from '@/lib/forms/component.ts';
import { componentsOf } from '@/lib/forms/component-tree.ts';
import { validateForm } from '@/lib/forms/validate.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { formOf } from '@/lib/services/form-of.ts';
import type { Case } from '@/lib/submissions/find-case.ts';
import type { App } from '../app.ts';
import { findToFill } from './find-to-fill.ts';

/** A case that is being filled in, with all that its pages show. */
export interface Draft {
  submission: Case;
  definition: ServiceDefinition;
  form: Form;
  answers: Answers;
  files: AttachmentInfo[];
}

/**
 * The draft, for the party that fills it in; undefined when the case has moved on, and another step is to be shown.
 * @throws KvittError `not_found` for unknown and foreign ids alike.
 */
export async function readDraft(app: App, actor: Actor, submissionId: string): Promise<Draft | undefined> {
  const { definition, ...submission } = await findToFill(app.db, actor, submissionId);
  if (submission.status !== 'draft') return undefined;
  return {
    submission,
    definition,
    form: formOf(definition, submission),
    answers: submission.answers as Answers,
    files: await listAttachments(app.db, submissionId),
  };
}

/** The page to go on at: the first with something missing or wrong, or `check` when nothing is. */
export function nextDraftStep({ form, answers, files }: Pick<Draft, 'form' | 'answers' | 'files'>): string {
  return validateForm(form, answers, { fileCounts: countFiles(files) })[0]?.pageId ?? 'check';
}

export function countFiles(files: readonly Pick<AttachmentInfo, 'componentId'>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const file of files) counts[file.componentId] = (counts[file.componentId] ?? 0) + 1;
  return counts;
}

/**
 * A mark of what one page's answers were when the page was shown: two people, or two tabs, who change different pages are
 * in nobody's way.
 */
export function pageMark(form: Form, pageId: string, answers: Answers): string {
  const page = form.pages.find((each) => each.id === pageId);
  const paths = (page ? componentsOf(page) : []).flatMap((component) =>
    Object.values(component.dataModelBindings ?? {}),
  );
  return sha256Hex(canonicalJson(paths.map((path) => [path, getAnswer(answers, path) ?? null]))).slice(0, 16);
}
