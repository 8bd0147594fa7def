import { type Answer, type Answers, getAnswer } from '@/lib/core/answers.ts';
import type { Form } from './component.ts';
import { answerOf, fetchedPathsOf, isUnanswered, pathOf } from './component-path.ts';
import { instancesOf } from './component-tree.ts';
import type { AnswerErrorCode } from './error-codes.ts';
import type { FieldProblem, FieldType } from './fields/define-field.ts';
import { fields } from './fields/registry.ts';
import { isRepeating } from './instantiate.ts';
import { type ResolvedComponent, type ResolvedPage, visibleForm } from './resolve-form.ts';
import { rowProblems } from './row-problems.ts';

export interface FormError {
  pageId: string;
  /** Inside a repeating group: of the component in its row, `vare[1].navn`. */
  componentId: string;
  /** Data model path; absent for files. */
  path?: string;
  /** The message is `validation.<code>`, see `errorMessage`. */
  code: AnswerErrorCode;
  values: Record<string, string>;
  /** The person cannot write there as things stand: the sentence says how to get out. */
  locked?: true;
}

export interface ValidateOptions {
  /** How many files each upload has, by component id. */
  fileCounts?: Readonly<Record<string, number>>;
}

/** What is wrong on one page, in the order of its components. A hidden page has no errors. */
export function validatePage(
  form: Form,
  pageId: string,
  answers: Answers,
  options: ValidateOptions = {},
): FormError[] {
  return visibleForm(form, answers)
    .pages.filter((page) => page.id === pageId)
    .flatMap((page) => pageErrors(page, answers, options));
}

/** What is wrong anywhere in the form. */
export function validateForm(form: Form, answers: Answers, options: ValidateOptions = {}): FormError[] {
  return visibleForm(form, answers).pages.flatMap((page) => pageErrors(page, answers, options));
}

/**
 * What is wrong with one visible component. Read-only ones are judged like all others: what is wrong may have been written before
 * another answer locked it, and what a register did not tell is missing.
 */
export function componentProblems(
  component: ResolvedComponent,
  answers: Answers,
  { fileCounts }: ValidateOptions,
): FieldProblem[] {
  const field = fields.find(component.type);
  if (!field || field.collects === 'nothing') return [];
  const missing = component.required ? [{ code: field.requiredCode(component) }] : [];
  if (field.collects === 'files') {
    const count =
      (fileCounts && Object.hasOwn(fileCounts, component.id) ? fileCounts[component.id] : undefined) ?? 0;
    return count === 0 ? missing : field.fileErrors(count, component);
  }
  const answer = answerOf(component, answers);
  if (answer === undefined) return missing;
  if (!hasShape(answer, field.answerShape)) return [{ code: 'invalid' }];
  const wrong = field.errors(answer, component);
  return wrong.length > 0 ? wrong : fetchProblems(component, answers);
}

/** A number whose facts have not been fetched yet. */
export function fetchProblems(component: ResolvedComponent, answers: Answers): FieldProblem[] {
  const [first] = fetchedPathsOf(component);
  return first !== undefined && isUnanswered(getAnswer(answers, first)) ? [{ code: 'notFetched' }] : [];
}

/** A stranger or an older version of the form may have stored anything. */
function hasShape(answer: Answer, shape: FieldType['answerShape']): boolean {
  return shape === 'text'
    ? typeof answer === 'string'
    : Array.isArray(answer) && answer.every((each) => typeof each === 'string');
}

function pageErrors(page: ResolvedPage, answers: Answers, options: ValidateOptions): FormError[] {
  return instancesOf(page).flatMap((component) => {
    const path = pathOf(component);
    const { readOnly: locked } = component;
    const wrong: (FieldProblem & { on?: string; locked: boolean })[] = isRepeating(component)
      ? rowProblems(component, answers)
      : componentProblems(component, answers, options).map((problem) => ({ ...problem, locked }));
    return wrong.map(({ code, values, on, locked }) => ({
      pageId: page.id,
      componentId: on ?? component.id,
      ...(path === undefined ? {} : { path }),
      code,
      values: values ?? {},
      ...(locked && { locked }),
    }));
  });
}
