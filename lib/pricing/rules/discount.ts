import { compare, divide, multiply } from '@/lib/core/decimal.ts';
import type { Explanation } from '@/lib/core/order.ts';
import { deduction } from './deduction.ts';
import { defineRule } from './define-rule.ts';
import { ids, optional, yesOrNo } from './params.ts';
import { amountMinor, percent, type Rate, rateFrom } from './rate.ts';

interface Discount {
  of: string[];
  percent?: Rate | undefined;
  amountMinor?: Rate | undefined;
  belowZero?: boolean | undefined;
}

/**
 * Takes a percentage or a fixed amount off earlier rules. Never more than what is left of them, unless `belowZero`
 * says that a fixed discount may be greater: then it also reduces the rest of the order.
 */
export const discount = defineRule({
  id: 'discount',
  adjusts: 'down',
  sameVat: 'always',
  params: {
    of: ids,
    percent: optional(percent),
    amountMinor: optional(amountMinor),
    belowZero: optional(yesOrNo),
  },
  references: ({ of }) => of,
  belowZero: ({ belowZero }) => belowZero ?? false,
  check: ({ percent: part, amountMinor: amount, belowZero }) => [
    ...((part === undefined) === (amount === undefined) ? ['wants either percent or amountMinor'] : []),
    ...(part && compare(part.value, '100') > 0 ? ['percent: a discount is at most 100'] : []),
    ...(part && belowZero ? ['belowZero: goes with amountMinor only'] : []),
  ],
  leastMinor: (values, leastOf) => -Number(deducted(values, leastOf(values.of).amountMinor)),
  compute(values, context) {
    const { applied, amountMinor: sum } = context.linesOf(values.of);
    if (!applied) return [];
    const off = deducted(values, sum);
    return deduction(off, explain(values, off, sum));
  },
});

function deducted({ percent: part, amountMinor: amount, belowZero }: Discount, sum: number): string {
  const left = String(Math.max(0, sum));
  if (part) return divide(multiply(left, part.value), '100');
  const off = amount?.value ?? '0';
  return belowZero || compare(off, left) <= 0 ? off : left;
}

function explain({ percent: part, amountMinor: amount }: Discount, off: string, sum: number): Explanation {
  const from = rateFrom(part, amount);
  if (part)
    return {
      key: 'pricing.explainDiscountPercent',
      values: { percent: part.value, sumMinor: String(sum), ...from },
    };
  const wanted = amount?.value ?? '0';
  return compare(off, wanted) === 0
    ? { key: 'pricing.explainDiscount', values: { amountMinor: wanted, ...from } }
    : { key: 'pricing.explainDiscountLimited', values: { amountMinor: wanted, sumMinor: off, ...from } };
}
