import { storable } from '../clean-text.ts';
import { choiceDefinitionProblems, choiceErrors, formatChoices } from './choices.ts';
import { defineField } from './define-field.ts';

/** One choice of a few. */
export const radioButtons = defineField({
  id: 'RadioButtons',
  widget: 'radio',
  requiredCode: () => 'requiredChoice',
  read: ([value = '']) => storable(value) || undefined,
  errors: choiceErrors,
  format: (answer, component, { serviceText }) => formatChoices(answer, component, serviceText),
  definitionProblems: choiceDefinitionProblems,
});
