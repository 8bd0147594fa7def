import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answer, type Answers, getAnswer } from '@/lib/core/answers.ts';
import { translator } from '@/lib/texts/translate.ts';
import { runs } from '@/scripts/testing/property-runs.ts';
import { answersSchema } from './answers-schema.ts';
import { changeRows } from './change-rows.ts';
import type { Form, FormComponent } from './component.ts';
import { pathOf } from './component-path.ts';
import { instancesOf } from './component-tree.ts';
import { describeAnswers } from './describe.ts';
import { errorSentence } from './error-sentence.ts';
import { formFacts } from './form-facts.ts';
import { formSchema } from './form-schema.ts';
import { readPage } from './read-page.ts';
import { resolveForm } from './resolve-form.ts';
import { readRowChange } from './row-change.ts';
import { shownName } from './shown-name.ts';
import { submittedAnswers } from './submitted-answers.ts';
import { validateForm, validatePage } from './validate.ts';

const option = (value: string) => ({ value, label: value });
const serviceText = (key: string): string => key;

/** Conditions about the own row, an outer row, the outside, a component, and some that have no value. */
const condition = fc.constantFrom<FormComponent['hidden']>(
  undefined,
  undefined,
  true,
  ['equals', ['dataModel', 'R.A'], 'x'],
  ['notEquals', ['dataModel', 'R.S.C'], null],
  ['equals', ['component', 'a'], 'x'],
  ['equals', ['dataModel', 'Out'], 'x'],
  ['greaterThan', ['dataModel', 'R.A'], 1],
  ['equals', ['dataModel', 'R[1].A'], 'x'],
  ['equals', ['language'], 'nn'],
  ['equals', ['displayValue', 'b'], ['text', 'x']],
  ['equals', ['optionLabel', 'liste', ['component', 'c']], 'X'],
);
const conditions = fc.record({ hidden: condition, required: condition, readOnly: condition });

function question(id: string, path: string, type = 'Input'): FormComponent {
  return {
    id,
    type,
    textResourceBindings: { title: id },
    dataModelBindings: { simpleBinding: path },
    ...(type === 'Input' ? {} : { options: [option('x'), option('y')] }),
  };
}

const rowSettings = fc.oneof(
  fc.record({ minCount: fc.integer({ min: 0, max: 2 }), maxCount: fc.integer({ min: 2, max: 3 }) }),
  fc.record({ hiddenRow: condition }),
);

/** `out`, then rows of `a`, a group with `b`, and inner rows of `c`; each with conditions of its own. */
const anyForm = fc
  .tuple(fc.array(conditions, { minLength: 7, maxLength: 7 }), rowSettings, rowSettings)
  .map(([list, outer, inner]): Form => {
    const [out, r, a, g, b, s, c] = list;
    const group = (id: string, path: string, children: FormComponent[]): FormComponent => ({
      id,
      type: 'RepeatingGroup',
      textResourceBindings: { title: id },
      dataModelBindings: { group: path },
      children,
    });
    const components = [
      { ...question('out', 'Out'), ...out },
      {
        ...group('r', 'R', [
          { ...question('a', 'R.A'), ...a },
          { id: 'g', type: 'Group', children: [{ ...question('b', 'R.B', 'Checkboxes'), ...b }], ...g },
          { ...group('s', 'R.S', [{ ...question('c', 'R.S.C', 'RadioButtons'), ...c }]), ...s, ...inner },
        ]),
        ...r,
        ...outer,
      },
    ];
    const page = { id: 'one', textResourceBindings: { title: 'one' }, components };
    const { pages } = formSchema.parse({ pages: [page] });
    return { pages, facts: formFacts(pages, { liste: [option('x')] }, 'nn', (key) => key.toUpperCase()) };
  });

