import { describe, expect, it } from 'vitest';
import type { Form } from './component.ts';
import { formSchema } from './form-schema.ts';
import { resolveForm, visibleForm } from './resolve-form.ts';
import { submittedAnswers } from './submitted-answers.ts';
import { answersOf, dataModel, formOf, option, question } from './testing/questions.ts';
import { validateForm } from './validate.ts';

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
