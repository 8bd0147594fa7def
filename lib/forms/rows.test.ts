import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { pathInRow } from '@/lib/expressions/row.ts';
import { translator } from '@/lib/texts/translate.ts';
import { answersSchema } from './answers-schema.ts';
import { changeRows, focusAfter } from './change-rows.ts';
import type { FormComponent } from './component.ts';
import { instancesOf } from './component-tree.ts';
import { blocksOf, describeAnswers } from './describe.ts';
import { errorSentence } from './error-sentence.ts';
import { formSchema } from './form-schema.ts';
import { readPage } from './read-page.ts';
import { resolveForm, visibleForm } from './resolve-form.ts';
import { readRowChange } from './row-change.ts';
import { definedId } from './row-path.ts';
import { submittedAnswers } from './submitted-answers.ts';
import { goods, questionAt, rows, rowText, three } from './testing/goods.ts';
import { formOf } from './testing/questions.ts';
import { validateForm, validatePage } from './validate.ts';

const pageOf = (...components: FormComponent[]) => ({
  pages: [{ id: 'one', textResourceBindings: { title: 'page.one' }, components }],
});

describe('paths and ids in rows', () => {
  it('mean the row they stand in', () => {
    const within = [
      { group: 'Varer', index: 1 },
      { group: 'Varer.Deler', index: 0 },
    ];
    expect(pathInRow('Varer.Deler.Navn', within)).toBe('Varer[1].Deler[0].Navn');
    expect(pathInRow('Varer.Navn', within)).toBe('Varer[1].Navn');
    expect(pathInRow('Varer[0].Navn', within)).toBe('Varer[0].Navn');
    expect(pathInRow('VarerUt.Navn', within)).toBe('VarerUt.Navn');
    expect(pathInRow('Tittel', within)).toBe('Tittel');
    expect(definedId('vare[1].del[0].delnavn')).toBe('delnavn');
    expect(definedId('vare[1]')).toBe('vare');
  });
});

describe('conditions in rows', () => {
  it('are decided for each row by itself, from data model and component', () => {
    const [page] = visibleForm(goods, three).pages;
    expect(page && instancesOf(page).map(({ id, required }) => (required ? `${id}!` : id))).toEqual([
      'tittel',
      'vare',
      ...['navn!', 'mer', 'type', 'skilt!', 'del'].map((id) => `vare[0].${id}`),
      ...[0, 1].flatMap((row) => [`vare[0].del[${row}].delnavn!`, `vare[0].del[${row}].antall`]),
      ...['navn!', 'mer', 'type', 'del'].map((id) => `vare[1].${id}`),
      ...['navn!', 'mer', 'type', 'skilt!', 'del'].map((id) => `vare[2].${id}`),
    ]);
  });

  it('tell what is wrong by row', () => {
    const errors = validateForm(goods, three);
    expect(errors.map(({ componentId, path, code }) => [componentId, path, code])).toEqual([
      ['vare[0].del[0].delnavn', 'Varer[0].Deler[0].Navn', 'required'],
      ['vare[2].navn', 'Varer[2].Navn', 'required'],
      ['vare[2].skilt', 'Varer[2].Skilt', 'required'],
    ]);
    const sentences = errors.map((error) => errorSentence(goods, error, translator('nb'), rowText));
    expect(sentences.slice(0, 2)).toEqual(['Vare 1: Del 1: Fyll ut delnavn.title', 'Vare 3: Fyll ut Navn']);
  });

  it('hide rows, and hand in the rest without gaps', () => {
    const form = formOf(
      rows(
        'r',
        'R',
        [questionAt('a', 'R.A'), questionAt('b', 'R.B', { hidden: ['equals', ['dataModel', 'R.A'], 'x'] })],
        {
          hiddenRow: ['equals', ['dataModel', 'R.A'], 'bort'],
        },
      ),
      questionAt('sist', 'Sist', { hidden: ['notEquals', ['dataModel', 'R[0].A'], null] }),
    );
    const answers: Answers = {
      R: [
        { A: 'bort', B: '1' },
        { A: 'x', B: '2' },
        { A: 'y', B: '3' },
      ],
      Sist: 'z',
    };
    expect(resolveForm(form, answers).problems).toEqual([]);
    expect(submittedAnswers(form, answers)).toEqual({ R: [{ A: 'x' }, { A: 'y', B: '3' }], Sist: 'z' });
    expect(answersSchema(form, answers).safeParse(submittedAnswers(form, answers)).success).toBe(true);
  });

  it('hide and lock all that is inside', () => {
    const inside = [questionAt('a', 'R.A', { required: true })];
    const hidden = formOf(rows('r', 'R', inside, { hidden: true }));
    expect(submittedAnswers(hidden, { R: [{ A: 'x' }] })).toEqual({});
    expect(validateForm(hidden, { R: [{}] })).toEqual([]);
    expect(readPage(hidden, 'one', { R: [{ A: 'x' }] }, { 'r[0].a': ['y'] }).answers).toEqual({
      R: [{ A: 'x' }],
    });
    const outside = formOf(
      rows('r', 'R', inside, { hidden: true }),
      questionAt('b', 'B', { hidden: ['equals', ['dataModel', 'R[0].A'], null] }),
    );
    expect(submittedAnswers(outside, { R: [{ A: 'x' }], B: 'y' })).toEqual({});
    const locked = formOf(rows('r', 'R', inside, { readOnly: true }));
    expect(
      readPage(locked, 'one', { R: [{ A: 'x' }] }, { 'r[0].a': ['y'], 'r[1].a': ['z'] }).answers,
    ).toEqual({
      R: [{ A: 'x' }],
    });
    expect(
      changeRows(locked, 'one', { R: [{ A: 'x' }] }, { kind: 'remove', groupId: 'r', index: 0 }),
    ).toEqual({
      R: [{ A: 'x' }],
    });
  });
});

