import { compare } from '@/lib/core/decimal.ts';
import { amountsWithin, decimal, isObject, optional, type Param, type Reading } from './params.ts';
import { amountMinor, type Rate, unitMinor } from './rate.ts';

export interface Tier {
  /** The last quantity of the tier, inclusive; absent means without end. */
  upTo?: string;
  /** Of the whole tier, or per unit within it: the mode tells which. */
  price: Rate;
  of: 'whole' | 'marginal';
}

/** Tiers in rising order; only the last may be without end. */
export const tierList: Param<Tier[]> = {
  read(value, date) {
    if (!Array.isArray(value) || value.length === 0) return { problem: 'wants a list of tiers' };
    const tiers: Tier[] = [];
    let early: { notBefore: string } | undefined;
    for (const [index, each] of value.entries()) {
      const tier = readTier(each, date);
      if ('problem' in tier) return { problem: `tier ${index + 1}: ${tier.problem}` };
      if ('notBefore' in tier) early ??= tier;
      else tiers.push(tier.value);
    }
    if (early) return early;
    const problem = orderProblem(tiers);
    return problem === undefined ? { value: tiers } : { problem };
  },
  changes: (value) =>
    Array.isArray(value)
      ? value.flatMap((tier) =>
          isObject(tier)
            ? [
                ...(amountMinor.changes?.(tier.amountMinor) ?? []),
                ...(unitMinor.changes?.(tier.unitMinor) ?? []),
              ]
            : [],
        )
      : [],
  amounts: (value) =>
    amountsWithin(Array.isArray(value) ? [...value.entries()] : [], {
      amounts: (tier) =>
        isObject(tier) && Object.hasOwn(tier, 'amountMinor')
          ? [{ path: ['amountMinor'], kind: 'amountMinor' }]
          : [{ path: ['unitMinor'], kind: 'unitMinor' }],
    }),
};

function readTier(value: unknown, date: string): Reading<Tier> {
  if (!isObject(value)) return { problem: 'wants an object' };
  const unknown = Object.keys(value).find((key) => !['upTo', 'amountMinor', 'unitMinor'].includes(key));
  if (unknown) return { problem: `${unknown}: unknown` };
  const of = Object.hasOwn(value, 'amountMinor') ? 'whole' : 'marginal';
  const price =
    of === 'whole' ? amountMinor.read(value.amountMinor, date) : unitMinor.read(value.unitMinor, date);
  if ('problem' in price)
    return { problem: `${of === 'whole' ? 'amountMinor' : 'unitMinor'} ${price.problem}` };
  const upTo = optional(decimal).read(value.upTo, date);
  if ('problem' in upTo) return { problem: `upTo ${upTo.problem}` };
  if ('notBefore' in price) return price;
  if ('notBefore' in upTo) return upTo;
  return { value: { ...(upTo.value === undefined ? {} : { upTo: upTo.value }), price: price.value, of } };
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
