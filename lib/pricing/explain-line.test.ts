import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/core/language.ts';
import { messages } from '@/lib/texts/messages.ts';
import { translator } from '@/lib/texts/translate.ts';
import { explainLine } from './explain-line.ts';

const serviceText = (key: string): string => ({ 'unit.class': 'klasser', 'unit.litre': 'liter' })[key] ?? key;
const explain = (key: string, values: Record<string, string>, language: (typeof languages)[number] = 'nb') =>
  explainLine(
    { explanation: { key: `pricing.${key}`, values: { currency: 'NOK', ...values } } },
    translator(language),
    serviceText,
  ).replaceAll('\u00a0', ' ');

describe('explainLine', () => {
  it('reads like a sentence', () => {
    expect(explain('explainCountUnit', { count: '3', unitMinor: '80000', unitText: 'unit.class' })).toBe(
      '3 klasser × 800,00 kr',
    );
    expect(explain('explainCountUnit', { count: '12500.5', unitMinor: '23.5', unitText: 'unit.litre' })).toBe(
      '12 500,5 liter × 0,235 kr',
    );
    expect(explain('explainCount', { count: '3', unitMinor: '80000' }, 'en')).toBe('3 × NOK 800.00');
    expect(explain('explainBandBetween', { count: '50', unitMinor: '200', from: '100', upTo: '150' })).toBe(
      '50 × 2,00 kr (over 100 til og med 150)',
    );
  });

  it('says the row, the rounding and since when a rate counts around a rule’s own words', () => {
    const count = { count: '3', unitMinor: '80000', unitText: 'unit.class' };
    expect(explain('explainCountUnit', { ...count, row: '2' })).toBe('Rad 2: 3 klasser × 800,00 kr');
    expect(explain('explainFixed', { row: '2.1', row1Text: 'Dag', rowText: 'rom' })).toBe(
      'Dag 2, rom 1: Fast beløp',
    );
    expect(explain('explainCountUnit', { ...count, row: '2.1', rowText: 'unit.class' }, 'nn')).toBe(
      'klasser 2.1: 3 klasser × 800,00 kr',
    );
    expect(explain('explainFixed', { rateFrom: '2027-01-01' })).toBe('Fast beløp (sats fra 1. januar 2027)');
    expect(explain('explainFixed', { rateFrom: '2027-01-01' }, 'en')).toBe(
      'Fixed amount (rate from 1 January 2027)',
    );
    const percentage = { percent: '2.5', baseMinor: '12000000', floorMinor: '120000' };
    expect(explain('explainPercentageAtLeast', percentage)).toBe('2,5 % av 120 000,00 kr, minst 1 200,00 kr');
    expect(
      explain('explainPercentageAtLeast', { ...percentage, rounded: 'whole_down', row: '1' }, 'nn'),
    ).toBe('Rad 1: 2,5 % av 120 000,00 kr, minst 1 200,00 kr, runda ned til heilt beløp');
    expect(explain('explainDiscountPercent', { percent: '10', sumMinor: '320000' })).toBe(
      '10 % av 3 200,00 kr trekkes fra',
    );
  });

  it('knows every explanation that a rule or tier can give, in every language', () => {
    const sources = readdirSync(new URL('./rules/', import.meta.url)).map((file) =>
      readFileSync(new URL(`./rules/${file}`, import.meta.url), 'utf8'),
    );
    const around = readFileSync(new URL('./explain-line.ts', import.meta.url), 'utf8');
    const plain = [...sources, around].flatMap((source) =>
      [...source.matchAll(/'pricing\.(\w+)'/g)].map((match) => match[1] ?? ''),
    );
    const bands = ['Tier', 'Band'].flatMap((kind) =>
      ['All', 'UpTo', 'Between', 'Above'].flatMap((where) =>
        ['', 'Unit'].map((unit) => `explain${kind}${where}${unit}`),
      ),
    );
    const percentages = ['', 'AtLeast', 'AtMost', 'Between'].map((bounds) => `explainPercentage${bounds}`);
    const kinds = ['Text', 'Number'];
    const tables = [...kinds, ...kinds.flatMap((one) => kinds.map((two) => one + two))].map(
      (kind) => `explainTable${kind}`,
    );
    const keys = [
      ...new Set([
        ...plain,
        'explainCountIncluded',
        'explainCountUnitIncluded',
        ...bands,
        ...percentages,
        ...tables,
      ]),
    ];
    const values = {
      count: '3',
      unitMinor: '100',
      unitText: 'unit.class',
      included: '1',
      charged: '2',
      amountMinor: '5',
      optionText: 'o',
      from: '1',
      upTo: '2',
      sumMinor: '3',
      percent: '2.5',
      baseMinor: '100',
      floorMinor: '1',
      capMinor: '9',
      first: '1',
      second: '2',
      firstText: 'a',
      secondText: 'b',
      rows: '2',
      row: '2',
      rowText: 'r',
      explained: 'x',
      date: 'd',
    };
    for (const language of languages)
      for (const key of keys)
        expect(translator(language).dynamic(`pricing.${key}`, values)).not.toContain('pricing.');
    expect(
      Object.keys(messages.nb.pricing)
        .filter((key) => key.startsWith('explain'))
        .sort(),
    ).toEqual(keys.sort());
  });
});
