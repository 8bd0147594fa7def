import { describe, expect, it } from 'vitest';
import type { FlexWinStatus, TransactionInfo } from '@/lib/sdk/dibs/flexwin/index.ts';
import { holdsMoney, toEvidence } from './evidence.ts';

const promised = { reference: 'KV-1', amountMinor: 60_000, currency: 'NOK' as const };
const info = (change: Partial<TransactionInfo> = {}): TransactionInfo => ({
  transact: '250525',
  status: 'authorised',
  statusCode: 2,
  orderId: 'KV-1',
  amountMinor: 60_000,
  currency: 'NOK',
  ...change,
});

describe('what a status means for the money', () => {
  it.each<[FlexWinStatus, string, number, number]>([
    ['authorised', 'authorized', 60_000, 0],
    ['capture_sent', 'authorized', 60_000, 0],
    ['capture_pending', 'authorized', 60_000, 0],
    ['capture_declined', 'authorized', 60_000, 0],
    ['captured', 'captured', 60_000, 60_000],
    ['capture_balanced', 'captured', 60_000, 60_000],
    ['partially_refunded', 'captured', 60_000, 60_000],
    ['refund_declined', 'captured', 60_000, 60_000],
    ['authorisation_deleted', 'cancelled', 0, 0],
    ['declined', 'open', 0, 0],
    ['declined_by_dibs', 'open', 0, 0],
    ['inserted', 'unknown', 0, 0],
    ['waiting_for_shop', 'unknown', 0, 0],
    ['multicap_open', 'unknown', 0, 0],
    ['unknown', 'unknown', 0, 0],
  ])('%s', (status, state, authorizedMinor, capturedMinor) => {
    expect(toEvidence(info({ status }), promised)).toEqual({
      state,
      authorizedMinor,
      capturedMinor,
      // A part may have gone back, or all of it: no sum is told, so none is concluded.
      refundedMinor: 0,
      amountMinor: 60_000,
      currency: 'NOK',
      reference: 'KV-1',
    });
  });

  it('is handed on as it is told, where it is not what was promised', () => {
    expect(toEvidence(info({ amountMinor: 59_900 }), promised)).toMatchObject({ authorizedMinor: 59_900 });
    expect(toEvidence(info({ currency: 'SEK', orderId: 'KV-2' }), promised)).toMatchObject({
      currency: 'SEK',
      reference: 'KV-2',
    });
  });

  it('a fee is in the sum or beside it: either way it is ours that must come out', () => {
    for (const amountMinor of [60_000, 61_000])
      expect(toEvidence(info({ amountMinor, feeMinor: 1_000 }), promised).amountMinor).toBe(60_000);
    expect(toEvidence(info({ amountMinor: 60_500, feeMinor: 1_000 }), promised).amountMinor).toBe(60_500);
  });

  it('what is left out is no answer', () => {
    for (const missing of ['amountMinor', 'currency', 'orderId'])
      expect(() => toEvidence(info({ [missing]: undefined }), promised)).toThrow();
  });
});

it('a transaction is the payment of its order when it holds money, and nobody knows while it is under way', () => {
  expect(
    ['authorised', 'captured', 'authorisation_deleted'].every((status) => holdsMoney({ status } as never)),
  ).toBe(true);
  expect(holdsMoney({ status: 'declined' })).toBe(false);
  for (const status of ['inserted', 'unknown'] as const) expect(() => holdsMoney({ status })).toThrow();
});
