import { describe, expect, it } from 'vitest';
import { deriveTransactionStatus, type PaymentInfo, readTerminalReturn } from './index.ts';
import { ID } from './testing/wire.ts';

const order = { amount: 100, currency: 'NOK', orderNumber: 'sak-1', fee: 0, total: 100 };
const nothing = { amountCaptured: 0, amountCredited: 0, annulled: false, authorized: false };

describe('deriveTransactionStatus', () => {
  it.each<[string, Partial<PaymentInfo['summary']>, PaymentInfo['error']?]>([
    ['REGISTERED', {}],
    ['FAILED', {}, { responseCode: '99' }],
    ['AUTHORIZED', { authorized: true }],
    // The capture failed; the money is held all the same.
    ['AUTHORIZED', { authorized: true }, { operation: 'Capture', responseCode: '99' }],
    ['ANNULLED', { annulled: true }],
    ['ANNULLED', { annulled: true, authorized: true }],
    ['PARTIALLY_CAPTURED', { authorized: true, amountCaptured: 99 }],
    ['CAPTURED', { authorized: true, amountCaptured: 100 }],
    ['CAPTURED', { amountCaptured: 100 }],
    ['PARTIALLY_CREDITED', { authorized: true, amountCaptured: 100, amountCredited: 1 }],
    ['CREDITED', { authorized: true, amountCaptured: 100, amountCredited: 100 }],
  ])('%s for %j', (status, summary, error) => {
    expect(deriveTransactionStatus({ order, summary: { ...nothing, ...summary }, error })).toBe(status);
  });
});

describe('readTerminalReturn', () => {
  it.each([
    ['OK', 'ok'],
    ['Cancel', 'cancelled'],
    ['99', 'failed'],
  ])('%s', (responseCode, outcome) => {
    const query = { transactionId: ID, responseCode };
    expect(readTerminalReturn(query)).toEqual({ ...query, outcome });
    expect(readTerminalReturn(new URLSearchParams(query))).toEqual({ ...query, outcome });
  });

  it('is none without both', () => {
    expect(readTerminalReturn({ transactionId: ID })).toBeUndefined();
    expect(readTerminalReturn({ responseCode: 'OK' })).toBeUndefined();
  });
});
