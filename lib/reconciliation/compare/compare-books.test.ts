import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runs } from '@/scripts/testing/property-runs.ts';
import { terms } from '../testing/draft.ts';
import { generatedBooks } from '../testing/generated-books.ts';
import { injections } from '../testing/injections.ts';
import { feeFor } from './agreed-fee.ts';
import { paymentChecks } from './checks/registry.ts';
import { type Books, compareBooks } from './compare-books.ts';
import { differenceKinds } from './difference.ts';

const named = (books: Books) => compareBooks(books).map(({ kind, subject }) => `${kind} ${subject}`);

describe('the comparison of reports with payments and cases', () => {
  it('finds exactly what was injected, and nothing in what is healthy', () => {
    fc.assert(
      fc.property(generatedBooks, ({ books, expected }) => {
        expect(named(books).sort()).toEqual(expected);
      }),
      runs(400),
    );
  });

  it('finds the same in books that are cut into parts by payment', () => {
    fc.assert(
      fc.property(generatedBooks, ({ books, expected }) => {
        const of = (reference: string | null, paymentId: string | null) =>
          books.payments.find((one) => one.reference === reference) ??
          books.payments.find((one) => paymentId !== null && one.paymentId === paymentId);
        const parts = books.payments.flatMap((payment) =>
          named({
            ...books,
            payments: [payment],
            lines: books.lines.filter((line) => of(line.reference, line.paymentId) === payment),
            unpaid: [],
          }),
        );
        const rest = named({
          ...books,
          payments: [],
          lines: books.lines.filter((line) => !of(line.reference, line.paymentId)),
        });
        expect([...parts, ...rest].sort()).toEqual(expected);
      }),
      runs(100),
    );
  });

  it('is tried with every kind, and every kind has somebody who looks for it', () => {
    expect(new Set(injections.map(({ kind }) => kind))).toEqual(new Set(differenceKinds));
    const alone = ['unknown_reference', 'delivered_not_captured'];
    expect([...paymentChecks.map(({ kind }) => kind), ...alone].sort()).toEqual([...differenceKinds].sort());
  });

  it('names a fee by the agreement to the øre', () => {
    expect(feeFor({ fixedMinor: 125, basisPoints: 120 }, 59_980)).toBe(125 + 720);
    expect(feeFor({ fixedMinor: 0, basisPoints: 125 }, 20)).toBe(0);
    expect(feeFor({ fixedMinor: 0, basisPoints: 125 }, 40)).toBe(1);
  });

  it('says nothing of empty books', () => {
    expect(compareBooks({ payments: [], lines: [], unpaid: [], terms, asOf: '2026-12-31' })).toEqual([]);
  });
});
