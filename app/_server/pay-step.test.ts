import { expect, it } from 'vitest';
import { paySituationWords } from './pay-step.tsx';

it('says that nothing is taken only of a payment page that was left by its way out', () => {
  const titleOf = (declined: boolean, problem?: string) =>
    paySituationWords({ kind: 'open', declined }, problem)?.title;
  expect(titleOf(false)).toBe('payment.notTold');
  expect(titleOf(false, 'left')).toBe('payment.notFinished');
  expect(titleOf(true)).toBe('payment.declined');
  expect(titleOf(true, 'left')).toBe('payment.declined');
  // What the address says counts for nothing else.
  expect(paySituationWords({ kind: 'unknown' }, 'left')?.title).toBe('payment.waiting');
  expect(paySituationWords({ kind: 'pay' }, 'left')).toBeUndefined();
});
