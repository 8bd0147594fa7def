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

  it('knows every explanation that a rule or tier can give, in every language', () => {
    const sources = readdirSync(new URL('./rules/', import.meta.url)).map((file) =>
      readFileSync(new URL(`./rules/${file}`, import.meta.url), 'utf8'),
    );
    const plain = sources.flatMap((source) =>
      [...source.matchAll(/'pricing\.(\w+)'/g)].map((match) => match[1] ?? ''),
    );
    const bands = ['Tier', 'Band'].flatMap((kind) =>
      ['All', 'UpTo', 'Between', 'Above'].flatMap((where) =>
        ['', 'Unit'].map((unit) => `explain${kind}${where}${unit}`),
      ),
    );
    const keys = [...new Set([...plain, 'explainCountIncluded', 'explainCountUnitIncluded', ...bands])];
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
    };
    for (const language of languages)
      for (const key of keys) expect(explain(key, values, language)).not.toContain('pricing.');
    expect(
      Object.keys(messages.nb.pricing)
        .filter((key) => key.startsWith('explain'))
        .sort(),
    ).toEqual(keys.sort());
  });
});
