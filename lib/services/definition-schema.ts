import { z } from 'zod';
import { optionsSchema } from '@/lib/forms/component-schema.ts';
import { pagesSchema } from '@/lib/forms/form-schema.ts';
import { cardTypes } from '@/lib/payments/payment-method.ts';
import { pricingSchema } from '@/lib/pricing/pricing-schema.ts';
import type { ServiceDefinition } from './definition.ts';
import { earlierAnswers, prefillSources } from './prefill-sources.ts';

const acr = z.enum(['idporten-loa-substantial', 'idporten-loa-high']);
const days = z.int().min(1).max(3650);
const id = z.string().regex(/^[a-z][a-z0-9_]*$/, 'Lower-case letters, digits and _, beginning with a letter');

/** Keys are the document's own words, so any text but one that would reach into an object's prototype. */
const texts = z.record(
  z
    .string()
    .min(1)
    .max(120)
    .refine((key) => key !== '__proto__', 'Not a text key'),
  z.string().max(20_000),
);

/** The shape of a service's document; `parseDefinition` also checks what reaches across its parts. */
export const definitionSchema: z.ZodType<ServiceDefinition> = z.strictObject({
  schemaVersion: z.literal(1),
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Lower-case letters and digits, in words joined by -'),
  serviceType: id,
  variant: id,
  texts: z.strictObject({ nb: texts, nn: texts, en: texts }),
  pages: pagesSchema,
  optionLists: z.record(z.string().min(1).max(100), optionsSchema).optional(),
  prefill: z
    .array(
      z.strictObject({
        path: z.string().min(1).max(200),
        from: z.string().refine((from) => from === earlierAnswers || prefillSources.has(from), {
          error: `unknown source, expected ${earlierAnswers} or one of ${prefillSources.ids().join(', ')}`,
          params: { problem: 'not_allowed' },
        }),
      }),
    )
    .max(500)
    .optional(),
  pricing: pricingSchema,
  payment: z.strictObject({
    agreement: z.string().min(1).max(60),
    methods: z.array(z.string().min(1).max(60)).min(1).optional(),
    cardTypes: z.array(z.enum(cardTypes)).min(1).optional(),
    capture: z.enum(['now', 'reserve']),
  }),
  signIn: z.strictObject({ acr }),
  signing: z.strictObject({ acr }).optional(),
  deadlines: z.strictObject({ draftDays: days, paymentDays: days, signingDays: days }),
  retention: z.strictObject({ submissionDays: days.optional(), warnDays: days.optional() }).optional(),
  withdrawal: z
    .strictObject({
      days: days.optional(),
      untilHandled: z.boolean().optional(),
      keptMinor: z.int().min(0).max(1_000_000_000).optional(),
    })
    .refine(({ days, untilHandled }) => days !== undefined || untilHandled === true, {
      error: 'Until when: days, untilHandled or both',
      params: { problem: 'missing' },
    })
    .optional(),
  received: z.enum(['submitted', 'paid']),
  actingParties: z
    .array(z.enum(['person', 'organisation']))
    .min(1)
    .refine((parties) => new Set(parties).size === parties.length, {
      error: 'Named twice',
      params: { problem: 'used_twice' },
    }),
  category: z.enum(['licence', 'building', 'intellectual_property', 'fee', 'other']),
});
