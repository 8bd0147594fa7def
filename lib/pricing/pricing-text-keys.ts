import type { Pricing } from './rule.ts';
import { priceRules } from './rules/registry.ts';

/** Keys of the service's texts that its prices use; each must exist in every language of the service. */
export function pricingTextKeys(pricing: Pricing): string[] {
  return [
    ...new Set(
      pricing.rules.flatMap((rule) => [rule.text, ...(priceRules.find(rule.type)?.textKeys(rule) ?? [])]),
    ),
  ];
}
