import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/core/language.ts';
import { messages } from '@/lib/texts/messages.ts';
import { translator } from '@/lib/texts/translate.ts';
import { plainWording } from './plain-wording.ts';

describe.each(languages)('plainWording (%s)', (language) => {
  const texts = Object.fromEntries(
    (['validation', 'form'] as const).flatMap((area) =>
      Object.entries(messages[language][area]).map(([key, text]) => [`${area}.${key}`, text]),
    ),
  );

  it.each(['1', '2'])('says every text as the real formatter does, with %s', (number) => {
    const values = {
      date: '17. mai',
      label: 'Navn',
      min: number,
      max: number,
      length: number,
      extra: number,
      count: number,
      step: number,
      steps: number,
      name: 'x',
      amount: 'y',
      files: 'z',
    };
    const real = translator(language);
    const plain = plainWording(language, texts);
    for (const key of Object.keys(texts)) expect(plain.dynamic(key, values)).toBe(real.dynamic(key, values));
  });
});
