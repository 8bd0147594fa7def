import type { Answers } from '@/lib/core/answers.ts';
import type { Form, FormComponent } from '../component.ts';
import { formSchema } from '../form-schema.ts';

/** A service's texts that are their own keys. */
export const serviceText = (key: string): string => key;

export const option = (value: string) => ({ value, label: `option.${value}` });

/** A component whose answer lies under `Skjema`, in a field of its own name. */
export function question(id: string, type = 'Input', rest: Partial<FormComponent> = {}): FormComponent {
  const binding = type === 'FileUpload' ? {} : { dataModelBindings: { simpleBinding: `Skjema.${id}` } };
  return { id, type, textResourceBindings: { title: `${id}.title` }, ...binding, ...rest };
}

/** A form of one page. */
export function formOf(...components: FormComponent[]): Form {
  return formSchema.parse({
    pages: [{ id: 'one', textResourceBindings: { title: 'page.one' }, components }],
  });
}

export const dataModel = (id: string) => ['dataModel', `Skjema.${id}`];

export const answersOf = (values: Record<string, Answers[string]>): Answers => ({ Skjema: values });
