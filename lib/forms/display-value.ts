import type { Answer } from '@/lib/core/answers.ts';
import type { FormComponent } from './component.ts';
import { isUnanswered } from './component-path.ts';
import { type FieldContext, listOf } from './fields/define-field.ts';
import { fields } from './fields/registry.ts';

/**
 * What the expression `["displayValue", id]` gives for an answer: as people read it, several choices with a comma between as in
 * Altinn, names of files, '' when there is none. Undefined for a component that shows no answer.
 */
export function displayValue(
  component: FormComponent,
  answer: Answer | undefined,
  { fileNames = [], ...context }: FieldContext & { fileNames?: readonly string[] },
): string | undefined {
  const field = fields.find(component.type);
  if (!field || field.collects === 'nothing') return undefined;
  if (field.collects === 'files') return fileNames.join(', ');
  if (isUnanswered(answer)) return '';
  if (!component.options) return field.format(answer, component, context);
  const labels = new Map(component.options.map(({ value, label }) => [value, context.serviceText(label)]));
  return listOf(answer)
    .map((value) => labels.get(value) ?? value)
    .join(', ');
}
