import { storable } from '../clean-text.ts';
import { choiceDefinitionProblems, choiceErrors, formatChoices } from './choices.ts';
import { defineField } from './define-field.ts';

/** Any number of choices, stored in the options' order; a single box is a list of one. */
export const checkboxes = defineField({
  id: 'Checkboxes',
  widget: 'checkboxes',
  answerShape: 'list',
  // A single box is a confirmation: there is nothing to choose among.
  requiredCode: ({ options }) => (options?.length === 1 ? 'requiredTick' : 'requiredChoices'),
  read(raw, component) {
    const order = (component.options ?? []).map((option) => option.value);
    const rank = (value: string): number => (order.includes(value) ? order.indexOf(value) : order.length);
    const chosen = [...new Set(raw.map(storable))]
      .filter((value) => value !== '')
      .sort((a, b) => rank(a) - rank(b));
    return chosen.length > 0 ? chosen : undefined;
  },
  errors: choiceErrors,
  format: (answer, component, { serviceText }) => formatChoices(answer, component, serviceText),
  definitionProblems: choiceDefinitionProblems,
});
