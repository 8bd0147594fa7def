import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { languages } from '@/lib/core/language.ts';
import { translator } from '@/lib/texts/translate.ts';
import { answersSchema } from './answers-schema.ts';
import { pathOf } from './component-path.ts';
import { componentsOf } from './component-tree.ts';
import { describeAnswers } from './describe.ts';
import { errorSentence } from './error-sentence.ts';
import { everyField } from './every-field.test-helper.ts';
import { withParts } from './expand-pages.ts';
import { fields } from './fields/registry.ts';
import { formOf } from './form.test-helper.ts';
import { type Naughty, naughty, naughtyNames } from './naughty.test-helper.ts';
import { readPage } from './read-page.ts';
import { validateForm } from './validate.ts';

const form = { pages: withParts(formOf(...everyField()).pages) };
const controls = form.pages
  .flatMap(componentsOf)
  .filter((component) => pathOf(component) !== undefined && component.readOnly !== true);

/** The same text in every control of the page. */
function fill(text: string): Answers {
  return readPage(form, 'one', {}, Object.fromEntries(controls.map(({ id }) => [id, [text]]))).answers;
}

const lost: Naughty[] = ['nul', 'control', 'loneSurrogate', 'replacement'];
const tooLong: Naughty[] = ['long', 'tooLongForAnything'];

describe.each(naughtyNames)('%s', (name) => {
  const answers = fill(naughty[name]);
  const codes = new Map(validateForm(form, answers).map(({ componentId, code }) => [componentId, code]));

  it('in every control is kept so that it can be stored, and comes back as it is stored', () => {
    const stored = JSON.stringify(answers);
    expect(stored).not.toMatch(/\\u0000|\\ud[89a-f]/);
    expect(stored).not.toMatch(/\p{Surrogate}/u);
    const again = Object.fromEntries(
      controls.map((component) => {
        const path = (pathOf(component) ?? '').split('.');
        // biome-ignore lint/suspicious/noExplicitAny: a walk through a document of any shape
        const answer = path.reduce<any>((node, key) => node?.[key], answers);
        return [component.id, fields.get(component.type).inputValue(answer, component, 'nb')];
      }),
    );
    expect(readPage(form, 'one', answers, again).answers).toEqual(answers);
  });

  it('is a clear error, or is shown as text', () => {
    for (const language of languages) {
      const wording = translator(language);
      const serviceText = (key: string) => key;
      for (const error of validateForm(form, answers))
        expect(errorSentence(form, error, wording, serviceText)).not.toContain('validation.');
      const [page] = describeAnswers(form, answers, { wording, serviceText });
      expect(page?.rows.every(({ value }) => typeof value === 'string')).toBe(true);
    }
    const judged = answersSchema(form, answers).safeParse(answers);
    expect(judged.error?.issues.map(({ path, message }) => [path[0], message]) ?? []).toEqual([...codes]);
  });

  it('is judged as the type says', () => {
    const text = lost.includes(name) ? 'characters' : tooLong.includes(name) ? 'tooLong' : undefined;
    const isEmpty = name === 'blanks';
    expect(codes.get('tInput')).toBe(text);
    expect(codes.get('ftext')).toBe(text);
    expect(codes.get('tTextArea')).toBe(name === 'long' ? undefined : text);
    for (const choice of ['tRadioButtons', 'tDropdown', 'tCheckboxes', 'tMultipleSelect'])
      expect(codes.get(choice), choice).toBe('option');
    for (const strict of ['fdate', 'fphone', 'ffnr', 'forgNumber', 'faccount', 'fpostcode', 'fkid', 'femail'])
      expect(codes.has(strict), strict).toBe(!isEmpty);
    for (const strict of ['tDatepicker', 'tTimePicker', 'tAddress-zipCode', 'tPersonLookup-number'])
      expect(codes.has(strict), strict).toBe(!isEmpty);
    for (const number of ['fnumber', 'finteger', 'fmoney'])
      expect(codes.has(number), number).toBe(!isEmpty && name !== 'negativeZero');
  });
});

it('tries every control that there is', () => {
  expect(controls.length).toBeGreaterThan(25);
  expect(new Set(controls.map(({ type }) => type)).size).toBe(
    fields.all().filter(({ collects }) => collects === 'answer').length,
  );
});
