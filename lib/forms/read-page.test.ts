import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { languages } from '@/lib/core/language.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { FormComponent } from './component.ts';
import { describeAnswers } from './describe.ts';
import { answerErrorCodes } from './error-codes.ts';
import { errorMessage } from './error-message.ts';
import { fields } from './fields/registry.ts';
import { labelsOfPaths } from './labels-of-paths.ts';
import { readPage } from './read-page.ts';
import { answersOf, dataModel, formOf, option, question, serviceText } from './testing/questions.ts';
import { textKeysOf } from './text-keys.ts';
import { validatePage } from './validate.ts';

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
    // As the hint says: a numeric keyboard may have no full stop.
    expect(read({ dato: ['17052026'] })).toEqual({ dato: '2026-05-17' });
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

  it('asks for a tick where there is nothing to choose among', () => {
    const codeOf = (...values: string[]) =>
      fields.get('Checkboxes').requiredCode({ options: values.map((value) => ({ value, label: value })) });
    expect(codeOf('yes')).toBe('requiredTick');
    expect(codeOf('yes', 'no')).toBe('requiredChoices');
    expect(errorMessage({ code: 'requiredTick' }, translator('nb'), 'bekreftelsen')).toBe(
      'Kryss av for bekreftelsen',
    );
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
