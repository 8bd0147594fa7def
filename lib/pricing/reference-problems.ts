import type { PriceRule, Pricing } from './rule.ts';
import { priceRules } from './rules/registry.ts';

/** Where in the list of rules, and what is wrong there. */
export interface ReferenceProblem {
  path: (number | string)[];
  message: string;
}

/** What rules must be to each other: ids once, only earlier rules referred to, and adjustments that know of each other. */
export function referenceProblems({
  rules,
  includesVat,
}: Pick<Pricing, 'rules' | 'includesVat'>): ReferenceProblem[] {
  const earlier = new Map<string, PriceRule>();
  return rules.flatMap((rule, index) => {
    const problems: ReferenceProblem[] = [];
    if (earlier.has(rule.id)) problems.push({ path: [index, 'id'], message: `"${rule.id}" is used twice` });
    for (const id of referencesOf(rule))
      if (!earlier.has(id)) problems.push({ path: [index], message: `"${id}" is no earlier rule` });
    for (const message of [...vatProblems(rule, earlier, includesVat), ...adjustmentProblems(rule, earlier)])
      problems.push({ path: [index], message });
    earlier.set(rule.id, rule);
    return problems;
  });
}

/** A deduction has the VAT of what it is deducted from, or the order's VAT would be wrong. */
function vatProblems(
  rule: PriceRule,
  earlier: ReadonlyMap<string, PriceRule>,
  includesVat: boolean,
): string[] {
  const wanted = priceRules.find(rule.type)?.sameVat ?? 'never';
  if (wanted === 'never' || (wanted === 'added' && includesVat)) return [];
  const others = referencesOf(rule).filter((id) => earlier.has(id) && earlier.get(id)?.vat !== rule.vat);
  return others.length === 0
    ? []
    : [`vat: ${quoted(others)} has another VAT code: make one such rule for each VAT code`];
}

/**
 * A minimum, maximum or discount belongs to what it adjusts: rules that build on the one name the other too. Then no two
 * deductions take the same money, and more of something never costs less.
 */
function adjustmentProblems(rule: PriceRule, earlier: ReadonlyMap<string, PriceRule>): string[] {
  const of = new Set(referencesOf(rule));
  const adjustments = [...earlier.values()].filter(isAdjustment);
  const forgotten = isAdjustment(rule)
    ? adjustments.filter((each) => !of.has(each.id) && referencesOf(each).some((id) => of.has(id)))
    : [];
  const alone = adjustments.filter((each) => of.has(each.id) && referencesOf(each).some((id) => !of.has(id)));
  return [
    ...forgotten.map(
      (each) =>
        `of: "${each.id}" already adjusts ${quoted(referencesOf(each).filter((id) => of.has(id)))}: name "${each.id}" too, so that the same money is not counted twice`,
    ),
    ...alone.map(
      (each) =>
        `of: "${each.id}" adjusts ${quoted(referencesOf(each).filter((id) => !of.has(id)))}: name that too`,
    ),
  ];
}

function isAdjustment(rule: PriceRule): boolean {
  return priceRules.find(rule.type)?.adjusts !== undefined;
}

function quoted(ids: readonly string[]): string {
  return ids.map((id) => `"${id}"`).join(', ');
}

function referencesOf(rule: PriceRule): readonly string[] {
  return priceRules.find(rule.type)?.references(rule) ?? [];
}
