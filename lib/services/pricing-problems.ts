import type { FormComponent } from '@/lib/forms/component.ts';
import { everyComponent } from '@/lib/forms/component-tree.ts';
import { maxRows, maxRowsInTree } from '@/lib/forms/instantiate.ts';
import type { PriceRule } from '@/lib/pricing/rule.ts';
import { priceRules } from '@/lib/pricing/rules/registry.ts';
import { dateBasisOf } from './date-basis.ts';
import type { ServiceDefinition } from './definition.ts';
import type { KnownVariant } from './definition-problems.ts';
import type { Problem } from './problem.ts';

/** What price rules and the rest of a document must be to each other. */
export function pricingProblems(
  { pages, pricing }: Pick<ServiceDefinition, 'pages' | 'pricing'>,
  variant: KnownVariant,
): Problem[] {
  return [
    ...dateBasisProblems(pricing.dateBasis, variant),
    ...pricing.rules.flatMap((rule, index) => rowProblems(rule, { pages }, `pricing.rules.${index}`)),
  ];
}

/** Data model paths that rules name, with the place of the first rule that does. */
export function pricingPaths({ rules }: ServiceDefinition['pricing']): [path: string, place: string][] {
  return rules.flatMap((rule, index) =>
    (priceRules.find(rule.type)?.paths(rule) ?? []).map((path): [string, string] => [
      path,
      `pricing.rules.${index}`,
    ]),
  );
}

/** Without a payment nothing has a price, and the day decides nothing. */
function dateBasisProblems(dateBasis: string, variant: KnownVariant): Problem[] {
  const wanted = dateBasisOf(variant);
  if (!variant.steps.includes('pay') || dateBasis === wanted) return [];
  return [
    {
      path: 'pricing.dateBasis',
      code: wanted === 'signed' ? 'day_of_signing' : 'day_of_submitting',
      message:
        wanted === 'signed'
          ? `Variant "${variant.id}" signs before it pays: the tariff of the day of signing counts, so this must be "signed"`
          : `Variant "${variant.id}" does not sign before it pays: the tariff of the day of submitting counts, so this must be "submitted"`,
    },
  ];
}

function rowProblems(rule: PriceRule, form: Pick<ServiceDefinition, 'pages'>, place: string): Problem[] {
  return (priceRules.find(rule.type)?.groups(rule) ?? []).flatMap(({ path, max }): Problem[] => {
    const groups = everyComponent(form).filter((each) => within(path, each.dataModelBindings?.group));
    if (!groups.some((each) => each.dataModelBindings?.group === path))
      return [
        {
          path: place,
          code: 'rows_no_group',
          values: { group: path },
          message: `No repeating group fills in "${path}": the rule would never cost anything`,
        },
      ];
    const most = mostRows(groups);
    return most > max
      ? [
          {
            path: place,
            code: 'rows_too_many',
            values: { group: path, rows: String(most), max: String(max) },
            message: `A person can fill in ${most} rows of "${path}" and at most ${max} can be priced: set maxCount of the repeating group, or one line for them all (lines: "sum")`,
          },
        ]
      : [];
  });
}

function within(path: string, group: string | undefined): group is string {
  return group !== undefined && (path === group || path.startsWith(`${group}.`));
}

/** Each level counts once, though several pages may show it; a form has never more than `maxRowsInTree` rows. */
function mostRows(groups: readonly FormComponent[]): number {
  const levels = new Map<string, number>();
  for (const { dataModelBindings, maxCount } of groups) {
    const path = dataModelBindings?.group ?? '';
    levels.set(path, Math.max(levels.get(path) ?? 0, maxCount ?? maxRows));
  }
  return Math.min(
    maxRowsInTree,
    [...levels.values()].reduce((rows, count) => rows * count, 1),
  );
}
