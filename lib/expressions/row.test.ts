import { describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { answersContext } from './answers-context.ts';
import { evaluate } from './evaluate.ts';
import { pathInRow, type Row } from './row.ts';

const rows: Row[] = [
  { group: 'Firma', index: 1 },
  { group: 'Firma.Ansatte', index: 0 },
];

describe('pathInRow', () => {
  it.each([
    ['Firma.Navn', 'Firma[1].Navn'],
    ['Firma.Ansatte.Alder', 'Firma[1].Ansatte[0].Alder'],
    ['Firma.Ansatte', 'Firma[1].Ansatte'],
    ['Firma', 'Firma'],
    ['Firma[0].Navn', 'Firma[0].Navn'],
    ['Firma[0].Ansatte.Alder', 'Firma[0].Ansatte.Alder'],
    ['Firma.Ansatte[2].Alder', 'Firma[1].Ansatte[2].Alder'],
    ['Annet.Navn', 'Annet.Navn'],
    ['Firmaer.Navn', 'Firmaer.Navn'],
  ])('reads %s as %s', (path, wanted) => expect(pathInRow(path, rows)).toBe(wanted));
});

describe('answersContext in a row', () => {
  const answers: Answers = {
    Firma: [{ Navn: 'A' }, { Navn: 'B', Ansatte: [{ Alder: '24' }, { Alder: '14' }] }],
  };

  it('looks up what belongs to the row', () => {
    const context = answersContext(answers, { row: rows });
    expect(evaluate(['dataModel', 'Firma.Navn'], context)).toBe('B');
    expect(evaluate(['greaterThanEq', ['dataModel', 'Firma.Ansatte.Alder'], 18], context)).toBe(true);
    expect(evaluate(['dataModel', 'Firma[0].Navn'], context)).toBe('A');
  });

  it('finds nothing in a group without saying which row', () => {
    expect(evaluate(['dataModel', 'Firma.Navn'], answersContext(answers))).toBe(null);
  });

  it('names the path of the row when a number is missing', () => {
    const context = {
      ...answersContext(answers, { row: [{ group: 'Firma', index: 0 }] }),
      missingNumbers: 'refuse',
    } as const;
    expect(() => evaluate(['plus', ['dataModel', 'Firma.Antall'], 1], context)).toThrow(
      expect.objectContaining({ code: 'missing', paths: ['Firma[0].Antall'] }),
    );
  });
});
