import { cleanLine } from '../clean-text.ts';
import type { FormComponent } from '../component.ts';
import type { TextFormat } from '../formats/define-format.ts';
import { defineField, type FieldType, type Widget } from './define-field.ts';

const maxReadable = 1_000;

/** A field of one line, whose format says how it is read, judged and shown. */
export function lineField(
  id: string,
  widget: Widget,
  formatOf: (component: FormComponent) => TextFormat,
  more: Partial<FieldType> = {},
): FieldType {
  return defineField({
    id,
    widget,
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
    definitionProblems: (component) => boundProblems(component, formatOf(component)),
    ...more,
  });
}

/** Bounds that the format cannot compare with. */
export function boundProblems(component: FormComponent, format: TextFormat): string[] {
  return (['min', 'max', 'exclusiveMin', 'exclusiveMax'] as const).flatMap((name) => {
    const bound = component[name];
    return bound !== undefined && format.isBound?.(bound, name) === false
      ? [`"${bound}" is no ${name} of a ${format.id}`]
      : [];
  });
}
