import type { Answer } from '@/lib/core/answers.ts';
import type { ServiceText } from '@/lib/core/wording.ts';
import type { FormComponent } from '../component.ts';
import { type FieldProblem, listOf } from './define-field.ts';

/** Shared by the types where people choose among options. */
export function choiceErrors(answer: Answer, component: FormComponent): FieldProblem[] {
  const known = new Set((component.options ?? []).map((option) => option.value));
  const chosen = listOf(answer);
  const sound =
    chosen.length > 0 && chosen.every((value) => known.has(value)) && new Set(chosen).size === chosen.length;
  return sound ? [] : [{ code: 'option' }];
}

/** Labels of what is chosen, with semicolons since labels may have commas; a value whose option is gone reads as itself. */
export function formatChoices(answer: Answer, component: FormComponent, serviceText: ServiceText): string {
  return listOf(answer)
    .map((value) => {
      const option = component.options?.find((each) => each.value === value);
      return option ? serviceText(option.label) : value;
    })
    .join('; ');
}

export function choiceDefinitionProblems(component: FormComponent): string[] {
  return (component.options === undefined) === (component.optionsId === undefined)
    ? ['wants either options or an optionsId']
    : [];
}
