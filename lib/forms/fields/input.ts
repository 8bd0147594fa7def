import type { FormComponent } from '../component.ts';
import type { TextFormat } from '../formats/define-format.ts';
import { formats } from '../formats/registry.ts';
import { boundProblems, lineField } from './line-field.ts';

/** One line; its `format` decides how it is read, judged and shown. */
export const input = lineField('Input', 'text', formatOf, {
  definitionProblems: (component) =>
    component.format === undefined || formats.has(component.format)
      ? boundProblems(component, formatOf(component))
      : [`unknown format "${component.format}", expected one of ${formats.ids().join(', ')}`],
});

function formatOf(component: FormComponent): TextFormat {
  return formats.get(component.format ?? 'text');
}
