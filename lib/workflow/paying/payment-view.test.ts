import { describe, expect, it } from 'vitest';
import { situationOf } from './payment-view.ts';

const attempt = (status: string, failure: string | null = null) => ({
  status,
  failure,
  problem: null,
  unknownSince: null,
});

describe('why the payer may pay again', () => {
  it.each([
    ['cancelled', null, 'cancelled'],
    ['expired', null, 'expired'],
    ['voided', null, 'released'],
    ['failed', null, 'declined'],
    ['failed', 'capture_refused', 'capture_refused'],
    ['failed', 'method_not_allowed', 'method_not_allowed'],
    ['refunded', null, 'refunded'],
    ['partially_refunded', null, 'partially_refunded'],
    ['failed', 'given_back', 'given_back'],
  ])('%s, %s', (status, failure, because) => {
    expect(situationOf(attempt(status, failure))).toEqual({ kind: 'pay', because });
  });

  it('no reason before anything was tried', () => {
    expect(situationOf(null)).toEqual({ kind: 'pay' });
  });
});
