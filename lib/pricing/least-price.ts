import { sumMinor } from '@/lib/core/money.ts';
import type { PriceRule, Pricing } from './rule.ts';
import { priceRules } from './rules/registry.ts';
import { splitVat } from './vat.ts';

/**
 * The least that one must pay whatever one answers, in minor units with VAT; 0 when some answers may cost nothing.
 * Rules with a condition count as absent.
 */
export function leastPriceMinor(pricing: Pricing): number {
  const least = new Map<string, number>();
  const leastOf = (ids: readonly string[]) => {
    const sure = ids.flatMap((id) => least.get(id) ?? []);
    return { applied: sure.length > 0, amountMinor: sumMinor(sure) };
  };
  const sure = pricing.rules.filter((rule) => rule.condition === undefined);
  for (const rule of sure) least.set(rule.id, priceRules.find(rule.type)?.leastMinor(rule, leastOf) ?? 0);
  return sumMinor(sure.map((rule) => grossOf(rule, least.get(rule.id) ?? 0, pricing)));
}

function grossOf(rule: PriceRule, amountMinor: number, pricing: Pricing): number {
  return splitVat(String(amountMinor), rule.vat, pricing.includesVat).grossMinor;
}
