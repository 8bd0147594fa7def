import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIXTURES_ABSENT, fixtureFiles } from './fixtures.test-helper.ts';
import { deriveStatus, PAYMENT_STATUSES, type StatusSource } from './status.ts';

describe('deriveStatus', () => {
  const table: [string, StatusSource][] = [
    ['NEW', { summary: {} }],
    ['NEW', {}],
    ['RESERVED', { summary: { reservedAmount: 100 } }],
    ['CHARGED', { summary: { reservedAmount: 100, chargedAmount: 100 } }],
    ['CHARGED', { summary: { chargedAmount: 100 } }],
    [
      'PARTIALLY_CHARGED',
      { summary: { reservedAmount: 100, chargedAmount: 80, refundedAmount: 0, cancelledAmount: 20 } },
    ],
    ['PARTIALLY_REFUNDED', { summary: { reservedAmount: 100, chargedAmount: 100, refundedAmount: 40 } }],
    ['REFUNDED', { summary: { reservedAmount: 100, chargedAmount: 100, refundedAmount: 100 } }],
    ['CANCELLED', { summary: { reservedAmount: 100, cancelledAmount: 100 } }],
    ['TERMINATED', { summary: {}, terminated: '2026-01-05T10:00:00Z' }],
    ['RESERVED', { summary: { reservedAmount: 100 }, terminated: '2026-01-05T10:00:00Z' }],
    [
      'PENDING_REFUND',
      {
        summary: { reservedAmount: 100, chargedAmount: 100, refundedAmount: 40 },
        refunds: [{ refundId: 'a', amount: 40, state: 'Pending' }],
      },
    ],
    [
      'REFUNDED',
      {
        summary: { reservedAmount: 100, chargedAmount: 100, refundedAmount: 100 },
        refunds: [{ refundId: 'a', amount: 100, state: 'Pending' }],
      },
    ],
    [
      'CHARGED',
      {
        summary: { reservedAmount: 100, chargedAmount: 100 },
        refunds: [{ refundId: 'a', amount: 100, state: 'Failed' }],
      },
    ],
  ];

  it.each(table)('%s for %j', (status, payment) => {
    expect(deriveStatus(payment)).toBe(status);
  });

  it('measures refunds against the reservation, as the provider does', () => {
    expect(deriveStatus({ summary: { chargedAmount: 100, refundedAmount: 100 } })).toBe('PARTIALLY_REFUNDED');
  });

  it('answers every payment with exactly one known status', () => {
    const amount = fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined });
    const payment = fc.record({
      summary: fc.record({
        reservedAmount: amount,
        chargedAmount: amount,
        refundedAmount: amount,
        cancelledAmount: amount,
      }),
      refunds: fc.option(
        fc.array(
          fc.record({
            refundId: fc.constant('r'),
            amount: fc.nat(),
            state: fc.option(fc.string(), { nil: undefined }),
          }),
        ),
        { nil: undefined },
      ),
      terminated: fc.option(fc.constant('2026-01-05T10:00:00Z'), { nil: undefined }),
    });
    fc.assert(
      fc.property(payment, (source) => {
        const status = deriveStatus(source);
        expect(PAYMENT_STATUSES).toContain(status);
        const {
          reservedAmount = 0,
          chargedAmount = 0,
          refundedAmount = 0,
          cancelledAmount = 0,
        } = source.summary;
        if (status === 'CHARGED') {
          expect(chargedAmount).toBeGreaterThan(0);
          expect(refundedAmount).toBe(0);
        }
        if (status === 'NEW' || status === 'TERMINATED') {
          expect([reservedAmount, chargedAmount, refundedAmount]).toEqual([0, 0, 0]);
        }
        if (status === 'CANCELLED') expect(cancelledAmount).toBe(reservedAmount);
      }),
    );
  });
});

describe('deriveStatus on the provider SDK’s fixtures', () => {
  const files = fixtureFiles('replies');
  if (files.length === 0) it.skip(FIXTURES_ABSENT, () => undefined);
  for (const { name, text } of files) {
    it(name, () => {
      // The expected status is the last word before `.json` in the file's name.
      expect(deriveStatus(JSON.parse(text).payment)).toBe(name.split('.').at(-2));
    });
  }
});
