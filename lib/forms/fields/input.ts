import { cleanLine } from '../clean-text.ts';
import type { FormComponent } from '../component.ts';
import type { TextFormat } from '../formats/define-format.ts';
import { formats } from '../formats/registry.ts';
import { defineField } from './define-field.ts';

const maxReadable = 1_000;

/** One line; its `format` decides how it is read, judged and shown. */
export const input = defineField({
  id: 'Input',
  widget: 'text',
  read(raw, component) {
    const text = cleanLine(raw[0] ?? '');
    if (text === '') return undefined;
    // Nothing this long is in order in any format: it is kept as it is, and no format has to search through it.
    return text.length > maxReadable ? text : formatOf(component).read(text);
  },
  errors: (answer, component) =>
    typeof answer === 'string' ? formatOf(component).errors(answer, component) : [{ code: 'invalid' }],
  format: (answer, component, { wording }) =>
    typeof answer === 'string' ? formatOf(component).format(answer, wording.language) : '',
  inputValue: (answer, component, language) =>
    typeof answer === 'string' ? [formatOf(component).inputValue(answer, language)] : [],
  inputProps: (component) => ({
    ...formatOf(component).inputProps,
    ...(component.autocomplete ? { autoComplete: component.autocomplete } : {}),
  }),
  definitionProblems: (component) =>
    component.format === undefined || formats.has(component.format)
      ? []
      : [`unknown format "${component.format}", expected one of ${formats.ids().join(', ')}`],
});

function formatOf(component: FormComponent): TextFormat {
  return formats.get(component.format ?? 'text');
}
