import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { languages } from '@/lib/core/language.ts';
import { translator } from '@/lib/texts/translate.ts';
import { answersSchema } from './answers-schema.ts';
import type { Form, FormComponent } from './component.ts';
import { describeAnswers } from './describe.ts';
import { answerErrorCodes } from './error-codes.ts';
import { errorMessage } from './error-message.ts';
import { fields } from './fields/registry.ts';
import { formSchema } from './form-schema.ts';
import { formats } from './formats/registry.ts';
import { labelsOfPaths } from './labels-of-paths.ts';
import { readPage } from './read-page.ts';
import { resolveForm, visibleForm } from './resolve-form.ts';
import { submittedAnswers } from './submitted-answers.ts';
import { textKeysOf } from './text-keys.ts';
import { validateForm, validatePage } from './validate.ts';

const serviceText = (key: string): string => key;
const option = (value: string) => ({ value, label: `option.${value}` });

function question(id: string, type = 'Input', rest: Partial<FormComponent> = {}): FormComponent {
  const binding = type === 'FileUpload' ? {} : { dataModelBindings: { simpleBinding: `Skjema.${id}` } };
  return { id, type, textResourceBindings: { title: `${id}.title` }, ...binding, ...rest };
}

function formOf(...components: FormComponent[]): Form {
  return formSchema.parse({
    pages: [{ id: 'one', textResourceBindings: { title: 'page.one' }, components }],
  });
}

const dataModel = (id: string) => ['dataModel', `Skjema.${id}`];
const answersOf = (values: Record<string, Answers[string]>): Answers => ({ Skjema: values });

describe('readPage', () => {
  const form = formOf(
    question('navn'),
    question('areal', 'Input', { format: 'number' }),
    question('klasser', 'Checkboxes', { options: [option('a'), option('b')] }),
    question('dato', 'Datepicker'),
    question('laast', 'Input', { readOnly: true }),
    question('hemmelig', 'Input', { hidden: ['notEquals', dataModel('navn'), 'Kari'] }),
  );
  const read = (posted: Record<string, string[]>, answers: Answers = {}) =>
    readPage(form, 'one', answers, posted).answers.Skjema;

  it('reads what people write', () => {
    expect(
      read({ navn: ['  Kari\u030a '], areal: ['1 234,50'], klasser: ['b', 'a', 'b'], dato: ['1.2.2027'] }),
    ).toEqual({
      navn: 'Kari\u030a'.normalize('NFC'),
      areal: '1234.50',
      klasser: ['a', 'b'],
      dato: '2027-02-01',
    });
  });

  it('keeps what it cannot read, and validation tells', () => {
    const { answers, raw } = readPage(
      form,
      'one',
      {},
      { areal: ['tolv'], dato: ['31.02.2027'], navn: ['a\u0000b\ud800'] },
    );
    expect(answers.Skjema).toEqual({ areal: 'tolv', dato: '31.02.2027', navn: 'a\ufffdb\ufffd' });
    expect(raw.areal).toEqual(['tolv']);
    expect(validatePage(form, 'one', answers).map(({ componentId, code }) => [componentId, code])).toEqual([
      ['navn', 'characters'],
      ['areal', 'number'],
      ['dato', 'date'],
    ]);
    expect(JSON.stringify(answers)).not.toMatch(/\\u0000|\\ud800/);
  });

  it('ignores what is unknown, read-only or hidden', () => {
    const before = answersOf({ laast: 'register', hemmelig: 'gammel' });
    expect(
      read(
        { navn: ['Ola'], laast: ['tuklet'], hemmelig: ['ny'], ukjent: ['x'], __proto__: ['y'] } as Record<
          string,
          string[]
        >,
        before,
      ),
    ).toEqual({ navn: 'Ola', laast: 'register', hemmelig: 'gammel' });
    expect(read({ navn: ['Kari'], hemmelig: ['ny'] }, before)).toMatchObject({ hemmelig: 'ny' });
  });

  it('empties unticked boxes that were shown, and keeps what was not shown', () => {
    const before = answersOf({ klasser: ['a'], navn: 'Kari', hemmelig: 'gammel' });
    expect(read({ navn: ['Kari'], _shown: ['navn', 'klasser'] }, before)).toEqual({
      navn: 'Kari',
      hemmelig: 'gammel',
    });
    expect(read({ navn: ['Kari'], _shown: ['navn'] }, before)).toEqual({
      klasser: ['a'],
      navn: 'Kari',
      hemmelig: 'gammel',
    });
  });

  it('never throws', () => {
    const value = fc.array(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\ud800', '\u0000', 'a'.repeat(600))),
      { maxLength: 3 },
    );
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('navn', 'areal', 'klasser', 'dato', '__proto__', 'laast'), value),
        (posted) => {
          const { answers } = readPage(form, 'one', {}, posted);
          validatePage(form, 'one', answers);
          expect(answersOf({})).not.toHaveProperty('Skjema.laast');
        },
      ),
    );
  });
});

