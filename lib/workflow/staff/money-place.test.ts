import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paymentStatuses } from './list-payments.ts';
import { type MoneyFacts, moneyPlace } from './money-place.ts';

const facts = (change: Partial<MoneyFacts>): MoneyFacts => ({
  status: 'captured',
  amountMinor: 300,
  authorizedMinor: 300,
  capturedMinor: 300,
  refundedMinor: 0,
  chargedBackMinor: 0,
  problem: false,
  unknown: false,
  heldMinor: 0,
  returningMinor: 0,
  unsettledMinor: 0,
  returnFailed: false,
  ...change,
});
const nothing = { authorizedMinor: 0, capturedMinor: 0 };

describe('where the money is', () => {
  it.each<[string, Partial<MoneyFacts>, number]>([
    ['delivered', {}, 300],
    ['held', { heldMinor: 300 }, 300],
    ['going_back', { returningMinor: 300 }, 300],
    ['unsettled', { returningMinor: 300, unsettledMinor: 300 }, 300],
    ['charged_back', { chargedBackMinor: 200 }, 200],
    ['returned', { status: 'refunded', refundedMinor: 300 }, 300],
    ['partly_returned', { status: 'partially_refunded', refundedMinor: 100 }, 200],
    ['return_failed', { returnFailed: true }, 300],
    ['reserved', { status: 'authorized', capturedMinor: 0 }, 300],
    ['released', { status: 'voided', ...nothing }, 300],
    ['not_yet', { status: 'pending', ...nothing }, 300],
    ['never', { status: 'cancelled', ...nothing }, 300],
    ['unknown', { status: 'pending', unknown: true, ...nothing }, 300],
    ['mismatch', { problem: true, unknown: true }, 300],
  ])('%s', (place, change, amountMinor) => {
    expect(moneyPlace(facts(change))).toEqual({ place, amountMinor });
  });

  it('is never called returned or never taken while some of it is left', () => {
    const amount = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(
        fc.constantFrom(...paymentStatuses),
        fc.record({ captured: amount, refunded: amount, held: amount, returning: amount }),
        fc.record({ problem: fc.boolean(), unknown: fc.boolean(), returnFailed: fc.boolean() }),
        (status, { captured, refunded, held, returning }, flags) => {
          const refundedMinor = Math.min(captured, refunded);
          const { place, amountMinor } = moneyPlace(
            facts({
              status,
              capturedMinor: captured,
              refundedMinor,
              heldMinor: held,
              returningMinor: returning,
              ...flags,
            }),
          );
          expect(amountMinor).toBeGreaterThanOrEqual(0);
          if (captured > refundedMinor)
            expect(['returned', 'never', 'released', 'not_yet']).not.toContain(place);
          if (flags.problem) expect(place).toBe('mismatch');
        },
      ),
    );
  });
});
