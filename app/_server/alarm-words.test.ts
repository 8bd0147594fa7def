import { describe, expect, it } from 'vitest';
import { alarmValueNames } from '@/lib/audit/alarm-kinds.ts';
import { languages } from '@/lib/core/language.ts';
import { messages } from '@/lib/texts/messages.ts';
import { translator } from '@/lib/texts/translate.ts';
import { alarmWords } from './alarm-words.ts';

const values = {
  rule: 'Gebyr',
  what: 'amount',
  action: 'refund',
  code: '4711',
  count: '12',
  agreement: 'Betalingsavtalen',
  amount: { amountMinor: 12_300, currency: 'NOK' },
  expected: { amountMinor: 100, currency: 'NOK' },
  told: { amountMinor: 9_900, currency: 'SEK' },
};

describe.each(languages)('an alarm in %s', (language) => {
  const t = translator(language);
  const kinds = Object.entries(alarmValueNames);

  it.each(kinds)('%s has a name and says what to do, with everything that goes into it', (kind, names) => {
    expect(messages[language].alarm).toHaveProperty(kind);
    const { title, text } = alarmWords({ kind, values }, t);
    expect(title).not.toMatch(/alarm\.|[{}_]/);
    expect(text).not.toMatch(/alarm\.|[{}_–]/);
    for (const name of names as readonly string[])
      if (['rule', 'code', 'count', 'agreement'].includes(name))
        expect(text).toContain(values[name as 'rule' | 'code' | 'count' | 'agreement']);
    if ((names as readonly string[]).includes('amount')) expect(text).toMatch(/123[.,]00/);
  });

  it.each(kinds)('%s reads as a sentence also without its values', (kind) => {
    expect(alarmWords({ kind, values: {} }, t).text.length).toBeGreaterThan(20);
  });

  it('of a kind that is no more never shows its code', () => {
    expect(alarmWords({ kind: 'from_long_ago', values: null }, t).title).toBe(t('alarm.unknown'));
  });
});