describe('conditions', () => {
  const chain = formOf(
    question('a', 'RadioButtons', { options: [option('ja'), option('nei')] }),
    question('b', 'RadioButtons', {
      options: [option('ja'), option('nei')],
      hidden: ['notEquals', dataModel('a'), 'ja'],
    }),
    question('c', 'Input', { hidden: ['notEquals', dataModel('b'), 'ja'], required: true }),
    question('d', 'Input', { hidden: ['equals', dataModel('c'), null] }),
  );

  it('hides what follows from hidden answers, however stale they are', () => {
    const stale = answersOf({ a: 'nei', b: 'ja', c: 'x', d: 'y' });
    expect(submittedAnswers(chain, stale)).toEqual({ Skjema: { a: 'nei' } });
    expect(visibleForm(chain, stale).pages[0]?.components.map(({ id }) => id)).toEqual(['a']);
    expect(validateForm(chain, stale)).toEqual([]);
    expect(submittedAnswers(chain, answersOf({ a: 'ja', b: 'ja', c: 'x', d: 'y' }))).toEqual(
      answersOf({ a: 'ja', b: 'ja', c: 'x', d: 'y' }),
    );
  });

  it('drops what no component asks for', () => {
    expect(submittedAnswers(chain, { Skjema: { a: 'nei', beloep: '1' }, Annet: 'x' })).toEqual({
      Skjema: { a: 'nei' },
    });
  });

  it('shows a component whose condition fails, and reports it', () => {
    const broken = formOf(
      question('a', 'Input', { hidden: ['greaterThan', 'x', 1], required: ['divide', 1, 0] }),
    );
    const { pages, problems } = resolveForm(broken, {});
    expect(pages[0]?.components[0]).toMatchObject({ hidden: false, required: false });
    expect(problems.map(({ where, property }) => [where, property])).toEqual([
      ['a', 'hidden'],
      ['a', 'required'],
    ]);
  });

  it('ends also when conditions go in a circle', () => {
    const circle = formOf(question('a', 'Input', { hidden: ['equals', ['component', 'a'], 'x'] }));
    expect(resolveForm(circle, answersOf({ a: 'x' })).problems.at(-1)?.message).toContain('circle');
  });

  it('hides a page with all that is on it', () => {
    const form: Form = {
      pages: [
        {
          id: 'one',
          textResourceBindings: { title: 't' },
          hidden: true,
          components: [question('a', 'Input', { required: true })],
        },
      ],
    };
    expect(visibleForm(form, {}).pages).toEqual([]);
    expect(validateForm(form, {})).toEqual([]);
  });
});

