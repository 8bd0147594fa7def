import type { FormComponent } from './component.ts';
import { fields } from './fields/registry.ts';
import { option, question } from './form.test-helper.ts';
import { formats } from './formats/registry.ts';

/** What a type needs of a definition besides id, title and simple binding; types that need nothing are not named. */
const needs: Record<string, Partial<FormComponent>> = {
  RadioButtons: { options: [option('a'), option('b')] },
  Checkboxes: { options: [option('a'), option('b')] },
  MultipleSelect: { options: [option('a'), option('b')] },
  Dropdown: { options: [option('a'), option('b')] },
  FileUploadWithTag: { options: [option('a')] },
  Address: { simplified: false },
};
const texts: Record<string, Record<string, string>> = { FileUploadWithTag: { tagTitle: 'kind.title' } };

/** Bindings of composite types, below a path. */
const bindings: Record<string, (path: string) => Record<string, string>> = {
  Address: (path) =>
    Object.fromEntries(
      ['address', 'careOf', 'zipCode', 'postPlace', 'houseNumber'].map((name) => [name, `${path}.${name}`]),
    ),
  PersonLookup: (path) => ({ person_lookup_ssn: `${path}.fnr`, person_lookup_name: `${path}.name` }),
  OrganisationLookup: (path) => ({
    organisation_lookup_orgnr: `${path}.orgnr`,
    organisation_lookup_name: `${path}.name`,
  }),
};

/** Types that a person gives something in, composites too; a new one is here by itself. */
export const fillableTypes: readonly string[] = fields
  .all()
  .filter(({ collects, parts }) => collects !== 'nothing' || parts)
  .map(({ id }) => id);

/** A component of a type, as small as a definition lets it be. */
export function smallest(type: string, id: string, rest: Partial<FormComponent> = {}): FormComponent {
  const bound = bindings[type];
  return question(id, type, {
    ...needs[type],
    ...(bound && { dataModelBindings: bound(`Skjema.${id}`) }),
    ...rest,
    textResourceBindings: { title: `${id}.title`, ...texts[type], ...rest.textResourceBindings },
  });
}

/** One of every type, and an `Input` of every format. */
export function everyField(rest: Partial<FormComponent> = {}): FormComponent[] {
  return [
    ...fillableTypes.map((type) => smallest(type, `t${type}`, rest)),
    ...formats.ids().map((format) => smallest('Input', `f${format}`, { ...rest, format })),
  ];
}
