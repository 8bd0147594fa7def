import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  deriveStatus,
  isInstrument,
  lastFailedAttempt,
  orderReferenceOf,
  PAYMENT_ORDER_STATUSES,
  PayexUsageError,
  readSums,
  type StatusSource,
} from './index.ts';

const paid = (transactionType: string, amount = 100) => ({ id: '/p', amount, transactionType });
const list = (...transactions: [string, number][]) => ({
  id: '/f',
  list: transactions.map(([type, amount]) => ({ id: '/t', type, amount })),
});

describe('deriveStatus', () => {
  const table: [string, StatusSource][] = [
    ['INITIALIZED', { status: 'Initialized' }],
    ['ABORTED', { status: 'Aborted' }],
    ['FAILED', { status: 'Failed' }],
    ['CANCELLED', { status: 'Cancelled' }],
    ['REVERSED', { status: 'Reversed' }],
    ['UNKNOWN', { status: 'SomethingNew' }],
    [
      'AUTHORIZED',
      { status: 'Paid', paid: paid('Authorization'), financialTransactions: list(['Authorization', 100]) },
    ],
    [
      'CAPTURED',
      { status: 'Paid', paid: paid('Authorization'), financialTransactions: list(['Capture', 100]) },
    ],
    [
      'PARTIALLY_CAPTURED',
      {
        status: 'Paid',
        remainingCaptureAmount: 60,
        paid: paid('Authorization'),
        financialTransactions: list(['Capture', 40]),
      },
    ],
    // The rest was released, so nothing more will come.
    [
      'CAPTURED',
      {
        status: 'Paid',
        paid: paid('Authorization'),
        financialTransactions: list(['Capture', 40], ['Cancellation', 60]),
      },
    ],
    ['CAPTURED', { status: 'Paid', paid: paid('Sale'), financialTransactions: list() }],
    ['CAPTURED', { status: 'paid', paid: paid('sale'), financialTransactions: list(['Sale', 100]) }],
    [
      'PARTIALLY_REVERSED',
      { status: 'Paid', paid: paid('Sale'), financialTransactions: list(['Sale', 100], ['Reversal', 1]) },
    ],
  ];

  it.each(table)('%s for %j', (status, order) => {
    expect(deriveStatus(order)).toBe(status);
  });

  it('does not guess from what was not expanded', () => {
    for (const source of [
      { status: 'Paid', paid: { id: '/p' }, financialTransactions: list() },
      { status: 'Paid', paid: paid('Sale'), financialTransactions: { id: '/f' } },
      { status: 'Paid' },
    ]) {
      expect(() => deriveStatus(source)).toThrow(PayexUsageError);
    }
  });

  it('answers every expanded payment order with one known status, and counts a sale once', () => {
    const transactions = fc.array(
      fc.tuple(
        fc.constantFrom('Authorization', 'Sale', 'Capture', 'Cancellation', 'Reversal', 'Other'),
        fc.nat(9),
      ),
    );
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('Paid', 'Initialized', 'Reversed', 'Cancelled'),
        fc.constantFrom('Sale', 'Authorization'),
        transactions,
        (word, status, type, items) => {
          const source = { status, paid: paid(type), financialTransactions: list(...items) };
          expect(PAYMENT_ORDER_STATUSES).toContain(deriveStatus(source));
          const sums = readSums(source);
          const captures = items.filter(([name]) => name === 'Capture').reduce((sum, [, n]) => sum + n, 0);
          if (type === 'Sale') expect(sums.captured).toBe(100 + captures);
          expect(PAYMENT_ORDER_STATUSES).toContain(deriveStatus({ ...source, status: `x${word}` }));
        },
      ),
    );
  });
});

it('knows instruments by any case, and an invoice by its first word', () => {
  expect(isInstrument('Creditcard', 'CreditCard')).toBe(true);
  expect(isInstrument('Invoice', 'Invoice-PayExFinancingNo')).toBe(true);
  expect(isInstrument('Vipps', 'Swish')).toBe(false);
  expect(isInstrument(undefined, 'Swish')).toBe(false);
});

it('finds our reference and the last failure', () => {
  expect(orderReferenceOf({ payeeInfo: { id: '/i', orderReference: 'a' } })).toBe('a');
  expect(orderReferenceOf({ reversed: { id: '/r', amount: 1, orderReference: 'b' } })).toBe('b');
  expect(orderReferenceOf({})).toBeUndefined();
  const failedAttempts = { id: '/a', list: [{ status: 'Failed' }, { status: 'Aborted' }] };
  expect(lastFailedAttempt({ failedAttempts })?.status).toBe('Aborted');
  expect(lastFailedAttempt({})).toBeUndefined();
});
