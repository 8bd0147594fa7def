import { describe, expect, it } from 'vitest';
import { osloDate } from '@/lib/core/clock.ts';
import { leastPriceMinor } from './least-price.ts';
import { failureOf, linesOf, orderOf, pricing, problemsOf, type SomeRule } from './pricing.test-helper.ts';

const dated = [
  { from: '2026-01-01', amountMinor: 320_000 },
  { from: '2027-01-01', amountMinor: 330_000 },
];
const fee: SomeRule = { type: 'fixed', amountMinor: dated };
const on = (date: string, rules = [fee], answers = {}) => orderOf(rules, answers, { date }).totalMinor;

describe('dated amounts', () => {
  it('next year’s amount does not touch this year’s', () => {
    expect(on('2026-01-01')).toBe(320_000);
    expect(on('2026-12-31')).toBe(320_000);
    expect(on('2027-01-01')).toBe(330_000);
    expect(on('2041-06-05')).toBe(330_000);
    expect(orderOf([fee], {}, { date: '2027-02-03' }).lines[0]?.explanation.values.rateFrom).toBe(
      '2027-01-01',
    );
    expect(orderOf([fee], {}, { date: '2027-02-03' }).date).toBe('2027-02-03');
  });

  it('the first amount may count from the beginning', () => {
    const open = { type: 'fixed', amountMinor: [{ amountMinor: 5 }, { from: '2027-01-01', amountMinor: 7 }] };
    expect([on('1999-01-01', [open]), on('2026-12-31', [open]), on('2027-01-01', [open])]).toEqual([5, 5, 7]);
    expect(orderOf([open], {}, { date: '2026-12-31' }).lines[0]?.explanation.values).toEqual({
      currency: 'NOK',
    });
    expect(on('2030-01-01', [{ type: 'fixed', amountMinor: [{ amountMinor: 5 }] }])).toBe(5);
  });

  it('before the first entry there is no price, never 0', () => {
    expect(failureOf([fee], {}, '2025-12-31')).toMatchObject({
      reason: 'cannot_compute',
      detail: 'amountMinor: no amount before 2026-01-01, and it is 2025-12-31',
    });
    expect(leastPriceMinor(pricing([fee]), { date: '2025-12-31' })).toBe(0);
  });

  it.each<[string, SomeRule, number, number]>([
    [
      'countTimesUnit',
      {
        type: 'countTimesUnit',
        count: 'A',
        unitMinor: [
          { from: '2026-01-01', unitMinor: '23.5' },
          { from: '2027-01-01', unitMinor: 30 },
        ],
      },
      235,
      300,
    ],
    ['options', { type: 'options', path: 'V', prices: { a: dated, b: 1 } }, 320_000, 330_000],
    [
      'tiers',
      {
        type: 'tiers',
        mode: 'whole',
        quantity: 'A',
        tiers: [{ upTo: '5', amountMinor: 1 }, { amountMinor: dated }],
      },
      320_000,
      330_000,
    ],
    ['table', { type: 'table', keys: ['V'], rows: [{ is: ['a'], amountMinor: dated }] }, 320_000, 330_000],
    [
      'percentage',
      {
        type: 'percentage',
        amount: 'A',
        percent: [
          { from: '2026-01-01', percent: 10 },
          { from: '2027-01-01', percent: '12.5' },
        ],
      },
      100,
      125,
    ],
    [
      'percentage, floor',
      { type: 'percentage', amount: 'A', percent: 1, floorMinor: dated },
      320_000,
      330_000,
    ],
    ['perRow', { type: 'perRow', rows: 'G', lines: 'sum', each: fee }, 640_000, 660_000],
  ])('%s', (_, rule, now, next) => {
    const answers = { A: '10', V: 'a', G: [{}, {}] };
    expect(on('2026-06-01', [rule], answers)).toBe(now);
    expect(on('2027-06-01', [rule], answers)).toBe(next);
    expect(orderOf([rule], answers, { date: '2027-06-01' }).lines[0]?.explanation.values.rateFrom).toBe(
      '2027-01-01',
    );
    expect(failureOf([rule], answers, '2025-06-01')).toMatchObject({ reason: 'cannot_compute' });
  });

  it('minimum, maximum and discount too', () => {
    const of = ['r1'];
    expect(
      on('2026-06-01', [
        { type: 'fixed', amountMinor: 5 },
        { type: 'minimum', of, amountMinor: dated },
      ]),
    ).toBe(320_000);
    expect(
      on('2027-06-01', [
        { type: 'fixed', amountMinor: 900_000 },
        { type: 'maximum', of, amountMinor: dated },
      ]),
    ).toBe(330_000);
    expect(
      on('2027-06-01', [
        { type: 'fixed', amountMinor: 900_000 },
        { type: 'discount', of, amountMinor: dated },
      ]),
    ).toBe(570_000);
  });

  it.each<[unknown, string]>([
    [[], 'wants whole minor units, 0 or more, or a list of { from, amountMinor }'],
    [[5], 'or a list of { from, amountMinor }'],
    [[dated[0], { amountMinor: 5 }], 'or a list of { from, amountMinor }'],
    [
      [{ from: undefined, amountMinor: 5 }, dated[1], { from: '', amountMinor: 5 }],
      'entry 3: from wants a day',
    ],
    [[{ from: '1. januar', amountMinor: 5 }], 'entry 1: from wants a day such as 2027-01-01'],
    [[{ from: '2027-02-30', amountMinor: 5 }], 'entry 1: from wants a day such as 2027-01-01'],
    [[{ from: '2027-01-01', amountMinor: -5 }], 'entry 1: amountMinor wants whole minor units'],
    [[{ from: '2027-01-01', amount: 5 }], 'entry 1: amountMinor wants whole minor units'],
    [[...dated].reverse(), 'entry 2: 2026-01-01 does not come after 2027-01-01'],
    [[dated[0], dated[0]], 'entry 2: 2026-01-01 does not come after 2026-01-01'],
    [[{ ...dated[0], to: '2026-12-31' }], 'entry 1: to: unknown'],
  ])('%j is refused', (amountMinor, message) => {
    expect(problemsOf([{ type: 'fixed', amountMinor }]).join()).toContain(message);
  });
});

