import { z } from 'zod';
import { currencies } from '@/lib/core/money.ts';
import { vatCodes } from '@/lib/core/order.ts';
import { expressionSchema } from '@/lib/expressions/expression-schema.ts';
import type { PriceRule, Pricing } from './rule.ts';
import { priceRules } from './rules/registry.ts';

const ruleSchema = z
  .looseObject({
    id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,39}$/, 'wants a short id of letters, digits, _ and -'),
    type: z.string().refine((type) => priceRules.has(type), {
      error: `unknown price rule, expected one of ${priceRules.ids().join(', ')}`,
    }),
    text: z.string().min(1),
    condition: expressionSchema.optional(),
    vat: z.enum(vatCodes),
  })
  .superRefine((rule, context) => {
    for (const message of priceRules.find(rule.type)?.problems(rule as PriceRule) ?? [])
      context.addIssue({ code: 'custom', message });
  });

/** The prices of a service: known rules with sound parameters, unique ids, and rules that build only on earlier ones. */
export const pricingSchema: z.ZodType<Pricing> = z.strictObject({
  currency: z.enum(currencies),
  includesVat: z.boolean(),
  dateBasis: z.enum(['submitted', 'signed']),
  rules: z
    .array(ruleSchema)
    .max(200)
    .superRefine((rules, context) => {
      const earlier = new Set<string>();
      for (const [index, rule] of rules.entries()) {
        if (earlier.has(rule.id))
          context.addIssue({ code: 'custom', path: [index, 'id'], message: `"${rule.id}" is used twice` });
        for (const id of priceRules.find(rule.type)?.references(rule as PriceRule) ?? []) {
          if (!earlier.has(id))
            context.addIssue({ code: 'custom', path: [index], message: `"${id}" is no earlier rule` });
        }
        earlier.add(rule.id);
      }
    }),
}) as unknown as z.ZodType<Pricing>;