const leaf: fc.Arbitrary<Answer> = fc.constantFrom(
  'x',
  'y',
  '',
  '12',
  '\ufffd',
  null,
  true,
  ['x'],
  ['x', 'x'],
  {},
  [],
);
const junk: fc.Arbitrary<Answer> = fc.oneof(leaf, fc.constant('tull'), fc.constant<Answer>([['x']]));
const innerRows = fc.oneof(
  { weight: 5, arbitrary: fc.array(fc.record({ C: leaf }, { requiredKeys: [] }), { maxLength: 4 }) },
  { weight: 1, arbitrary: junk },
);
const row = fc.oneof(
  { weight: 6, arbitrary: fc.record({ A: leaf, B: leaf, S: innerRows, Extra: leaf }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: junk },
);
const anyAnswers = fc.record(
  {
    Out: leaf,
    R: fc.oneof({ weight: 5, arbitrary: fc.array(row, { maxLength: 5 }) }, { weight: 1, arbitrary: junk }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

const index = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom('0', '1', '2', '7') },
  { weight: 1, arbitrary: fc.constantFrom('199', '200', '12345', '999999999999') },
);
const name = fc.oneof(
  fc.constantFrom(
    'out',
    'r',
    's',
    'a',
    'g',
    '__proto__',
    'r[',
    'r[]',
    'r[0',
    'r[-1].a',
    'r[0][0].a',
    'constructor',
  ),
  fc
    .tuple(
      fc.constantFrom('r', 'out', 's', '__proto__'),
      index,
      fc.constantFrom('', '.a', '.b', '.s', '.g', '.__proto__'),
    )
    .map(([group, at, rest]) => `${group}[${at}]${rest}`),
  fc
    .tuple(index, index, fc.constantFrom('', '.c', '.a'))
    .map(([outer, inner, rest]) => `r[${outer}].s[${inner}]${rest}`),
);
const anyPost = fc
  .tuple(
    fc.dictionary(
      name,
      fc.array(fc.constantFrom('x', 'y', '', '1 000', '\u0000', '\ud800', 'z'.repeat(600)), { maxLength: 2 }),
      {
        maxKeys: 12,
      },
    ),
    fc.option(fc.array(name, { maxLength: 12 }), { nil: undefined }),
  )
  .map(([posted, shown]): Record<string, string[]> => (shown ? { ...posted, [shownName]: shown } : posted));

describe('whatever is stored and posted', () => {
  it('is read, judged and told of without a crash, and what is hidden or locked stays as it was', () => {
    fc.assert(
      fc.property(anyForm, anyAnswers, anyPost, (form, before, posted) => {
        const { answers } = readPage(form, 'one', before, posted);
        const [page] = resolveForm(form, answers).pages;
        const sentences = validatePage(form, 'one', answers).map((error) =>
          errorSentence(form, error, translator('nb'), serviceText),
        );
        expect(sentences.every((sentence) => sentence.length > 5)).toBe(true);
        describeAnswers(form, answers, { wording: translator('nn'), serviceText });
        const isSettled = resolveForm(form, answers).problems.every(
          ({ message }) => !message.includes('circle'),
        );
        for (const each of page && isSettled ? instancesOf(page) : []) {
          const path = pathOf(each);
          if (path === undefined || !(each.hidden || each.readOnly)) continue;
          // A row that went took its answers along; nothing new may have come.
          const now = getAnswer(answers, path);
          if (now !== undefined) expect(getAnswer(before, path), each.id).toEqual(now);
        }
      }),
      runs(120),
    );
  }, 120_000);

  it('is handed in without anything hidden, and the judge agrees with the errors that people see', () => {
    let accepted = 0;
    fc.assert(
      fc.property(anyForm, anyAnswers, (form, given) => {
        const submitted = submittedAnswers(form, given);
        const errors = validateForm(form, given);
        const judged = answersSchema(form, given).safeParse(submitted);
        const codes = errors.map(({ code }) => code).sort();
        if (judged.success) {
          accepted += 1;
          expect(codes).toEqual([]);
        } else expect(judged.error.issues.map(({ message }) => message).sort()).toEqual(codes);
        expect(JSON.stringify(submitted)).not.toContain('Extra');
      }),
      runs(400),
    );
    expect(accepted).toBeGreaterThan(20);
  }, 120_000);

  it('keeps within the bounds of a group, whatever is pressed', () => {
    const press = fc.constantFrom(
      'add-row:r',
      'remove-row:r[0]',
      'add-row:r[0].s',
      'remove-row:r[1].s[0]',
      'remove-row:r[9]',
    );
    fc.assert(
      fc.property(anyForm, fc.array(press, { maxLength: 8 }), (form, actions) => {
        let answers: Answers = {};
        for (const action of actions) {
          const change = readRowChange(action);
          if (change) answers = changeRows(form, 'one', answers, change);
        }
        const rows = (answers.R ?? []) as Answers[];
        const max = form.pages[0]?.components[1]?.maxCount ?? 200;
        expect(rows.length).toBeLessThanOrEqual(max);
        expect(rows.every((each) => !Array.isArray(each) && typeof each === 'object')).toBe(true);
      }),
      runs(200),
    );
  });
});
