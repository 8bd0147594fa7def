import type { Expression } from '@/lib/expressions/expression.ts';
import { type CallProblem, type Supplied, suppliedProblems } from '@/lib/expressions/supplied-problems.ts';
import { mayInForm } from './form-rights.ts';

/**
 * What `newFormContexts` gives the conditions of a form; what is not here is refused where it is written. What decides which
 * texts and components go along to the browser must stand there as it is.
 */
const supplied: Supplied = {
  component: () => undefined,
  language: () => undefined,
  text: ([key]) => (typeof key === 'string' ? undefined : 'a condition must name the text itself'),
  // That the list is written as it is, is asked by the language.
  options: () => undefined,
  displayValue: ([id]) => (typeof id === 'string' ? undefined : 'a condition must name the component itself'),
  may: ([action]) =>
    typeof action === 'string' && mayInForm(action) !== undefined
      ? undefined
      : 'a condition must name an action that a form has',
};

/** What a condition of a form asks for that a form has no answer to. */
export function conditionProblems(condition: boolean | Expression): CallProblem[] {
  return suppliedProblems(condition, supplied, 'a form');
}
