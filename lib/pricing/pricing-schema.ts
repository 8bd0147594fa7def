import { z } from 'zod';
import { currencies } from '@/lib/core/money.ts';
import { vatCodes } from '@/lib/core/order.ts';
import { expressionSchemaOf } from '@/lib/expressions/expression-schema.ts';
import { referenceProblems } from './reference-problems.ts';
import { roundings } from './rounding.ts';
import type { PriceRule, Pricing } from './rule.ts';
import { ruleExpressionProblems } from './rule-expression-problems.ts';
import { priceRules } from './rules/registry.ts';
import { validityProblems } from './validity.ts';

const ruleSchema = z
  .looseObject({
    id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, 'wants a short id of letters, digits, _ and -'),
    type: z.string().refine((type) => priceRules.has(type), {
      error: `unknown price rule, expected one of ${priceRules.ids().join(', ')}`,
      params: { problem: 'not_allowed' },
    }),
    text: z.string().min(1),
    condition: expressionSchemaOf(ruleExpressionProblems).optional(),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
    vat: z.enum(vatCodes),
  })
  .superRefine((rule, context) => {
    const own = priceRules.find(rule.type)?.problems(rule as PriceRule) ?? [];
    for (const message of [...validityProblems(rule), ...own])
      context.addIssue({ code: 'custom', message, params: { problem: 'rule_settings' } });
  });

/** The prices of a service: known rules with sound parameters, unique ids, and rules that build only on earlier ones. */
export const pricingSchema: z.ZodType<Pricing> = z
  .strictObject({
    currency: z.enum(currencies),
    includesVat: z.boolean(),
    dateBasis: z.enum(['submitted', 'signed']),
    rounding: z.enum(roundings).optional(),
    rules: z.array(ruleSchema).max(200),
  })
  .superRefine((pricing, context) => {
    for (const { path, message } of referenceProblems(pricing as unknown as Pricing))
      context.addIssue({
        code: 'custom',
        path: ['rules', ...path],
        message,
        params: { problem: 'rule_reference' },
      });
  }) as unknown as z.ZodType<Pricing>;
