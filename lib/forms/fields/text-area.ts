import { cleanText } from '../clean-text.ts';
import { textErrors } from '../formats/text-errors.ts';
import { defineField } from './define-field.ts';

const defaultMaxLength = 10_000;

/** Longer text; lines are kept. */
export const textArea = defineField({
  id: 'TextArea',
  widget: 'textarea',
  read: ([text = '']) => cleanText(text) || undefined,
  errors: (answer, component) =>
    typeof answer === 'string' ? textErrors(answer, component, defaultMaxLength) : [{ code: 'invalid' }],
  // No maxLength on the control: what is pasted too long is kept and told of, never cut in silence.
  inputProps: (component) => ({ autoComplete: component.autocomplete }),
});
