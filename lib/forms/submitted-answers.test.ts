import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { runs } from '@/scripts/testing/property-runs.ts';
import { answersSchema } from './answers-schema.ts';
import type { Form, FormComponent } from './component.ts';
import { formSchema } from './form-schema.ts';
import { formats } from './formats/registry.ts';
import { submittedAnswers } from './submitted-answers.ts';
import { formOf, option, question } from './testing/questions.ts';
import { validateForm } from './validate.ts';

describe('the server’s judge', () => {
  const types = fc.constantFrom(
    question('x', 'TextArea', { maxLength: 5 }),
    question('x', 'RadioButtons', { options: [option('a'), option('b')] }),
    question('x', 'Checkboxes', { options: [option('a'), option('b')] }),
    question('x', 'Datepicker'),
    question('x', 'Dropdown', { options: [option('1')] }),
    ...formats
      .ids()
      .map((format) => question('x', 'Input', { format, min: format === 'number' ? '2' : undefined })),
  );
  const condition = fc.constantFrom(
    undefined,
    true,
    false,
    ['equals', ['dataModel', 'Skjema.q0'], 'a'],
    ['notEquals', ['component', 'q0'], null],
    ['greaterThan', ['dataModel', 'Skjema.q0'], 1],
  );
  const component = fc.record({ base: types, required: condition, hidden: condition, readOnly: condition });
  const form = fc.array(component, { minLength: 1, maxLength: 6 }).map(
    (list): Form =>
      formOf(
        ...list.map(
          ({ base, ...rest }, index) =>
            ({
              ...base,
              ...rest,
              id: `q${index}`,
              dataModelBindings: { simpleBinding: index === 3 ? 'Ytre.Indre.q3' : `Skjema.q${index}` },
            }) as FormComponent,
        ),
        question('fil', 'FileUpload', { required: true, maxNumberOfAttachments: 2 }),
      ),
  );
  const answer = fc.oneof(
    fc.constantFrom(
      'a',
      'b',
      '1',
      '',
      'ti',
      '12.5',
      '2026-02-03',
      '123456785',
      '10915596784',
      '2345676',
      '91234567',
      'a@b.no',
      '0150',
      'for langt',
      '\ufffd',
      null,
      true,
    ),
    fc.subarray(['a', 'b', 'c']),
    fc.constant({}),
    fc.constant(['a', 'a']),
    fc.constant([true]),
  );
  const answers = fc.record(
    {
      Skjema: fc.oneof(
        fc.dictionary(fc.constantFrom('q0', 'q1', 'q2', 'q4', 'q5', 'fremmed'), answer),
        fc.constant('tull'),
      ),
      Ytre: fc.oneof(fc.record({ Indre: fc.record({ q3: answer }) }), fc.constant({}), fc.constant(null)),
    },
    { requiredKeys: [] },
  ) as fc.Arbitrary<Answers>;

  it('agrees with the errors that people see', () => {
    let accepted = 0;
    fc.assert(
      fc.property(form, answers, fc.integer({ min: 0, max: 3 }), (definition, given, fil) => {
        const options = { fileCounts: { fil } };
        const submitted = submittedAnswers(definition, given);
        const errors = validateForm(definition, given, options);
        const judged = answersSchema(definition, given, options).safeParse(submitted);
        expect(judged.success, JSON.stringify({ submitted, errors, issues: judged.error?.issues })).toBe(
          errors.length === 0,
        );
        if (judged.success) {
          accepted += 1;
          expect(judged.data).toMatchObject(submitted);
        } else
          expect(judged.error.issues.map(({ message }) => message).sort()).toEqual(
            errors.map(({ code }) => code).sort(),
          );
        expect(submittedAnswers(definition, submitted)).toEqual(submitted);
      }),
      runs(300),
    );
    expect(accepted).toBeGreaterThan(20);
  });

  it('refuses what no visible component asked for', () => {
    const definition = formOf(question('a'), question('b', 'Input', { hidden: true }));
    const judge = answersSchema(definition, {});
    expect(judge.safeParse({ Skjema: { a: 'x' } }).success).toBe(true);
    expect(judge.safeParse({}).success).toBe(true);
    for (const extra of [
      { Skjema: { a: 'x', b: 'y' } },
      { Skjema: { a: 'x' }, beloep: '1' },
      { Skjema: { a: { $gt: '' } } },
    ]) {
      expect(judge.safeParse(extra).success, JSON.stringify(extra)).toBe(false);
    }
  });
});

describe('a definition', () => {
  const refuses = (components: unknown[], page: object = {}) =>
    !formSchema.safeParse({
      pages: [{ id: 'one', textResourceBindings: { title: 't' }, components, ...page }],
    }).success;

  it('is refused when it cannot work', () => {
    expect(refuses([question('a')])).toBe(false);
    expect(refuses([question('a'), question('a')])).toBe(true);
    expect(refuses([question('a', 'Grid')])).toBe(true);
    expect(refuses([question('a', 'Input', { format: 'farge' })])).toBe(true);
    expect(refuses([question('a', 'RadioButtons')])).toBe(true);
    expect(refuses([question('a', 'Input', { dataModelBindings: {} })])).toBe(true);
    expect(refuses([question('a', 'Input', { dataModelBindings: { simpleBinding: 'a.__proto__' } })])).toBe(
      true,
    );
    expect(refuses([question('a', 'Input', { hidden: ['equal', 1, 1] })])).toBe(true);
    expect(refuses([question('a', 'Input', { hidden: ['component', 'b'] })])).toBe(true);
    expect(refuses([{ ...question('a'), requierd: true }])).toBe(true);
    expect(refuses([question('a', 'Input', { pattern: '(?=x)' })])).toBe(true);
    expect(refuses([question('a', 'Input', { autocomplete: 'fornavn' })])).toBe(true);
    expect(refuses([question('a', 'RadioButtons', { options: [option('a')], optionsId: 'b' })])).toBe(true);
    expect(refuses([{ id: 'a', type: 'Link', textResourceBindings: { title: 't' } }])).toBe(true);
    const picture = (src: string) => ({
      id: 'a',
      type: 'Image',
      textResourceBindings: { altTextImg: 't' },
      image: { src: { nb: src } },
    });
    expect(refuses([picture('/kart.png')])).toBe(false);
    for (const src of ['https://x.no/a.png', '//x.no/a.png', '/\\x.no', 'javascript:1', 'data:image/png,'])
      expect(refuses([picture(src)]), src).toBe(true);
    for (const id of ['check', 'pay', 'seal', 'Stor', '']) expect(refuses([], { id })).toBe(true);
  });
});

it('every field and format file has its registry line', () => {
  for (const [folder, shared] of [
    ['fields', ['registry.ts', 'define-field.ts', 'choices.ts', 'line-field.ts', 'part.ts', 'lookup.ts']],
    ['formats', ['registry.ts', 'define-format.ts', 'text-errors.ts']],
  ] as const) {
    const url = new URL(`./${folder}/`, import.meta.url);
    const registry = readFileSync(new URL('registry.ts', url), 'utf8');
    for (const file of readdirSync(url))
      if (!(shared as readonly string[]).includes(file)) expect(registry).toContain(`'./${file}'`);
  }
});
