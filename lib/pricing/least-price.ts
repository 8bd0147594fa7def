import { sumMinor } from '@/lib/core/money.ts';
import { type LineAmounts, lineAmounts } from './line-amounts.ts';
import type { PriceRule, Pricing } from './rule.ts';
import type { LeastOf } from './rules/define-rule.ts';
import { priceRules } from './rules/registry.ts';
import { isValidOn } from './validity.ts';

interface Least {
  /** Whether the rule applies whatever one answers. */
  sure: boolean;
  amounts: LineAmounts;
}

/**
 * The least that one must pay on a day whatever one answers, in minor units with VAT; 0 when some answers may cost nothing.
 * A charge with a condition counts as absent, a deduction with a condition as given.
 * @param date `YYYY-MM-DD`, Europe/Oslo.
 */
export function leastPriceMinor(pricing: Pricing, { date }: { date: string }): number {
  const least = new Map<string, Least>();
  try {
    for (const rule of pricing.rules) {
      const counts = isValidOn(rule, date) && (rule.condition === undefined || deducts(rule));
      if (counts) least.set(rule.id, leastOfRule(rule, pricing, date, least));
    }
    return Math.max(0, sumMinor([...least.values()].map(({ amounts }) => amounts.grossMinor)));
  } catch {
    // A tariff without a price on this day promises none.
    return 0;
  }
}

function leastOfRule(
  rule: PriceRule,
  pricing: Pricing,
  date: string,
  least: ReadonlyMap<string, Least>,
): Least {
  const type = priceRules.get(rule.type);
  const known = (ids: readonly string[]) => ids.flatMap((id) => least.get(id) ?? []);
  const leastOf: LeastOf = (ids) => ({
    applied: known(ids).some(({ sure }) => sure),
    amountMinor: sumMinor(
      known(ids).map(({ amounts }) => (pricing.includesVat ? amounts.grossMinor : amounts.netMinor)),
    ),
  });
  const amountMinor = String(type.leastMinor(rule, leastOf, date));
  const group = known(type.references(rule)).map(({ amounts }) => amounts);
  return {
    sure: rule.condition === undefined && type.adjusts !== 'down',
    amounts: lineAmounts(amountMinor, rule, pricing, type.belowZero(rule) ? undefined : group),
  };
}

function deducts(rule: PriceRule): boolean {
  return priceRules.find(rule.type)?.adjusts === 'down';
}
