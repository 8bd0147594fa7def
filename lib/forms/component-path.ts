import { type Answer, type Answers, getAnswer } from '@/lib/core/answers.ts';
import type { FormComponent } from './component.ts';
import { fetchedPrefix } from './fields/define-field.ts';
import { fields } from './fields/registry.ts';

/** Where a component's answer lies in the data model; undefined for texts and files. */
export function pathOf(component: FormComponent): string | undefined {
  return fields.find(component.type)?.collects === 'answer'
    ? component.dataModelBindings?.simpleBinding
    : undefined;
}

/** The answer at a component's path, undefined when nothing was answered. */
export function answerOf(component: FormComponent, answers: Answers): Exclude<Answer, null> | undefined {
  const path = pathOf(component);
  const answer = path === undefined ? undefined : getAnswer(answers, path);
  return isUnanswered(answer) ? undefined : answer;
}

export function isUnanswered(answer: Answer | undefined): answer is undefined | null {
  return (
    answer === undefined || answer === null || answer === '' || (Array.isArray(answer) && answer.length === 0)
  );
}

/** Paths of the facts that were fetched for a component's answer: they go when it changes. */
export function fetchedPathsOf({ dataModelBindings = {} }: FormComponent): string[] {
  return Object.entries(dataModelBindings)
    .filter(([name]) => name.startsWith(fetchedPrefix))
    .map(([, path]) => path);
}
