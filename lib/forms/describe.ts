import type { Answers } from '@/lib/core/answers.ts';
import type { Wording } from '@/lib/core/wording.ts';
import type { Form } from './component.ts';
import { answerOf } from './component-path.ts';
import { instancesOf } from './component-tree.ts';
import type { FieldContext } from './fields/define-field.ts';
import { fields } from './fields/registry.ts';
import { labelOf, rowNamesOf } from './label.ts';
import { type ResolvedComponent, visibleForm } from './resolve-form.ts';

export interface DescribedFile {
  name: string;
  /** What it is: given as the value of an option, told as its label. */
  tag?: string | null;
  id?: string;
  sizeBytes?: number;
}

export interface DescribedRow {
  /** Inside a repeating group: of the component in its row, `vare[1].navn`. */
  componentId: string;
  label: string;
  /** Names of the rows of repeating groups that it stands in, outermost first: «Vare 1». */
  headings: string[];
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

export interface DescribeContext extends FieldContext {
  wording: Wording;
  files?: Readonly<Record<string, readonly DescribedFile[]>>;
}

/** Visible questions and their answers in words, page by page: for check-answers, archive and PDF. Pages without questions are left out. */
export function describeAnswers(form: Form, answers: Answers, context: DescribeContext): DescribedPage[] {
  return visibleForm(form, answers)
    .pages.map((page) => ({
      pageId: page.id,
      title: context.serviceText(page.textResourceBindings.title),
      rows: instancesOf(page).flatMap((component) => rowOf(form, component, answers, context)),
    }))
    .filter((page) => page.rows.length > 0);
}

/** Rows under the headings that they stand under: a new block begins wherever the heading is another one, «Vare 1: Del 2». */
export function blocksOf<T extends Pick<DescribedRow, 'headings'>>(
  rows: readonly T[],
): { heading: string; rows: T[] }[] {
  const blocks: { heading: string; rows: T[] }[] = [];
  for (const row of rows) {
    const heading = row.headings.join(': ');
    const last = blocks.at(-1);
    if (last && last.heading === heading) last.rows.push(row);
    else blocks.push({ heading, rows: [row] });
  }
  return blocks;
}

function rowOf(
  form: Form,
  component: ResolvedComponent,
  answers: Answers,
  { files = {}, ...context }: DescribeContext,
): DescribedRow[] {
  const field = fields.get(component.type);
  if (field.collects === 'nothing') return [];
  const row = {
    componentId: component.id,
    label: labelOf(component, context.serviceText),
    headings: rowNamesOf(form, component.id, context.serviceText),
  };
  if (field.collects === 'files') {
    const attached = ((Object.hasOwn(files, component.id) ? files[component.id] : undefined) ?? []).map(
      (file) => ({ ...file, tag: tagOf(file.tag, component, context) }),
    );
    const value =
      attached.length > 0
        ? attached.map(({ name, tag }) => (tag === undefined ? name : `${name} (${tag})`)).join(', ')
        : context.wording.dynamic('validation.noFiles');
    return [{ ...row, value, answered: attached.length > 0, files: attached }];
  }
  const answer = answerOf(component, answers);
  if (answer === undefined)
    return [{ ...row, value: context.wording.dynamic('validation.notAnswered'), answered: false }];
  const unit = component.unit === undefined ? '' : `\u00a0${context.serviceText(component.unit)}`;
  return [{ ...row, value: field.format(answer, component, context) + unit, answered: true }];
}

function tagOf(
  tag: string | null | undefined,
  { options = [] }: ResolvedComponent,
  { serviceText }: FieldContext,
): string | undefined {
  const option = options.find(({ value }) => value === tag);
  return option ? serviceText(option.label) : (tag ?? undefined);
}