describe('formats', () => {
  it.each([
    ['number', '1 234,50', '1234.50', '1\u00a0234,50'],
    ['integer', '12,00', '12', '12'],
    ['money', 'kr 1 234,5', '1234.5', '1\u00a0234,50\u00a0kr'],
    ['fnr', '109155 96784', '10915596784', '109155 *****'],
    ['orgNumber', '123 456 785', '123456785', '123\u00a0456\u00a0785'],
    ['account', '6345.06.24804', '63450624804', '6345\u00a006\u00a024804'],
    ['postcode', ' 0150', '0150', '0150'],
    ['kid', '2345 676', '2345676', '2345676'],
    ['phone', '+47 912 34 567', '91234567', '912\u00a034\u00a0567'],
    ['email', 'Kari@Eksempel.no', 'Kari@Eksempel.no', 'Kari@Eksempel.no'],
    ['date', '17.5.2026', '2026-05-17', '17.05.2026'],
  ])('%s reads and shows', (format, written, answer, shown) => {
    const component = question('a', 'Input', { format });
    const field = fields.get('Input');
    expect(field.read([written], component)).toBe(answer);
    expect(field.errors(answer, component)).toEqual([]);
    expect(field.format(answer, component, { wording: translator('nb'), serviceText })).toBe(shown);
    const [control = ''] = field.inputValue(answer, component, 'nb');
    expect(field.read([control], component)).toBe(answer);
  });

  it.each([
    ['number', '1e5', 'number'],
    ['integer', '1.5', 'integer'],
    ['money', '1.005', 'decimals'],
    ['fnr', '123', 'fnrLength'],
    ['fnr', '10915596785', 'fnrInvalid'],
    ['orgNumber', '123456784', 'orgNumberInvalid'],
    ['account', '1', 'accountLength'],
    ['postcode', '12345', 'postcode'],
    ['kid', '123', 'kid'],
    ['phone', '12', 'phone'],
    ['email', 'a@b', 'email'],
    ['date', '2026-02-30', 'date'],
    ['text', 'x'.repeat(501), 'tooLong'],
  ])('%s refuses %s', (format, answer, code) => {
    expect(
      fields
        .get('Input')
        .errors(answer, question('a', 'Input', { format }))
        .map((each) => each.code),
    ).toEqual([code]);
  });

  it('bounds numbers and dates', () => {
    const judge = (answer: string, rest: Partial<FormComponent>) =>
      fields.get('Input').errors(answer, question('a', 'Input', rest))[0];
    expect(judge('0.99', { format: 'number', min: '1' })).toEqual({ code: 'min', values: { min: '1' } });
    expect(judge('10.01', { format: 'number', max: '10' })).toEqual({ code: 'max', values: { max: '10' } });
    expect(judge('2026-01-01', { format: 'date', min: '2026-02-01' })?.code).toBe('dateMin');
  });
});

describe('messages', () => {
  it.each(languages)('exist in %s for every code and repeat the label', (language) => {
    const wording = translator(language);
    for (const code of answerErrorCodes) {
      const message = errorMessage(
        { code, values: { min: '1000', max: '2', length: '3', extra: '1' } },
        wording,
        'Areal',
      );
      expect(message, code).toContain('Areal');
      expect(message.indexOf('Areal')).toBeLessThan(45);
    }
  });

  it('reads like a person wrote it', () => {
    const nb = translator('nb');
    expect(errorMessage({ code: 'fnrLength' }, nb, 'Fødselsnummer')).toBe('Fødselsnummer må ha 11 siffer');
    expect(errorMessage({ code: 'required' }, nb, 'Navn')).toBe('Fyll ut Navn');
    expect(errorMessage({ code: 'decimals', values: { max: '2' } }, nb, 'Beløp')).toBe(
      'Beløp kan ha høyst 2 desimaler',
    );
    expect(errorMessage({ code: 'dateMin', values: { min: '2026-02-01' } }, nb, 'Dato')).toBe(
      'Dato må være 01.02.2026 eller senere',
    );
    expect(errorMessage({ code: 'min', values: { min: '12345.5' } }, translator('en'), 'Area')).toBe(
      'Area must be 12,345.5 or more',
    );
  });
});

