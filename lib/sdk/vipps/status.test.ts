import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveStatus, PAYMENT_STATUSES, type Payment, readSums } from './index.ts';
import { payment } from './testing/wire.ts';

const of = (state: string, sums: Parameters<typeof payment>[0] = {}) =>
  deriveStatus(payment(sums, { state }) as unknown as Payment);

describe('deriveStatus', () => {
  it.each([
    ['CREATED', {}, 'CREATED'],
    ['ABORTED', {}, 'ABORTED'],
    ['EXPIRED', {}, 'EXPIRED'],
    ['TERMINATED', { cancelled: 60000 }, 'TERMINATED'],
    ['AUTHORIZED', { authorized: 60000 }, 'AUTHORIZED'],
    ['AUTHORIZED', {}, 'AUTHORIZED'],
    ['AUTHORIZED', { authorized: 60000, cancelled: 100 }, 'AUTHORIZED'],
    ['AUTHORIZED', { authorized: 60000, cancelled: 60000 }, 'CANCELLED'],
    ['AUTHORIZED', { authorized: 60000, captured: 100 }, 'PARTIALLY_CAPTURED'],
    ['AUTHORIZED', { authorized: 60000, captured: 100, cancelled: 59900 }, 'PARTIALLY_CAPTURED'],
    ['AUTHORIZED', { authorized: 60000, captured: 60000 }, 'CAPTURED'],
    ['AUTHORIZED', { authorized: 60000, captured: 60000, refunded: 1 }, 'PARTIALLY_REFUNDED'],
    ['AUTHORIZED', { authorized: 60000, captured: 60000, refunded: 60000 }, 'REFUNDED'],
    ['AUTHORIZED', { authorized: 60000, captured: 100, cancelled: 59900, refunded: 100 }, 'REFUNDED'],
    ['SOMETHING_NEW', {}, 'UNKNOWN'],
    ['SOMETHING_NEW', { authorized: 60000, captured: 60000 }, 'CAPTURED'],
    ['toString', {}, 'UNKNOWN'],
  ])('%s %j is %s', (state, sums, status) => {
    expect(of(state, sums)).toBe(status);
  });

  it('never calls captured money open, failed or cancelled, whatever the state says', () => {
    const sum = fc.nat(100_000);
    const state = fc.oneof(
      fc.constantFrom('CREATED', 'AUTHORIZED', 'ABORTED', 'EXPIRED', 'TERMINATED'),
      fc.string(),
    );
    fc.assert(
      fc.property(state, sum, sum, sum, sum, (word, authorized, captured, refunded, cancelled) => {
        const status = of(word, { authorized, captured, refunded, cancelled });
        expect(PAYMENT_STATUSES).toContain(status);
        expect(/CAPTURED|REFUNDED/.test(status)).toBe(captured > 0);
      }),
    );
  });
});

describe('readSums', () => {
  it('tells what is left to capture and to refund, never less than nothing', () => {
    const sums = { authorized: 60000, captured: 20000, refunded: 5000, cancelled: 10000 };
    expect(readSums(payment(sums) as unknown as Payment)).toEqual({
      ...sums,
      capturable: 30000,
      refundable: 15000,
    });
    expect(readSums(payment({ captured: 1, refunded: 2 }) as unknown as Payment)).toMatchObject({
      capturable: 0,
      refundable: 0,
    });
  });
});
