import { expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import type { FrozenOrder } from '@/lib/payments/frozen-order.ts';
import { calculateOrder } from '@/lib/pricing/calculate-order.ts';
import type { PriceRule } from '@/lib/pricing/rule.ts';
import { wordsOf } from '../engine/freeze-price.ts';
import { definitionFor } from '../testing/definition-for.ts';
import { providerLines } from './provider-lines.ts';

const definition = definitionFor('submit_and_pay', 'x');

function frozen(rules: Partial<PriceRule>[], answers: Answers = {}): FrozenOrder {
  const pricing = {
    ...definition.pricing,
    rules: rules.map((rule, index) => ({ id: `r${index}`, text: 'fee', vat: '25', type: 'fixed', ...rule })),
  } as typeof definition.pricing;
  const price = calculateOrder(pricing, answers, { date: '2026-03-10' });
  if (!price.ok) throw new Error(price.detail);
  return { ...price.order, ...wordsOf(definition, price.order), id: 'o', hash: '' };
}

const fee: Partial<PriceRule> = { amountMinor: 50_000 };
const gross = (order: FrozenOrder) =>
  providerLines(order, 'nb').map((line) => [line.reference, line.grossMinor]);

it('sends the lines as they are', () => {
  const [line] = providerLines(frozen([fee]), 'nb');
  expect(line).toEqual({
    reference: 'r0',
    name: 'Gebyr',
    quantity: '1',
    netMinor: 40_000,
    vatRateBasisPoints: 2_500,
    vatMinor: 10_000,
    grossMinor: 50_000,
  });
});

it('never sends a negative item: one sum per VAT code instead', () => {
  const off = { type: 'discount', of: ['r0'], percent: '10' };
  const outside: Partial<PriceRule> = { amountMinor: 700, vat: 'outside' };
  expect(gross(frozen([fee, outside, off]))).toEqual([
    ['vat-outside', 700],
    ['vat-25', 45_000],
  ]);
  expect(gross(frozen([fee, outside, { ...off, percent: '100' }]))).toEqual([['vat-outside', 700]]);
});

it('nor where a discount reaches beyond its VAT code', () => {
  const off = { type: 'discount', of: ['r0'], amountMinor: 60_000, belowZero: true };
  const outside: Partial<PriceRule> = { amountMinor: 70_000, vat: 'outside' };
  const [line, ...rest] = providerLines(frozen([fee, outside, off]), 'nb');
  expect(rest).toEqual([]);
  expect(line).toMatchObject({ netMinor: 60_000, vatMinor: 0, grossMinor: 60_000 });
});
