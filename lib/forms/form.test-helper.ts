import type { Answers } from '@/lib/core/answers.ts';
import type { Form, FormComponent } from './component.ts';
import { formSchema } from './form-schema.ts';

/** A choice whose label is `option.<value>`. */
export const option = (value: string) => ({ value, label: `option.${value}` });

/** A component bound to `Skjema.<id>`, with the title `<id>.title`. */
export function question(id: string, type = 'Input', rest: Partial<FormComponent> = {}): FormComponent {
  const binding = type.startsWith('FileUpload')
    ? {}
    : { dataModelBindings: { simpleBinding: `Skjema.${id}` } };
  return { id, type, textResourceBindings: { title: `${id}.title` }, ...binding, ...rest };
}

/** A form of one page, `one`. @throws when a definition would be refused. */
export function formOf(...components: FormComponent[]): Form {
  return formSchema.parse({
    pages: [{ id: 'one', textResourceBindings: { title: 'page.one' }, components }],
  });
}

export const answersOf = (values: Record<string, Answers[string]>): Answers => ({ Skjema: values });