describe('readPage', () => {
  it('reads rows as the page showed them, and keeps what it did not show', () => {
    const before: Answers = {
      Varer: [{ Navn: 'Duster', Skilt: 'skjult', Fra: 'register' }, { Navn: 'Sult' }],
    };
    const posted = {
      _shown: [
        'tittel',
        'vare',
        'vare[0]',
        'vare[0].navn',
        'vare[0].type',
        'vare[0].del',
        'vare[0].del[0]',
        'vare[0].del[0].antall',
      ],
      'vare[0].navn': ['Kadett'],
      'vare[0].skilt': ['tuklet'],
      'vare[0].del[0].antall': ['1 000'],
      'vare[7].navn': ['utenfor'],
    };
    expect(readPage(goods, 'one', before, posted).answers).toEqual({
      Varer: [{ Navn: 'Kadett', Skilt: 'skjult', Fra: 'register', Deler: [{ Antall: '1000' }] }],
    });
  });

  it('leaves a group alone that was not on the page', () => {
    expect(readPage(goods, 'one', three, { _shown: ['tittel'], tittel: ['T'] }).answers).toEqual({
      ...three,
      Tittel: 'T',
    });
  });

  it('answers 10,000 rows fast, keeps one more than there may be, and says so', () => {
    const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, row) => [`vare[${row}].navn`, ['x']]));
    const { answers } = readPage(goods, 'one', {}, many);
    expect(answers.Varer).toHaveLength(201);
    expect(validatePage(goods, 'one', answers)[0]).toMatchObject({
      componentId: 'vare',
      code: 'tooManyRows',
      values: { max: '3', extra: '198' },
    });
    const nested = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, row) => [`vare[${row % 100}].del[${row}].antall`, ['1']]),
    );
    expect(validatePage(goods, 'one', readPage(goods, 'one', {}, nested).answers)[0]?.code).toBe(
      'tooManyRows',
    );
    expect(readPage(goods, 'one', {}, { 'vare[999999999].navn': ['x'] }).answers.Varer).toHaveLength(201);
  });
});

