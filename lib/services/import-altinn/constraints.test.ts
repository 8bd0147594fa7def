import { describe, expect, it } from 'vitest';
import { validateForm } from '@/lib/forms/validate.ts';
import { bound, codesOf, entryOf, importComponent, importSmall, layout } from './testing/small-app.ts';

const input = { type: 'Input', ...bound('name') };

describe('what the data model demands becomes validation', () => {
  it.each<[object, Record<string, unknown>]>([
    [
      { type: 'string', maxLength: 5, minLength: 2 },
      { maxLength: 5, minLength: 2 },
    ],
    [{ type: 'string', pattern: '^[A-Z]+$' }, { pattern: '^[A-Z]+$' }],
    [
      { type: 'integer', minimum: 1, maximum: 9 },
      { format: 'integer', min: '1', max: '9' },
    ],
    [
      { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1.5 },
      { format: 'number', exclusiveMin: '0', exclusiveMax: '1.5' },
    ],
    [{ type: 'number', minimum: 0, exclusiveMinimum: true }, { exclusiveMin: '0' }],
    [{ type: 'number', multipleOf: 0.01 }, { maxDecimals: 2 }],
    [{ type: 'string', enum: ['a', 'b'] }, { enum: ['a', 'b'] }],
    [{ type: 'string', format: 'date' }, { format: 'date' }],
    [{ type: 'string', format: 'email' }, { format: 'email' }],
    [{ type: ['null', 'integer'] }, { format: 'integer' }],
    [{ '@xsdType': 'string', '@xsdMaxOccurs': '1', type: 'string', maxLength: 7 }, { maxLength: 7 }],
    [{ allOf: [{ type: 'string' }, { maxLength: 3 }] }, { maxLength: 3 }],
    [{ oneOf: [{ type: 'integer' }] }, { format: 'integer' }],
  ])('%j', (schema, expected) => {
    const imported = importComponent(input, schema);
    expect(imported.definition?.pages[0]?.components[0]).toMatchObject(expected);
    expect(entryOf(imported, 'component', 'it').outcome).toBe('taken');
  });

  it.each([
    [{ type: 'string', pattern: '(a)\\1' }, 'pattern'],
    [{ type: 'string', format: 'iri' }, 'format'],
    [{ type: 'number', multipleOf: 7 }, 'multipleOf'],
    [{ type: 'string', not: { const: 'x' } }, 'not'],
    [{ type: 'boolean' }, 'type'],
  ])('%j is told of', (schema, keyword) => {
    const imported = importComponent(input, schema);
    expect(entryOf(imported, 'component', 'it').notes).toMatchObject([
      { code: 'constraintLost', values: { keyword, path: 'name' } },
    ]);
    expect(entryOf(imported, 'component', 'it').outcome).toBe('approximated');
  });

  it('demands what the model demands, whatever the component says', () => {
    const imported = importSmall({
      'ui/layouts/page.json': layout({ id: 'it', ...input, required: false }),
      'models/model.schema.json': { required: ['name'], properties: { name: { type: 'string' } } },
    });
    const pages = imported.definition?.pages ?? [];
    expect(pages[0]?.components[0]?.required).toBe(true);
    expect(codesOf(imported, 'component', 'it')).toEqual(['requiredByModel']);
    expect(validateForm({ pages }, {})).toMatchObject([{ componentId: 'it', code: 'required' }]);
  });

  it('finds what lies behind references and lists, and limits the rows', () => {
    const imported = importSmall({
      'ui/layouts/page.json': layout(
        {
          id: 'rows',
          type: 'RepeatingGroup',
          children: ['it'],
          dataModelBindings: { group: 'a.list' },
          textResourceBindings: { title: 'name' },
        },
        { id: 'it', type: 'Input', ...bound('a.list.name') },
      ),
      'models/model.schema.json': {
        info: { rootNode: '#/definitions/Root' },
        definitions: {
          Root: { properties: { a: { $ref: '#/definitions/A~1B' } } },
          'A/B': {
            properties: {
              list: { type: 'array', minItems: 1, maxItems: 4, items: { $ref: '#/definitions/Row' } },
            },
          },
          Row: { required: ['name'], properties: { name: { $ref: '#/definitions/Name' } } },
          Name: { type: 'string', maxLength: 3 },
        },
      },
    });
    expect(imported.problems).toEqual([]);
    expect(imported.definition?.pages[0]?.components).toMatchObject([
      { minCount: 1, maxCount: 4, children: [{ maxLength: 3, required: true }] },
    ]);
  });

  it('narrows choices to what is allowed', () => {
    const options = ['a', 'b', 'c'].map((value) => ({ value, label: value }));
    const imported = importComponent(
      { type: 'RadioButtons', ...bound('name'), options },
      { enum: ['a', 'c'] },
    );
    expect(imported.definition?.pages[0]?.components[0]?.options?.map(({ value }) => value)).toEqual([
      'a',
      'c',
    ]);
  });

  it('tells of a path that the model lacks', () => {
    const imported = importComponent({ type: 'Input', ...bound('gone') }, {});
    expect(codesOf(imported, 'component', 'it')).toEqual(['pathNotInModel']);
  });
});

describe('components of several controls', () => {
  it('keep the bindings that Kvitt reads, and tell of the others', () => {
    const dataModelBindings = {
      address: 'a.street',
      zipCode: 'a.zip',
      postPlace: 'a.place',
      extra: 'a.extra',
    };
    const imported = importComponent({
      type: 'AddressComponent',
      dataModelBindings,
      textResourceBindings: { title: 'name' },
      simplified: false,
    });
    const { extra, ...kept } = dataModelBindings;
    expect(imported.definition?.pages[0]?.components[0]).toMatchObject({
      type: 'Address',
      dataModelBindings: kept,
      simplified: false,
    });
    expect(entryOf(imported, 'component', 'it').notes).toContainEqual(
      expect.objectContaining({ code: 'bindingLost', values: { binding: 'extra', path: `"${extra}"` } }),
    );
  });

  it('are filled in from the registers, but not in rows', () => {
    const imported = importSmall({
      'ui/layouts/page.json': layout(
        { id: 'name', type: 'Input', ...bound('name') },
        {
          id: 'rows',
          type: 'RepeatingGroup',
          children: ['it'],
          dataModelBindings: { group: 'list' },
          textResourceBindings: { title: 'name' },
        },
        { id: 'it', type: 'Input', ...bound('list.mail') },
      ),
      'models/model.prefill.json': {
        UserProfile: { Email: 'list.mail', 'Party.Person.Name': 'name', Shoe: 'name', PhoneNumber: 'nobody' },
      },
    });
    expect(imported.definition?.prefill).toEqual([{ path: 'name', from: 'person.name' }]);
    for (const lost of ['Email', 'Shoe', 'PhoneNumber'])
      expect(entryOf(imported, 'prefill', `UserProfile.${lost}`).outcome).toBe('unsupported');
  });
});
