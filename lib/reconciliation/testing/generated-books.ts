import fc from 'fast-check';
import type { Books } from '../compare/compare-books.ts';
import { draftOf, terms } from './draft.ts';
import { healthy } from './healthy.ts';
import { injections } from './injections.ts';

/** Books of one agreement, and exactly what is to be found in them: `kind subject`, sorted. */
export interface GeneratedBooks {
  books: Books;
  expected: string[];
}

/** Healthy books of many kinds of payments, some of them with one injected difference. */
export const generatedBooks: fc.Arbitrary<GeneratedBooks> = fc
  .record({
    asOf: fc.constantFrom('2026-03-30', '2026-04-01', '2026-12-31', '2027-01-01'),
    delayDays: fc.integer({ min: 0, max: 9 }),
    seeds: fc.array(
      fc.record({
        amountMinor: fc.integer({ min: 100, max: 5_000_000 }),
        daysAgo: fc.integer({ min: 21, max: 60 }),
        parts: fc.integer({ min: 1, max: 3 }),
        health: fc.constantFrom(...healthy),
        injection: fc.option(fc.constantFrom(...injections), { freq: 2 }),
      }),
      { maxLength: 25 },
    ),
  })
  .chain(({ asOf, delayDays, seeds }) => {
    const agreed = { ...terms, delayDays };
    const drafts = seeds.map((seed, at) => draftOf(at, seed, agreed, asOf));
    const expected = drafts.flatMap((draft, at) => {
      const { injection, health } = seeds[at] ?? {};
      if (injection) return injection.inject(draft);
      health?.change(draft);
      return [];
    });
    return fc
      .tuple(
        shuffled(drafts.map(({ ours }) => ours)),
        shuffled(drafts.flatMap(({ lines }) => lines)),
        fc.constant(drafts.flatMap(({ unpaid }) => unpaid)),
      )
      .map(([payments, lines, unpaid]) => ({
        books: { payments, lines, unpaid, terms: agreed, asOf },
        expected: expected.sort(),
      }));
  });

function shuffled<T>(items: readonly T[]): fc.Arbitrary<T[]> {
  return fc.shuffledSubarray([...items], { minLength: items.length });
}
