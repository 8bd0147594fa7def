import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, endOfOsloDay, osloDate, osloYear } from './clock.ts';

describe('rule 15: legal dates are Oslo’s', () => {
  it.each([
    // 31 December 23:30 in Oslo is still the old year, 30 minutes before midnight in UTC+1.
    ['2026-12-31T22:30:00Z', '2026-12-31', 2026],
    ['2026-12-31T22:59:59.999Z', '2026-12-31', 2026],
    ['2026-12-31T23:00:00Z', '2027-01-01', 2027],
    // Clocks go forward: the hour after midnight of 29 March.
    ['2026-03-28T23:30:00Z', '2026-03-29', 2026],
    ['2026-03-29T21:59:59Z', '2026-03-29', 2026],
    ['2026-03-29T22:00:00Z', '2026-03-30', 2026],
    // And back: 25 October has 25 hours.
    ['2026-10-24T22:00:00Z', '2026-10-25', 2026],
    ['2026-10-25T22:59:59Z', '2026-10-25', 2026],
    ['2026-10-25T23:00:00Z', '2026-10-26', 2026],
  ])('%s is %s', (instant, date, year) => {
    expect(osloDate(new Date(instant))).toBe(date);
    expect(osloYear(new Date(instant))).toBe(year);
  });

  it.each([
    ['2026-01-10T10:00:00Z', 0, '2026-01-10T22:59:59.000Z'],
    ['2026-07-10T10:00:00Z', 0, '2026-07-10T21:59:59.000Z'],
    ['2026-03-28T10:00:00Z', 1, '2026-03-29T21:59:59.000Z'],
    ['2026-03-29T00:30:00Z', 0, '2026-03-29T21:59:59.000Z'],
    ['2026-10-24T10:00:00Z', 1, '2026-10-25T22:59:59.000Z'],
    ['2026-10-25T00:30:00Z', 0, '2026-10-25T22:59:59.000Z'],
    ['2026-12-31T22:30:00Z', 0, '2026-12-31T22:59:59.000Z'],
    ['2026-12-31T23:30:00Z', 0, '2027-01-01T22:59:59.000Z'],
    ['2026-12-20T10:00:00Z', 14, '2027-01-03T22:59:59.000Z'],
    ['2028-02-28T10:00:00Z', 1, '2028-02-29T22:59:59.000Z'],
  ])('a deadline from %s in %i days ends at %s', (instant, days, end) => {
    expect(endOfOsloDay(new Date(instant), days).toISOString()).toBe(end);
  });

  it('a deadline is the last second of its Oslo day, whatever the day', () => {
    const instant = fc.date({
      min: new Date('2024-01-01T00:00:00Z'),
      max: new Date('2035-12-31T00:00:00Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 400 }), (now, days) => {
        const end = endOfOsloDay(now, days);
        const after = new Date(end.getTime() + 1000);
        expect(osloDate(after)).not.toBe(osloDate(end));
        expect(end.getTime()).toBeGreaterThan(addDays(now, days).getTime() - 2 * 3_600_000);
        const between = (Date.parse(osloDate(end)) - Date.parse(osloDate(now))) / 86_400_000;
        expect(between).toBe(days);
      }),
    );
  });
});