describe('changeRows', () => {
  const press = (answers: Answers, action: string) => {
    const change = readRowChange(action);
    return change ? changeRows(goods, 'one', answers, change) : answers;
  };

  it('adds and removes at every level, within bounds', () => {
    const one = press({}, 'add-row:vare');
    expect(one).toEqual({ Varer: [{}] });
    expect(press(one, 'add-row:vare[0].del')).toEqual({ Varer: [{ Deler: [{}] }] });
    expect(press(three, 'add-row:vare')).toBe(three);
    expect(press(three, 'remove-row:vare[1]').Varer).toEqual([
      (three.Varer as Answers[])[0],
      (three.Varer as Answers[])[2],
    ]);
    expect(press(one, 'remove-row:vare[0]')).toEqual({});
    for (const action of [
      'add-row:ukjent',
      'remove-row:vare[9]',
      'add-row:tittel',
      'remove-row:vare',
      'next',
    ])
      expect(press(three, action)).toBe(three);
  });

  it('leads to the first question of the new row', () => {
    const one = press({}, 'add-row:vare');
    expect(focusAfter(goods, 'one', one, { kind: 'add', groupId: 'vare' })).toBe('vare[0].navn');
    expect(focusAfter(goods, 'one', {}, { kind: 'remove', groupId: 'vare', index: 0 })).toBe('vare');
  });

  it('keeps the rows that must be there', () => {
    const form = formOf(rows('r', 'R', [questionAt('a', 'R.A', { required: true })], { minCount: 1 }));
    expect(validateForm(form, {}).map(({ componentId }) => componentId)).toEqual(['r[0].a']);
    expect(submittedAnswers(form, {})).toEqual({ R: [{}] });
    expect(changeRows(form, 'one', { R: [{}] }, { kind: 'remove', groupId: 'r', index: 0 })).toEqual({
      R: [{}],
    });
    expect(changeRows(form, 'one', {}, { kind: 'add', groupId: 'r' })).toEqual({ R: [{}, {}] });
  });
});

it('a row that holds nothing is told of', () => {
  const form = formOf(rows('r', 'R', [questionAt('a', 'R.A'), questionAt('b', 'R.B')]));
  expect(validateForm(form, { R: [{ B: 'x' }, {}] })).toMatchObject([
    { componentId: 'r[1].a', code: 'emptyRow' },
  ]);
});

it('describeAnswers names the rows', () => {
  const [page] = describeAnswers(goods, three, { wording: translator('nb'), serviceText: rowText });
  expect(blocksOf(page?.rows ?? []).map(({ heading, rows: list }) => [heading, list.length])).toEqual([
    ['', 1],
    ['Vare 1', 3],
    ['Vare 1: Del 1', 2],
    ['Vare 1: Del 2', 2],
    ['Vare 2', 2],
    ['Vare 3', 3],
  ]);
});

describe('a definition', () => {
  const refuses = (...components: unknown[]) =>
    !formSchema.safeParse(pageOf(...(components as FormComponent[]))).success;
  const inside = [questionAt('a', 'R.A')];

  it('is refused when its tree cannot work', () => {
    expect(refuses(rows('r', 'R', inside))).toBe(false);
    expect(refuses(rows('r', 'R', inside), questionAt('a', 'A'))).toBe(true);
    expect(refuses(rows('r', 'R', [questionAt('a', 'Annet.A')]))).toBe(true);
    expect(refuses(rows('r', 'R', inside), questionAt('b', 'R.B'))).toBe(true);
    expect(refuses(rows('r', 'R', inside), rows('s', 'R', [questionAt('b', 'R.B')]))).toBe(true);
    expect(refuses({ ...rows('r', 'R', inside), dataModelBindings: {} })).toBe(true);
    expect(refuses(rows('r', 'R', inside, { minCount: 2, maxCount: 1 }))).toBe(true);
    expect(refuses(rows('r', 'R', inside, { maxCount: 201 }))).toBe(true);
    expect(refuses(questionAt('a', 'A', { children: inside }))).toBe(true);
    expect(refuses(rows('r', 'R', [{ ...questionAt('f', 'R.F'), type: 'FileUpload' }]))).toBe(true);
    expect(refuses({ id: 's', type: 'Summary', target: { type: 'page', id: 'borte' } })).toBe(true);
    expect(refuses({ id: 's', type: 'Summary', target: { type: 'page', id: 'one' } })).toBe(false);
    expect(
      refuses({ id: 'k', type: 'ButtonGroup', children: [{ id: 'n', type: 'NavigationButtons' }] }),
    ).toBe(false);
    expect(refuses(questionAt('b', 'B', { hidden: ['equals', ['component', 'borte'], 1] }))).toBe(true);
  });

  it('is refused when it is nested without end, not with a crash', () => {
    let deep: unknown = { id: 'x', type: 'Group' };
    for (let level = 0; level < 5_000; level += 1)
      deep = { id: `g${level}`, type: 'Group', children: [deep] };
    expect(refuses(deep)).toBe(true);
  });
});
