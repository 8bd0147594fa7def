import { compare, multiply, subtract } from '@/lib/core/decimal.ts';
import { cannotCompute } from '../price-problem.ts';
import { defineRule, type LineDraft } from './define-rule.ts';
import {
  amountMinor,
  decimal,
  isObject,
  oneOf,
  optional,
  type Param,
  quantity,
  textKey,
  unitMinor,
} from './params.ts';

interface Tier {
  /** The last quantity of the tier, inclusive; absent means without end. */
  upTo?: string;
  /** Of the whole tier, or per unit within it: the mode tells which. */
  priceMinor: string;
  of: 'whole' | 'marginal';
}

const tierList: Param<Tier[]> = {
  read(value) {
    if (!Array.isArray(value) || value.length === 0) return { problem: 'wants a list of tiers' };
    const tiers = value.map(readTier);
    const problem =
      tiers.find((tier) => typeof tier === 'string') ??
      orderProblem(tiers.filter((tier) => typeof tier !== 'string'));
    return typeof problem === 'string'
      ? { problem }
      : { value: tiers.filter((tier) => typeof tier !== 'string') };
  },
};

/** A price by size. `whole`: the tier that the quantity falls in decides; `marginal`: every tier prices its own part. */
export const tiers = defineRule({
  id: 'tiers',
  params: { quantity, mode: oneOf('whole', 'marginal'), tiers: tierList, unitText: optional(textKey) },
  check: ({ mode, tiers: list }) =>
    list.every((tier) => tier.of === mode)
      ? []
      : [`tiers: wants ${mode === 'whole' ? 'amountMinor' : 'unitMinor'} in every tier`],
  leastMinor: ({ mode, tiers: list }) =>
    mode === 'whole' ? Math.min(...list.map((tier) => Number(tier.priceMinor))) : 0,
  compute({ quantity: from, mode, tiers: list, unitText }, context) {
    const size = context.quantity(from);
    const unit = unitText === undefined ? {} : { unitText };
    const last = list.at(-1)?.upTo;
    if (last !== undefined && compare(size, last) > 0)
      throw cannotCompute(`${size} is beyond the last tier, ${last}`);
    return mode === 'whole' ? wholeLine(size, list, unit) : marginalLines(size, list, unit);
  },
});

function wholeLine(size: string, list: Tier[], unit: { unitText?: string }): LineDraft[] {
  const index = list.findIndex(({ upTo }) => upTo === undefined || compare(size, upTo) <= 0);
  const price = list[index]?.priceMinor ?? '0';
  const { values, suffix } = bounds(list[index - 1]?.upTo, list[index]?.upTo);
  return [
    {
      quantity: '1',
      unitMinor: price,
      amountMinor: price,
      explanation: {
        key: `pricing.explainTier${suffix}${unitSuffix(unit)}`,
        values: { count: size, amountMinor: price, ...values, ...unit },
      },
    },
  ];
}

function marginalLines(size: string, list: Tier[], unit: { unitText?: string }): LineDraft[] {
  return list.flatMap(({ upTo, priceMinor }, index): LineDraft[] => {
    const from = list[index - 1]?.upTo;
    const end = upTo !== undefined && compare(upTo, size) < 0 ? upTo : size;
    const part = subtract(end, from ?? '0');
    if (compare(part, '0') <= 0 && index > 0) return [];
    const { values, suffix } = bounds(from, upTo);
    return [
      {
        ...(list.length > 1 ? { suffix: String(index + 1) } : {}),
        quantity: part,
        unitMinor: priceMinor,
        amountMinor: multiply(part, priceMinor),
        explanation: {
          key: `pricing.explainBand${suffix}${unitSuffix(unit)}`,
          values: { count: part, unitMinor: priceMinor, ...values, ...unit },
        },
      },
    ];
  });
}

function unitSuffix({ unitText }: { unitText?: string }): string {
  return unitText === undefined ? '' : 'Unit';
}

function bounds(
  from: string | undefined,
  upTo: string | undefined,
): { suffix: string; values: Record<string, string> } {
  if (from === undefined)
    return upTo === undefined ? { suffix: 'All', values: {} } : { suffix: 'UpTo', values: { upTo } };
  return upTo === undefined
    ? { suffix: 'Above', values: { from } }
    : { suffix: 'Between', values: { from, upTo } };
}

function readTier(value: unknown): Tier | string {
  if (!isObject(value)) return 'every tier is an object';
  const unknown = Object.keys(value).find((key) => !['upTo', 'amountMinor', 'unitMinor'].includes(key));
  if (unknown) return `${unknown}: unknown`;
  const of = Object.hasOwn(value, 'amountMinor') ? 'whole' : 'marginal';
  const price: { value: string | number } | { problem: string } =
    of === 'whole' ? amountMinor.read(value.amountMinor) : unitMinor.read(value.unitMinor);
  if ('problem' in price) return `${of === 'whole' ? 'amountMinor' : 'unitMinor'} ${price.problem}`;
  const upTo = optional(decimal).read(value.upTo);
  if ('problem' in upTo) return `upTo ${upTo.problem}`;
  return { ...(upTo.value === undefined ? {} : { upTo: upTo.value }), priceMinor: String(price.value), of };
}

function orderProblem(list: Tier[]): string | undefined {
  const bad = list.findIndex(({ upTo }, index) => {
    const before = list[index - 1];
    return (
      index > 0 && (before?.upTo === undefined || (upTo !== undefined && compare(upTo, before.upTo) <= 0))
    );
  });
  return bad === -1 ? undefined : `tier ${bad + 1} does not come after tier ${bad}`;
}
