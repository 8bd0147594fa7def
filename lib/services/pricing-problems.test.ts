import { describe, expect, it } from 'vitest';
import type { FormPage } from '@/lib/forms/component.ts';
import type { PriceRule, Pricing } from '@/lib/pricing/rule.ts';
import { pricingPaths, pricingProblems } from './pricing-problems.ts';

const variant = (id: string, ...steps: string[]) => ({ id, fill: true, steps });
const submitAndPay = variant('submit_and_pay', 'pay');

function pricing(rules: Partial<PriceRule>[], dateBasis: Pricing['dateBasis'] = 'submitted'): Pricing {
  return {
    currency: 'NOK',
    includesVat: true,
    dateBasis,
    rules: rules.map((rule, index) => ({
      id: `r${index}`,
      type: 'fixed',
      text: 't',
      vat: 'outside',
      ...rule,
    })),
  };
}

function pagesWith(groups: { group: string; maxCount?: number }[]): FormPage[] {
  return [
    {
      id: 'page',
      textResourceBindings: { title: 'page' },
      components: groups.map(({ group, maxCount }, index) => ({
        id: `group${index}`,
        type: 'RepeatingGroup',
        dataModelBindings: { group },
        ...(maxCount === undefined ? {} : { maxCount }),
      })),
    },
  ];
}

const perBoat = (more: object = {}): Partial<PriceRule> => ({
  type: 'perRow',
  rows: 'Baat',
  lines: 'each',
  each: { type: 'countTimesUnit', count: 'Baat.Lengde', unitMinor: 5 },
  ...more,
});

describe('the day that decides', () => {
  const basis = (dateBasis: Pricing['dateBasis'], ...steps: string[]) =>
    pricingProblems({ pages: [], pricing: pricing([], dateBasis) }, variant('v', ...steps)).map(
      ({ message }) => message,
    );

  it('is the signing exactly where one signs before one pays', () => {
    expect(basis('signed', 'sign', 'pay')).toEqual([]);
    expect(basis('submitted', 'pay', 'sign')).toEqual([]);
    expect(basis('submitted', 'pay')).toEqual([]);
    expect(basis('submitted', 'sign', 'pay')[0]).toContain('so this must be "signed"');
    expect(basis('signed', 'pay', 'sign')[0]).toContain('so this must be "submitted"');
    expect(basis('signed', 'pay')).toHaveLength(1);
    expect(basis('signed', 'sign')).toEqual([]);
  });
});

describe('rows', () => {
  const problems = (rule: Partial<PriceRule>, groups: { group: string; maxCount?: number }[]) =>
    pricingProblems({ pages: pagesWith(groups), pricing: pricing([rule]) }, submitAndPay);

  it('come from a repeating group of the form', () => {
    expect(problems(perBoat(), [{ group: 'Baat' }])).toEqual([]);
    expect(problems(perBoat(), [])).toMatchObject([
      {
        path: 'pricing.rules.0',
        message: 'No repeating group fills in "Baat": the rule would never cost anything',
      },
    ]);
    expect(problems(perBoat({ rows: 'Baat.Motor' }), [{ group: 'Baat' }])).toHaveLength(1);
  });

  it('are no more than can be priced', () => {
    const nested = (one: number, two: number) => [
      { group: 'Baat', maxCount: one },
      { group: 'Baat.Motor', maxCount: two },
    ];
    const perEngine = perBoat({ rows: 'Baat.Motor' });
    expect(problems(perEngine, nested(20, 10))).toEqual([]);
    expect(problems(perEngine, nested(21, 10))[0]?.message).toContain('210 rows of "Baat.Motor"');
    expect(problems(perBoat({ rows: 'Baat.Motor', lines: 'sum' }), nested(200, 200))).toEqual([]);
  });
});

it('names the paths that rules look up, also within rows', () => {
  expect(
    pricingPaths(
      pricing([
        { type: 'table', keys: ['Type', 'Areal'], rows: [{ is: ['a', 'b'], amountMinor: 1 }] },
        perBoat(),
        { amountMinor: 1 },
      ]),
    ),
  ).toEqual([
    ['Type', 'pricing.rules.0'],
    ['Areal', 'pricing.rules.0'],
    ['Baat', 'pricing.rules.1'],
    ['Baat.Lengde', 'pricing.rules.1'],
  ]);
});
