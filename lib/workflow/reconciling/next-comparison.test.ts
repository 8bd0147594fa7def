import { expect, it } from 'vitest';
import { nextComparison } from './next-comparison.ts';

it.each([
  ['2026-03-10T10:00:00Z', '2026-03-11T04:00:00.000Z'],
  // Just after one night's, and just before midnight in Oslo.
  ['2026-03-11T04:00:00Z', '2026-03-12T04:00:00.000Z'],
  ['2026-12-31T22:30:00Z', '2027-01-01T04:00:00.000Z'],
  ['2026-12-31T23:30:00Z', '2027-01-02T04:00:00.000Z'],
  // The nights when the clocks change.
  ['2026-03-28T12:00:00Z', '2026-03-29T04:00:00.000Z'],
  ['2026-03-29T12:00:00Z', '2026-03-30T03:00:00.000Z'],
  ['2026-10-24T12:00:00Z', '2026-10-25T03:00:00.000Z'],
  ['2026-10-25T12:00:00Z', '2026-10-26T04:00:00.000Z'],
])('after %s the next is %s', (now, next) => {
  expect(nextComparison(new Date(now)).toISOString()).toBe(next);
});
