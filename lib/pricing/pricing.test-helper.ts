import type { Answers } from '@/lib/core/answers.ts';
import type { Order } from '@/lib/core/order.ts';
import { calculateOrder } from './calculate-order.ts';
import { pricingSchema } from './pricing-schema.ts';
import type { PriceRule, Pricing } from './rule.ts';

export type SomeRule = Partial<PriceRule>;

/** The day that tests compute for when they do not say another. */
export const someDate = '2027-03-01';

/** A pricing document that passed the schema: rules are called r1, r2… and lie outside VAT when they do not say otherwise. */
export function pricing(rules: SomeRule[], basis: Partial<Pricing> = {}): Pricing {
  return pricingSchema.parse(document(rules, basis));
}

/** What the schema says of a document, as `path: message`. */
export function problemsOf(rules: SomeRule[], basis: Partial<Pricing> = {}): string[] {
  const parsed = pricingSchema.safeParse(document(rules, basis));
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
}

export function orderOf(
  rules: SomeRule[],
  answers: Answers = {},
  { date = someDate, ...basis }: Partial<Pricing> & { date?: string } = {},
): Order {
  const result = calculateOrder(pricing(rules, basis), answers, { date });
  if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
  return result.order;
}

/** Id and gross amount of each line. */
export function linesOf(...of: Parameters<typeof orderOf>): [string, number][] {
  return orderOf(...of).lines.map((line) => [line.id, line.grossMinor]);
}

/** Why there is no price; the total when there is one, so that a test says what came instead. */
export function failureOf(rules: SomeRule[], answers: Answers = {}, date = someDate) {
  const result = calculateOrder(pricing(rules), answers, { date });
  return result.ok
    ? result.order.totalMinor
    : { reason: result.reason, ruleId: result.ruleId, paths: result.paths, detail: result.detail };
}

function document(rules: SomeRule[], basis: Partial<Pricing>) {
  return {
    currency: 'NOK',
    includesVat: false,
    dateBasis: 'submitted',
    ...basis,
    rules: rules.map((rule, index) => ({ id: `r${index + 1}`, text: 'price.line', vat: 'outside', ...rule })),
  };
}
