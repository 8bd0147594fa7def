import type { Expression } from '@/lib/expressions/expression.ts';
import type { FormComponent } from '@/lib/forms/component.ts';

type Rest = Omit<FormComponent, 'id' | 'type' | 'options' | 'textResourceBindings' | 'dataModelBindings'>;

interface FieldSettings extends Rest {
  /** Values of the choices; the label of `x` is the text `<id>.x`. */
  choices?: readonly string[];
  /** The texts `<id>.description` and `<id>.help` exist. */
  description?: boolean;
  help?: boolean;
}

/**
 * A field whose text keys follow its id: `<id>.title`, `<id>.short` (its name inside a sentence: «Fyll ut …»),
 * `<id>.description`, `<id>.<choice>`.
 * `path` is the data model path of the answer.
 */
export function field(type: string, id: string, path: string, settings: FieldSettings = {}): FormComponent {
  const { choices, description, help, ...rest } = settings;
  return {
    id,
    type,
    textResourceBindings: {
      title: `${id}.title`,
      shortName: `${id}.short`,
      ...(description && { description: `${id}.description` }),
      ...(help && { help: `${id}.help` }),
    },
    dataModelBindings: { simpleBinding: path },
    ...(choices && { options: choices.map((value) => ({ value, label: `${id}.${value}` })) }),
    ...rest,
  };
}

/** A component of several controls, which have the portal's own names; the texts `<id>.title` and `<id>.description` exist. */
export function composite(
  type: 'Address' | 'PersonLookup' | 'OrganisationLookup',
  id: string,
  { description, ...rest }: Rest & Pick<FormComponent, 'dataModelBindings'> & { description?: boolean },
): FormComponent {
  return {
    id,
    type,
    textResourceBindings: {
      title: `${id}.title`,
      ...(description && { description: `${id}.description` }),
    },
    ...rest,
  };
}

/** Two radio buttons with the shared texts `answer.yes` and `answer.no`. */
export function yesNo(id: string, path: string, settings: FieldSettings = {}): FormComponent {
  const options = ['yes', 'no'].map((value) => ({ value, label: `answer.${value}` }));
  return { ...field('RadioButtons', id, path, { required: true, ...settings }), options };
}

/** Header, Paragraph or Panel: text without an answer. */
export function text(type: 'Header' | 'Paragraph' | 'Panel', id: string, rest: Rest = {}): FormComponent {
  return { id, type, textResourceBindings: { title: `${id}.title` }, ...rest };
}

/** The same questions for each of several things; each row is called `<id>.row` and a number. `path` is that of the array. */
export function rows(
  id: string,
  path: string,
  children: FormComponent[],
  { description, ...rest }: Rest & { description?: boolean } = {},
): FormComponent {
  return {
    id,
    type: 'RepeatingGroup',
    textResourceBindings: {
      title: `${id}.title`,
      rowTitle: `${id}.row`,
      ...(description && { description: `${id}.description` }),
    },
    dataModelBindings: { group: path },
    children,
    ...rest,
  };
}

/** One box to tick before going on, e.g. that the information is correct. */
export function declaration(path: string): FormComponent {
  return field('Checkboxes', 'declaration', path, { choices: ['confirmed'], required: true });
}

/** Hidden until the answer at `path` is one of `values`. */
export function unless(path: string, ...values: string[]): Expression {
  const tests: Expression[] = values.map((value) => ['equals', ['dataModel', path], value]);
  return ['not', tests.length === 1 && tests[0] !== undefined ? tests[0] : ['or', ...tests]];
}

/** The labels of a field's choices, for a price rule that names what was chosen. */
export function optionLabels(id: string, values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => [value, `${id}.${value}`]));
}
