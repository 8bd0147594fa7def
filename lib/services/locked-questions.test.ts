import { describe, expect, it } from 'vitest';
import type { Expression } from '@/lib/expressions/expression.ts';
import type { FormComponent } from '@/lib/forms/component.ts';
import { definitionFor } from '@/lib/workflow/testing/definition-for.ts';
import { parseDefinition } from './parse-definition.ts';

const known = { variants: [{ id: 'submit_and_pay', fill: true, steps: ['pay'] }] };
const always: Partial<FormComponent> = { required: true, readOnly: true };
const isTwo: Expression = ['equals', ['dataModel', 'count'], '2'];

const question = (id: string, rest: Partial<FormComponent> = {}): FormComponent => ({
  id,
  type: 'Input',
  textResourceBindings: { title: 'count' },
  dataModelBindings: { simpleBinding: id },
  ...rest,
});
const group = (rest: Partial<FormComponent>, ...children: FormComponent[]): FormComponent => ({
  id: 'around',
  type: 'Group',
  ...rest,
  children,
});
const lookup = (rest: Partial<FormComponent> = {}) =>
  question('firma', {
    type: 'OrganisationLookup',
    dataModelBindings: { organisation_lookup_orgnr: 'firma.nr', organisation_lookup_name: 'firma.navn' },
    ...rest,
  });

/** What keeps the form from being published, by component; the page may have more about it. */
function stuck(
  components: FormComponent[],
  { hidden, prefill }: { hidden?: FormComponent['hidden']; prefill?: { path: string; from: string }[] } = {},
): string[] {
  const definition = definitionFor('submit_and_pay', 'prove', prefill && { prefill });
  const pages = definition.pages.map((page) => ({
    ...page,
    components: [...page.components, ...(hidden === undefined ? components : [])],
  }));
  const [first] = pages;
  if (hidden !== undefined && first) pages.push({ ...first, id: 'two', hidden, components });
  const parsed = parseDefinition({ ...definition, pages }, known);
  if (parsed.ok) return [];
  expect(parsed.problems.map(({ code }) => code)).toEqual(parsed.problems.map(() => 'never_answered'));
  return parsed.problems.map(({ values }) => values?.component ?? '');
}

describe('a question that must be answered and is always read-only', () => {
  it.each<[string, FormComponent[], string[]]>([
    ['by itself', [question('a', always)], ['a']],
    ['by what it stands in', [group({ readOnly: true }, question('a', { required: true }))], ['a']],
    ['in a group', [group({}, question('a', always), question('b'))], ['a']],
    ['as a whole with parts', [lookup(always)], ['firma']],
    [
      'twice',
      [question('a', always), question('b', { ...always, dataModelBindings: { simpleBinding: 'a' } })],
      ['a', 'b'],
    ],
  ])('%s keeps the form from being published', (_, components, expected) => {
    expect(stuck(components)).toEqual(expected);
  });

  it.each<[string, FormComponent[], Parameters<typeof stuck>[1]?]>([
    ['is filled in beforehand', [question('a', always)], { prefill: [{ path: 'a', from: 'person.name' }] }],
    [
      'is written elsewhere',
      [question('a', always), question('b', { dataModelBindings: { simpleBinding: 'a' } })],
    ],
    [
      'is fetched by a lookup',
      [lookup(), question('a', { ...always, dataModelBindings: { simpleBinding: 'firma.navn' } })],
    ],
    ['need not be answered', [question('a', { readOnly: true })]],
    ['is answered only on a condition', [question('a', { ...always, required: isTwo })]],
    ['is locked only on a condition', [question('a', { ...always, readOnly: isTwo })]],
    ['is hidden', [question('a', { ...always, hidden: true })]],
    ['is shown only on a condition', [group({ hidden: isTwo }, question('a', always))]],
    ['is on a page that may be hidden', [question('a', always)], { hidden: isTwo }],
    [
      'is in rows that need not be there',
      [
        question('rows', {
          type: 'RepeatingGroup',
          dataModelBindings: { group: 'rows' },
          children: [question('a', { ...always, dataModelBindings: { simpleBinding: 'rows.a' } })],
        }),
      ],
    ],
  ])('is left alone when it %s', (_, components, rest) => {
    expect(stuck(components, rest)).toEqual([]);
  });
});
