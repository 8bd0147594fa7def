import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/core/language.ts';
import { messages } from '@/lib/texts/messages.ts';
import { translator } from '@/lib/texts/translate.ts';
import { definitionFor } from '@/lib/workflow/testing/definition-for.ts';
import { parseDefinition } from './parse-definition.ts';
import { isProblemCode, problemValues } from './problem.ts';
import { problemInWords } from './problem-in-words.ts';

const variants = [{ id: 'submit_and_pay', fill: true, steps: ['pay'] }];

describe.each(languages)('in %s', (language) => {
  const t = translator(language);

  it.each(Object.entries(problemValues))('%s has a sentence with its values in it', (code, names) => {
    if (!isProblemCode(code)) throw new Error(code);
    expect(messages[language].definition).toHaveProperty(code);
    const values = Object.fromEntries((names as readonly string[]).map((name) => [name, `${name}-value`]));
    const words = problemInWords({ path: 'pages', code, values, message: 'Technical' }, {}, t);
    for (const value of Object.values(values)) expect(words).toContain(value);
    expect(words).not.toMatch(/definition\.|Technical|[{}]/);
  });
});

describe('where a problem is', () => {
  const t = translator('nb');
  const document = () => structuredClone(definitionFor('submit_and_pay', 'prove'));
  const wordsOf = (json: unknown) => {
    const parsed = parseDefinition(json, { variants });
    return parsed.ok ? [] : parsed.problems.map((problem) => problemInWords(problem, json, t));
  };

  it('is told by page, question and field', () => {
    const json = document();
    const [page] = json.pages;
    Object.assign(page?.components[0] ?? {}, { maxLength: 0 });
    expect(wordsOf(json)).toEqual([
      'Siden «Side», «Antall», lengste svar: Tallet er for lite. Det må være minst 1.',
    ]);
  });

  it('is told of a price rule by its name', () => {
    const json = document();
    Object.assign(json.pricing.rules[0] ?? {}, { unitMinor: 'x' });
    expect(wordsOf(json)[0]).toMatch(/^Priser, prisregelen «Gebyr»: Beløpene/);
  });

  it('is told of a text by language and what the text is', () => {
    const json = document();
    json.texts.nn = { ...json.texts.nn, 'service.title': '' };
    expect(wordsOf(json)).toEqual(['Nynorsk, «Tittel»: Teksten mangler. Skriv den.']);
  });

  it.each<[string, (json: ReturnType<typeof document>) => void, RegExp]>([
    ['a text too long', ({ texts }) => Object.assign(texts.nb, { page: 'x'.repeat(20_001) }), /20000 tegn/],
    [
      'what is missing',
      (json) => Object.assign(json.deadlines, { draftDays: undefined }),
      /^Frister, dager til utfylling: Må fylles ut/,
    ],
    ['an unknown field', (json) => Object.assign(json, { invented: 1 }), /^Tjenesten: .*«invented»/],
    [
      'a value of no list',
      (json) => Object.assign(json.payment, { capture: 'later' }),
      /^Betaling, når pengene trekkes: Verdien/,
    ],
    [
      'a condition',
      ({ pages }) => Object.assign(pages[0] ?? {}, { hidden: ['sing'] }),
      /^Siden «Side», når spørsmålet er skjult: Regelen/,
    ],
    [
      'a condition that nothing can answer',
      ({ pages }) => Object.assign(pages[0]?.components[0] ?? {}, { hidden: ['value'] }),
      /^Skjemaet: «Antall» har en regel som spør etter «value»/,
    ],
    [
      'a pattern',
      ({ pages }) => Object.assign(pages[0]?.components[0] ?? {}, { pattern: '(' }),
      /«Antall», mønsteret: Mønsteret/,
    ],
    [
      'a component without its field',
      ({ pages }) => Object.assign(pages[0]?.components[0] ?? {}, { dataModelBindings: {} }),
      /«Antall»: Noe som trengs/,
    ],
    [
      'a component used twice',
      ({ pages }) => pages[0]?.components.push(...(pages[0]?.components ?? [])),
      /^Skjemaet: «Antall» er brukt to ganger/,
    ],
    [
      'an unknown type of component',
      ({ pages }) => Object.assign(pages[0]?.components[0] ?? {}, { type: 'Piano' }),
      /«Antall», type: Verdien/,
    ],
    [
      'a party named twice',
      (json) => Object.assign(json, { actingParties: ['person', 'person'] }),
      /^Hvem som kan bruke tjenesten: Det samme/,
    ],
    [
      'an unknown variant',
      (json) => Object.assign(json, { variant: 'dance' }),
      /^Stegene i tjenesten: «dance»/,
    ],
  ])('%s', (_, damage, words) => {
    const json = document();
    damage(json);
    expect(wordsOf(json)[0]).toMatch(words);
  });

  it('survives anything', () => {
    for (const json of [
      null,
      1,
      [],
      { pages: 7 },
      { pages: [null, { id: 1, components: [{}] }], texts: { nb: 3 } },
    ])
      for (const words of wordsOf(json)) expect(words).not.toMatch(/undefined|definition\./);
  });
});