describe('validity', () => {
  const spring: SomeRule = {
    type: 'fixed',
    amountMinor: 100,
    validFrom: '2027-03-01',
    validTo: '2027-05-31',
  };

  it('first and last day included, and nothing around them', () => {
    const total = (date: string) => on(date, [spring]);
    expect(['2027-02-28', '2027-03-01', '2027-05-31', '2027-06-01'].map(total)).toEqual([0, 100, 100, 0]);
    expect(on('2030-01-01', [{ ...spring, validTo: undefined }])).toBe(100);
    expect(on('2020-01-01', [{ ...spring, validFrom: undefined }])).toBe(100);
  });

  it('a rule that does not count asks for nothing, and nothing is built on it', () => {
    const rule = { ...spring, type: 'countTimesUnit', amountMinor: undefined, count: 'A', unitMinor: 5 };
    delete (rule as Record<string, unknown>).amountMinor;
    expect(
      linesOf([rule, { type: 'minimum', of: ['r1'], amountMinor: 900 }], {}, { date: '2027-06-01' }),
    ).toEqual([]);
    expect(failureOf([rule], {}, '2027-05-31')).toMatchObject({ paths: ['A'] });
  });

  it('the payer is told since when', () => {
    expect(orderOf([spring], {}, { date: '2027-04-01' }).lines[0]?.explanation.values.rateFrom).toBe(
      '2027-03-01',
    );
  });

  it('is refused when it is no day, or ends before it begins', () => {
    expect(problemsOf([{ ...spring, validFrom: '2027-13-01' }])).toEqual([
      'rules.0: validFrom: wants a day such as 2027-01-01',
    ]);
    expect(problemsOf([{ ...spring, validTo: '2027-02-28' }])).toEqual([
      'rules.0: validTo: comes before validFrom',
    ]);
    expect(problemsOf([{ ...spring, validTo: 20271231 }] as never).length).toBe(1);
  });
});

