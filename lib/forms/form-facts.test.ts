import { describe, expect, it } from 'vitest';
import type { Language } from '@/lib/core/language.ts';
import { formOf as formOfDefinition } from '@/lib/services/form-of.ts';
import { serviceTextKeys } from '@/lib/services/service-text-keys.ts';
import type { Form, FormComponent, FormPage } from './component.ts';
import { answersOf, option, question } from './form.test-helper.ts';
import { formSchema } from './form-schema.ts';
import { pageNodes } from './page-nodes.ts';
import { resolveForm } from './resolve-form.ts';
import { trimForm } from './trim-form.ts';

const optionLists = { towns: [option('oslo'), option('bergen')], unread: [option('x')] };
const words = {
  nb: { 'option.oslo': 'Oslo by', 'option.bergen': 'Bergen by', 'option.a': 'Ja', greeting: 'Hei' },
  nn: { 'option.a': 'Jau', greeting: 'Hei du' },
  en: { 'option.a': 'Yes' },
};

/** Two pages: what is read stands on the first, what reads on the second. */
function pagesOf(...conditions: FormComponent['hidden'][]): FormPage[] {
  const page = (id: string, components: FormComponent[]) => ({
    id,
    textResourceBindings: { title: id },
    components,
  });
  const read = [
    question('town', 'Dropdown', { optionsId: 'towns' }),
    question('choice', 'RadioButtons', { options: [option('a'), option('b')] }),
    question('day', 'Datepicker'),
    question('gone', 'Input', { hidden: true }),
  ];
  const reads = conditions.map((hidden, index) => question(`q${index}`, 'Input', { hidden }));
  return formSchema.parse({ pages: [page('first', read), page('second', reads)] }).pages;
}

const definition = (pages: FormPage[]) => ({ pages, optionLists, texts: words });
const formIn = (language: Language, ...conditions: FormComponent['hidden'][]): Form =>
  formOfDefinition(definition(pagesOf(...conditions)), { language });
const answers = answersOf({ town: 'oslo', choice: 'a', day: '2026-05-17', gone: 'x' });

/** Which of the conditions hold, on the server and in the browser, which must be the same. */
function verdicts(form: Form): boolean[] {
  const { pages, problems } = resolveForm(form, answers);
  expect(problems).toEqual([]);
  const sent = JSON.parse(JSON.stringify(trimForm(form, 'second'))) as Form;
  const inBrowser = pageNodes(sent, 'second', answers, 'en').map(({ component }) => component.id);
  return (pages[1]?.components ?? []).map(({ id, hidden }) => {
    expect(inBrowser.includes(id), id).toBe(!hidden);
    return hidden;
  });
}

describe('what a condition knows besides answers', () => {
  it('is the language that the case was begun in, and texts in it', () => {
    const conditions: FormComponent['hidden'][] = [
      ['equals', ['language'], 'nn'],
      ['equals', ['text', 'greeting'], 'Hei du'],
      ['equals', ['text', 'greeting'], 'Hei'],
      ['equals', ['text', 'no.such.text'], 'no.such.text'],
      ['equals', ['formatDate', ['dataModel', 'Skjema.day']], '17/05/2026'],
    ];
    expect(verdicts(formIn('nb', ...conditions))).toEqual([false, false, true, true, false]);
    expect(verdicts(formIn('nn', ...conditions))).toEqual([true, true, false, true, false]);
  });

  it('is labels of option lists and answers as people read them', () => {
    const conditions: FormComponent['hidden'][] = [
      ['equals', ['optionLabel', 'towns', ['component', 'town']], 'Oslo by'],
      ['equals', ['optionLabel', 'towns', 'nowhere'], null],
      ['equals', ['displayValue', 'town'], 'Oslo by'],
      ['equals', ['displayValue', 'choice'], 'Ja'],
      ['equals', ['displayValue', 'choice'], 'Yes'],
      ['equals', ['displayValue', 'day'], '17.05.2026'],
      ['equals', ['displayValue', 'gone'], null],
    ];
    expect(verdicts(formIn('nb', ...conditions))).toEqual([true, true, true, true, false, true, true]);
    expect(verdicts(formIn('en', ...conditions))).toEqual([true, true, true, false, true, false, true]);
  });

  it('is what the one who fills in may do', () => {
    const may = ['read', 'write', 'confirm', 'sign', 'reject', 'pay'];
    const asked = may.map((action): FormComponent['hidden'] => ['authContext', action]);
    expect(verdicts(formIn('nb', ...asked))).toEqual([true, true, false, false, false, false]);
  });

  it('goes to the browser only where a condition reads it', () => {
    expect(formIn('nb', ['equals', ['component', 'town'], 'oslo']).facts).toEqual({
      language: 'nb',
      texts: {},
      optionLists: {},
    });
    const read = formIn('nb', ['equals', ['optionLabel', 'towns', 'oslo'], ['text', 'greeting']]);
    expect(read.facts?.optionLists).toEqual({ towns: optionLists.towns });
    expect(Object.keys(read.facts?.texts ?? {})).toEqual(['greeting', 'option.oslo', 'option.bergen']);
  });

  it('is demanded in every language like other texts', () => {
    const pricing = { currency: 'NOK', includesVat: false, dateBasis: 'submitted', rules: [] } as const;
    const reads = pagesOf(['equals', ['optionLabel', 'unread', 'x'], ['text', 'greeting']]);
    expect(serviceTextKeys({ ...definition(reads), pricing: { ...pricing, rules: [] } }, false)).toEqual(
      expect.arrayContaining(['greeting', 'option.x']),
    );
  });

  it('is told of as a problem in a form that belongs to no case', () => {
    const pages = pagesOf(['equals', ['language'], 'nb'], ['equals', ['displayValue', 'town'], 'x']);
    expect(resolveForm({ pages }, answers).problems.map(({ where }) => where)).toEqual(['q0', 'q1']);
  });
});
