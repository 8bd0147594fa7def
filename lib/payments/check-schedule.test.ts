import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addSeconds } from '@/lib/core/clock.ts';
import { lateCheck, nextCheck, nextTry } from './check-schedule.ts';

const start = new Date('2026-03-10T10:00:00Z');
const seconds = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 1000;

describe('rule 6: when the provider is asked again', () => {
  it.each([
    [0, 30],
    [599, 30],
    [600, 120],
    [3600, 900],
    [86_400, 10_800],
    [365 * 86_400, 10_800],
    [-60, 30],
  ])('at an age of %i s: in %i s', (age, wait) => {
    const now = addSeconds(start, age);
    expect(seconds(now, nextCheck(now, start))).toBe(wait);
  });

  it('backs off and never stops', () => {
    fc.assert(
      fc.property(fc.nat(1e8), fc.nat(1e8), (one, other) => {
        const wait = (age: number) =>
          seconds(addSeconds(start, age), nextCheck(addSeconds(start, age), start));
        const [younger, older] = [Math.min(one, other), Math.max(one, other)];
        expect(wait(older)).toBeGreaterThanOrEqual(wait(younger));
        expect(wait(older)).toBeLessThanOrEqual(10_800);
      }),
    );
  });

  it('one that is closed, and may be paid all the same, ever more seldom, and for a month', () => {
    const wait = (age: number) => {
      const now = addSeconds(start, age);
      const next = lateCheck(now, start);
      return next && seconds(now, next);
    };
    const month = 30 * 86_400;
    expect([-60, 0, 59, 61, 3600, month, month + 1].map(wait)).toEqual([60, 60, 60, 61, 3600, month, null]);
  });

  it('an operation is tried again after seconds first, hourly at last', () => {
    expect([0, 1, 2, 5, 9, 10, 1000].map((tries) => seconds(start, nextTry(start, tries)))).toEqual([
      5, 10, 20, 160, 2560, 3600, 3600,
    ]);
  });
});