describe('describeAnswers', () => {
  it('tells what is visible, masked and in words', () => {
    const form = formOf(
      { id: 'h', type: 'Header', textResourceBindings: { title: 'h' } },
      question('fnr', 'Input', { format: 'fnr' }),
      question('areal', 'Input', { format: 'number', unit: 'm²' }),
      question('valg', 'Checkboxes', { options: [option('a'), option('b')] }),
      question('skjult', 'Input', { hidden: true }),
      question('vedlegg', 'FileUpload'),
    );
    const answers = answersOf({ fnr: '10915596784', areal: '1234.5', valg: ['a', 'b'], skjult: 'x' });
    const [page] = describeAnswers(form, answers, {
      wording: translator('nb'),
      serviceText,
      files: { vedlegg: [{ name: 'plan.pdf' }] },
    });
    expect(page?.rows.map(({ label, value }) => [label, value])).toEqual([
      ['fnr.title', '109155 *****'],
      ['areal.title', '1\u00a0234,5\u00a0m²'],
      ['valg.title', 'option.a; option.b'],
      ['vedlegg.title', 'plan.pdf'],
    ]);
    const [empty] = describeAnswers(form, {}, { wording: translator('nn'), serviceText });
    expect(empty?.rows.map(({ value, answered }) => [value, answered])[0]).toEqual(['Ikkje svart på', false]);
    expect(labelsOfPaths(form, ['Skjema.areal', 'Ukjent'], serviceText)).toEqual(['areal.title']);
    expect(textKeysOf(form)).toContain('option.b');
  });
});

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
      { numRuns: 300 },
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

describe('what a condition asks for', () => {
  const problemsOf = (components: unknown[], page: object = {}): string[] => {
    const parsed = formSchema.safeParse({
      pages: [{ id: 'one', textResourceBindings: { title: 't' }, components, ...page }],
    });
    return parsed.error?.issues.map(({ message }) => message) ?? [];
  };

  it.each([
    ['externalApi', ['equals', ['externalApi', 'register', 'a'], 'b']],
    ['frontendSettings', ['equals', ['frontendSettings', 'a'], 'b']],
    ['instanceContext', ['equals', ['instanceContext', 'instanceId'], 'b']],
    ['countDataElements', ['greaterThan', ['countDataElements', 'a'], 0]],
    ['linkToPage', ['equals', ['linkToPage', 'a', 'one'], 'b']],
    ['linkToComponent', ['equals', ['linkToComponent', 'a', 'a'], 'b']],
    ['argv', ['argv', 0]],
    ['value', ['value']],
    ['dataModel', ['equals', ['dataModel', 'a', 'other'], 'b']],
    ['text', ['equals', ['text', ['dataModel', 'Skjema.a']], 'b']],
    ['displayValue', ['equals', ['displayValue', ['dataModel', 'Skjema.a']], 'b']],
    ['authContext', ['authContext', 'rule']],
  ])('is refused when a form has no answer to it: %s', (name, condition) => {
    const expected = `"${name}" is not supported: `;
    for (const property of ['hidden', 'required', 'readOnly']) {
      const [problem, ...more] = problemsOf([question('a', 'Input', { [property]: ['not', condition] })]);
      expect(problem).toContain(`a: ${property}: ${expected}`);
      expect(more).toEqual([]);
    }
    expect(problemsOf([question('a')], { hidden: condition })[0]).toContain(`one: hidden: ${expected}`);
    const choice = { ...option('x'), hidden: condition as string[] };
    expect(problemsOf([question('a', 'RadioButtons', { options: [choice] })])[0]).toContain(
      `a: options: ${expected}`,
    );
  });

  it('is refused when a component shows no answer that server and browser both know', () => {
    const hidden = ['equals', ['displayValue', 'b'], 'x'];
    const reads = question('a', 'Input', { hidden: hidden as [string] });
    expect(problemsOf([reads, question('b')])).toEqual([]);
    expect(problemsOf([reads])).toEqual(['a: looks up the component "b", which is not there']);
    for (const shown of [
      question('b', 'FileUpload', { maxNumberOfAttachments: 1 }),
      { id: 'b', type: 'Paragraph', textResourceBindings: { title: 't' } },
    ]) {
      expect(problemsOf([reads, shown])).toEqual([
        'a: "displayValue" is not supported: "b" has no answer that a condition can read',
      ]);
    }
  });

  it('is refused in the condition of a choice too when the component is not there', () => {
    const choice = { ...option('x'), hidden: ['equals', ['component', 'b'], 1] as string[] };
    expect(problemsOf([question('a', 'RadioButtons', { options: [choice] })])).toEqual([
      'a: looks up the component "b", which is not there',
    ]);
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
