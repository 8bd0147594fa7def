import { cleanLine } from '../clean-text.ts';
import { date } from '../formats/date.ts';
import { defineField } from './define-field.ts';

/** A day. Written as people write it; the control may offer a calendar. */
export const datepicker = defineField({
  id: 'Datepicker',
  widget: 'date',
  read(raw) {
    const text = cleanLine(raw[0] ?? '');
    return text === '' ? undefined : date.read(text);
  },
  errors: (answer, component) =>
    typeof answer === 'string' ? date.errors(answer, component) : [{ code: 'invalid' }],
  format: (answer, _, { wording }) =>
    typeof answer === 'string' ? date.format(answer, wording.language) : '',
  inputValue: (answer, _, language) =>
    typeof answer === 'string' ? [date.inputValue(answer, language)] : [],
  inputProps: (component) => ({
    ...date.inputProps,
    ...(component.autocomplete ? { autoComplete: component.autocomplete } : {}),
  }),
});
