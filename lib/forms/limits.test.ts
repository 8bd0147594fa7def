import { describe, expect, it } from 'vitest';
import { translator } from '@/lib/texts/translate.ts';
import type { FormComponent } from './component.ts';
import type { AnswerErrorCode } from './error-codes.ts';
import { errorSentence } from './error-sentence.ts';
import { withOptionLists } from './expand-pages.ts';
import { fields } from './fields/registry.ts';
import { answersOf, formOf, question } from './form.test-helper.ts';
import { resolveForm } from './resolve-form.ts';
import { textKeysOf } from './text-keys.ts';
import { validateForm } from './validate.ts';

describe('option lists', () => {
  it('stand in for options of a component', () => {
    const listed = question('land', 'Dropdown', { optionsId: 'countries' });
    const pages = withOptionLists(formOf(listed).pages, {
      countries: [{ value: 'NO', label: 'country.no', description: 'country.no.hint' }],
    });
    const [component] = pages[0]?.components ?? [];
    expect(component?.options?.map(({ value }) => value)).toEqual(['NO']);
    expect(textKeysOf({ pages })).toEqual(expect.arrayContaining(['country.no', 'country.no.hint']));
    expect(validateForm({ pages }, answersOf({ land: 'SE' })).map(({ code }) => code)).toEqual(['option']);
    expect(validateForm({ pages }, answersOf({ land: 'NO' }))).toEqual([]);
    const lost = withOptionLists(formOf(listed).pages, {});
    expect(validateForm({ pages: lost }, answersOf({ land: 'NO' })).map(({ code }) => code)).toEqual([
      'option',
    ]);
  });
});

describe('a choice with a condition', () => {
  const choices = formOf(
    question('alder'),
    question('gebyr', 'RadioButtons', {
      options: [
        { value: 'barn', label: 'barn', hidden: ['greaterThan', ['dataModel', 'Skjema.alder'], 17] },
        { value: 'voksen', label: 'voksen' },
      ],
    }),
  );

  it('is shown and taken only when it holds', () => {
    const offered = (alder: string) =>
      resolveForm(choices, answersOf({ alder })).pages[0]?.components[1]?.options?.map(({ value }) => value);
    expect(offered('10')).toEqual(['barn', 'voksen']);
    expect(offered('40')).toEqual(['voksen']);
    expect(validateForm(choices, answersOf({ alder: '10', gebyr: 'barn' }))).toEqual([]);
    expect(validateForm(choices, answersOf({ alder: '40', gebyr: 'barn' })).map(({ code }) => code)).toEqual([
      'option',
    ]);
  });

  it('is offered when its condition has no value, and that is reported', () => {
    expect(resolveForm(choices, answersOf({ alder: 'ti' })).problems).toMatchObject([
      { where: 'gebyr', property: 'options' },
    ]);
  });
});

describe('limits of a text', () => {
  const judge = (answer: string, rest: Partial<FormComponent>, type = 'Input') =>
    fields
      .get(type)
      .errors(answer, question('a', type, rest))
      .map(({ code }) => code);

  it.each([
    ['abc', { minLength: 4 }, ['tooShort']],
    ['a😀c', { minLength: 3, maxLength: 3 }, []],
    ['12', { pattern: '^\\d{3}$' }, ['pattern']],
    ['123', { pattern: '^\\d{3}$' }, []],
    ['b', { enum: ['a', 'c'] }, ['notAllowed']],
    ['10', { format: 'number', exclusiveMax: '10' }, ['exclusiveMax']],
    ['9.99', { format: 'number', exclusiveMax: '10', exclusiveMin: '0' }, []],
    ['0', { format: 'number', exclusiveMin: '0' }, ['exclusiveMin']],
    ['x', { format: 'number', pattern: '^\\d$' }, ['number']],
    ['08:59', { format: 'time', min: '09:00' }, ['dateMin']],
    ['kl 9', { format: 'time' }, ['time']],
  ] satisfies [string, Partial<FormComponent>, string[]][])('%s with %j', (answer, rest, codes) => {
    expect(judge(answer, rest)).toEqual(codes);
  });

  it('holds for longer texts too', () => {
    expect(judge('linje\nto', { pattern: '^[a-z]+\\n[a-z]+$' }, 'TextArea')).toEqual([]);
    expect(judge('Linje', { pattern: '^[a-z]+$', minLength: 2 }, 'TextArea')).toEqual(['pattern']);
  });

  it('may have a sentence of the definition’s own', () => {
    const component = question('sak', 'Input', { pattern: '^\\d+$', errorTexts: { pattern: 'sak.pattern' } });
    const texts: Record<string, string> = {
      'sak.title': 'Saksnummer',
      'sak.pattern': '{label} har bare siffer',
    };
    const sentence = (code: AnswerErrorCode) =>
      errorSentence(
        formOf(component),
        { code, componentId: 'sak' },
        translator('nb'),
        (key) => texts[key] ?? key,
      );
    expect(sentence('pattern')).toBe('Saksnummer har bare siffer');
    expect(sentence('required')).toBe('Fyll ut Saksnummer');
    expect(textKeysOf(formOf(component))).toContain('sak.pattern');
  });

  it.each([
    ['9:30', '09:30'],
    ['09.30', '09:30'],
    ['0930', '09:30'],
    ['kl. 9', '09:00'],
    ['23:59:00', '23:59'],
    ['24:00', '24:00'],
    ['9:3', '9:3'],
    ['nå', 'nå'],
  ])('reads the time %s as %s', (written, answer) => {
    expect(fields.get('TimePicker').read([written], question('a', 'TimePicker'))).toBe(answer);
  });
});
