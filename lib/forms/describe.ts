import type { Answers } from '@/lib/core/answers.ts';
import type { Form } from './component.ts';
import { answerOf } from './component-path.ts';
import type { FieldContext } from './fields/define-field.ts';
import { fields } from './fields/registry.ts';
import { labelOf } from './label.ts';
import { type ResolvedComponent, visibleForm } from './resolve-form.ts';

export interface DescribedFile {
  name: string;
  id?: string;
  sizeBytes?: number;
}

export interface DescribedRow {
  componentId: string;
  label: string;
  /** As people read it; «Ikke besvart» when it is not answered. */
  value: string;
  answered: boolean;
  files?: DescribedFile[];
}

export interface DescribedPage {
  pageId: string;
  title: string;
  rows: DescribedRow[];
}

/** Visible questions and their answers in words, page by page: for check-answers, archive and PDF. Pages without questions are left out. */
export function describeAnswers(
  form: Form,
  answers: Answers,
  { files = {}, ...context }: FieldContext & { files?: Readonly<Record<string, readonly DescribedFile[]>> },
): DescribedPage[] {
  return visibleForm(form, answers)
    .pages.map((page) => ({
      pageId: page.id,
      title: context.serviceText(page.textResourceBindings.title),
      rows: page.components.flatMap((component) => rowOf(component, answers, context, files)),
    }))
    .filter((page) => page.rows.length > 0);
}

function rowOf(
  component: ResolvedComponent,
  answers: Answers,
  context: FieldContext,
  files: Readonly<Record<string, readonly DescribedFile[]>>,
): DescribedRow[] {
  const field = fields.get(component.type);
  if (field.collects === 'nothing') return [];
  const row = { componentId: component.id, label: labelOf(component, context.serviceText) };
  if (field.collects === 'files') {
    const attached = [...((Object.hasOwn(files, component.id) ? files[component.id] : undefined) ?? [])];
    const value =
      attached.length > 0
        ? attached.map((file) => file.name).join(', ')
        : context.wording.dynamic('validation.noFiles');
    return [{ ...row, value, answered: attached.length > 0, files: attached }];
  }
  const answer = answerOf(component, answers);
  if (answer === undefined)
    return [{ ...row, value: context.wording.dynamic('validation.notAnswered'), answered: false }];
  const unit = component.unit === undefined ? '' : `\u00a0${context.serviceText(component.unit)}`;
  return [{ ...row, value: field.format(answer, component, context) + unit, answered: true }];
}
