import { isLegalDate } from '@/lib/core/legal-date.ts';
import { cannotCompute } from './price-problem.ts';
import type { PriceRule } from './rule.ts';

type Validity = Pick<PriceRule, 'validFrom' | 'validTo'>;

/** Whether a rule counts on a day; the first and the last day are both its own. @throws PriceProblem for what is no day: never a line too few. */
export function isValidOn(rule: Validity, date: string): boolean {
  const [problem] = validityProblems(rule);
  if (problem !== undefined) throw cannotCompute(problem);
  const { validFrom = date, validTo = date } = rule;
  return validFrom <= date && date <= validTo;
}

/** What is wrong with a rule's days, as `parameter: problem`. */
export function validityProblems({
  validFrom,
  validTo,
}: {
  validFrom?: unknown;
  validTo?: unknown;
}): string[] {
  return [
    ...(validFrom === undefined || isLegalDate(validFrom)
      ? []
      : ['validFrom: wants a day such as 2027-01-01']),
    ...(validTo === undefined || isLegalDate(validTo) ? [] : ['validTo: wants a day such as 2027-12-31']),
    ...(isLegalDate(validFrom) && isLegalDate(validTo) && validTo < validFrom
      ? ['validTo: comes before validFrom']
      : []),
  ];
}