describe('the day is Oslo’s', () => {
  it.each([
    // Winter, UTC+1: the new year begins 23:00 UTC; 23:30 UTC on 31 December is already next year in Oslo.
    ['2026-12-31T22:30:00Z', 320_000],
    ['2026-12-31T22:59:59.999Z', 320_000],
    ['2026-12-31T23:00:00Z', 330_000],
    ['2026-12-31T23:30:00Z', 330_000],
  ])('new year: %s costs %i', (instant, amount) => {
    expect(on(osloDate(new Date(instant)))).toBe(amount);
  });

  it.each([
    // A tariff of the day the clocks go forward (2027-03-28) begins at UTC+1, the next day’s at UTC+2.
    ['2027-03-28', '2027-03-27T22:59:59Z', '2027-03-27T23:00:00Z'],
    ['2027-03-29', '2027-03-28T21:59:59Z', '2027-03-28T22:00:00Z'],
    // Of the day they go back (2027-10-31) at UTC+2, the next day’s at UTC+1.
    ['2027-10-31', '2027-10-30T21:59:59Z', '2027-10-30T22:00:00Z'],
    ['2027-11-01', '2027-10-31T22:59:59Z', '2027-10-31T23:00:00Z'],
  ])('a tariff from %s', (from, before, after) => {
    const amountMinor = [
      { from: '2027-01-01', amountMinor: 1 },
      { from, amountMinor: 2 },
    ];
    const rules = [{ type: 'fixed', amountMinor }];
    expect(on(osloDate(new Date(before)), rules)).toBe(1);
    expect(on(osloDate(new Date(after)), rules)).toBe(2);
  });
});

describe('rounding', () => {
  const rule: SomeRule = { type: 'countTimesUnit', count: 'A', unitMinor: '23.5' };
  const line = (
    rounding: 'minor_half_up' | 'minor_down' | 'whole_half_up' | 'whole_down',
    A: string,
    includesVat = false,
  ) => orderOf([{ ...rule, vat: '25' }], { A }, { rounding, includesVat }).lines[0];

  it('as stated: øre or kroner, halves up or down, per line and before VAT is split off or added', () => {
    expect(line('minor_half_up', '3')).toMatchObject({ netMinor: 71, vatMinor: 18, grossMinor: 89 });
    expect(line('minor_down', '3')).toMatchObject({ netMinor: 70, vatMinor: 18, grossMinor: 88 });
    expect(line('whole_half_up', '3', true)).toMatchObject({ netMinor: 80, vatMinor: 20, grossMinor: 100 });
    expect(line('whole_half_up', '2', true)).toBeUndefined();
    expect(line('whole_down', '7', true)).toMatchObject({ grossMinor: 100 });
    expect(orderOf([rule], { A: '3' }).totalMinor).toBe(71);
  });

  it('is told when it changed the amount', () => {
    expect(line('whole_down', '7')?.explanation.values.rounded).toBe('whole_down');
    expect(line('whole_down', '200')?.explanation.values.rounded).toBeUndefined();
    expect(line('minor_half_up', '3')?.explanation.values.rounded).toBeUndefined();
  });

  it('a deduction is rounded as a charge is', () => {
    const half = { type: 'discount', of: ['r1'], percent: 50 };
    const off = (rounding: 'minor_half_up' | 'minor_down' | 'whole_half_up') =>
      linesOf([{ type: 'fixed', amountMinor: 500 }, half], {}, { rounding })[1]?.[1];
    expect(off('whole_half_up')).toBe(-300);
    expect(linesOf([{ type: 'fixed', amountMinor: 501 }, half], {}, {})[1]?.[1]).toBe(-251);
    expect(linesOf([{ type: 'fixed', amountMinor: 501 }, half], {}, { rounding: 'minor_down' })[1]?.[1]).toBe(
      -250,
    );
  });

  it('wants a known name', () => {
    expect(problemsOf([rule], { rounding: 'up' as never }).length).toBe(1);
  });
});
