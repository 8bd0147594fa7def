import type { PriceRule, Pricing } from './rule.ts';
import { priceRules } from './rules/registry.ts';

/** Where in the list of rules, and what is wrong there. */
export interface ReferenceProblem {
  path: (number | string)[];
  message: string;
}

/** What rules must be to each other: ids once, only earlier rules referred to, and deductions that never meet unawares. */
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
    for (const message of [...vatProblems(rule, earlier, includesVat), ...deductionProblems(rule, earlier)])
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
    : [`vat: "${others.join('", "')}" has another VAT code: make one such rule for each VAT code`];
}

/** A rule that something is deducted from already is named together with that deduction: no two take the same money. */
function deductionProblems(rule: PriceRule, earlier: ReadonlyMap<string, PriceRule>): string[] {
  if (!priceRules.find(rule.type)?.deducts) return [];
  const of = new Set(referencesOf(rule));
  const forgotten = [...earlier.values()].filter(
    (each) =>
      priceRules.find(each.type)?.deducts && !of.has(each.id) && referencesOf(each).some((id) => of.has(id)),
  );
  return forgotten.map(
    (each) =>
      `of: "${each.id}" is already deducted from "${referencesOf(each)
        .filter((id) => of.has(id))
        .join('", "')}": name "${each.id}" too, so that the same money is not deducted twice`,
  );
}

function referencesOf(rule: PriceRule): readonly string[] {
  return priceRules.find(rule.type)?.references(rule) ?? [];
}
