import { z } from 'zod';
import { parsePath } from '@/lib/core/answers.ts';
import { isDecimal } from '@/lib/core/decimal.ts';
import { languages } from '@/lib/core/language.ts';
import { expressionSchema } from '@/lib/expressions/expression-schema.ts';
import { isAutocomplete } from './autocomplete.ts';
import type { FormComponent } from './component.ts';
import { isDate } from './dates.ts';
import { fields } from './fields/registry.ts';
import { maxRows } from './instantiate.ts';
import { patternProblem } from './pattern/match-pattern.ts';
import { isTime } from './times.ts';

export const conditionSchema = z.union([z.boolean(), expressionSchema]).optional();

/** Deeper than any page is readable; bounds the recursion over documents from outside. */
const maxNesting = 6;

const bound = z
  .string()
  .refine((value) => isDecimal(value) || isDate(value) || isTime(value), {
    error: 'wants a decimal string, YYYY-MM-DD or HH:mm',
    params: { problem: 'wrong_form' },
  })
  .optional();
const count = z.int().min(0).max(100_000);

/** Choices of a component, or a named list of them. */
export const optionsSchema = z
  .array(
    z.strictObject({
      value: z.string().min(1).max(200),
      label: z.string().min(1),
      description: z.string().min(1).optional(),
      hidden: conditionSchema,
    }),
  )
  .min(1)
  .max(5_000)
  .refine((options) => new Set(options.map(({ value }) => value)).size === options.length, {
    error: 'wants different values',
    params: { problem: 'used_twice' },
  });

const pattern = z.string().superRefine((source, context) => {
  const message = patternProblem(source);
  if (message !== undefined)
    context.addIssue({ code: 'custom', message: `pattern: ${message}`, params: { problem: 'bad_pattern' } });
});

const target = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['page', 'component']), id: z.string().min(1) }),
  z.strictObject({ type: z.literal('layoutSet') }),
]);

const shape = {
  id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'wants letters, digits, _ and -, a letter first'),
  type: z.string().refine((type) => fields.has(type), {
    error: `unknown component type, expected one of ${fields.ids().join(', ')}`,
    params: { problem: 'not_allowed' },
  }),
  textResourceBindings: z.record(z.string(), z.string().min(1)).optional(),
  dataModelBindings: z
    .record(z.string(), z.string().refine(isBindable, { error: 'wants a data model path without indexes' }))
    .optional(),
  required: conditionSchema,
  hidden: conditionSchema,
  readOnly: conditionSchema,
  format: z.string().optional(),
  options: optionsSchema.optional(),
  optionsId: z.string().min(1).max(100).optional(),
  min: bound,
  max: bound,
  exclusiveMin: bound,
  exclusiveMax: bound,
  minLength: count.optional(),
  maxLength: count.min(1).optional(),
  pattern: pattern.optional(),
  enum: z.array(z.string().max(1_000)).min(1).max(1_000).optional(),
  errorTexts: z.record(z.string(), z.string().min(1)).optional(),
  maxDecimals: count.max(10).optional(),
  maxNumberOfAttachments: count.min(1).max(100).optional(),
  autocomplete: z.string().refine(isAutocomplete, { error: 'wants the autofill tokens of HTML' }).optional(),
  unit: z.string().min(1).optional(),
  minCount: count.max(maxRows).optional(),
  maxCount: count.max(maxRows).optional(),
  hiddenRow: conditionSchema,
  openByDefault: z.boolean().optional(),
  target: target.optional(),
  variant: z.enum(['info', 'warning', 'success', 'error']).optional(),
  size: z.string().optional(),
  simplified: z.boolean().optional(),
  image: z
    .strictObject({
      src: z.partialRecord(z.enum(languages), z.string().max(500)),
      width: z.int().min(1).max(4_000).optional(),
    })
    .optional(),
};

/** One component with what is inside it. */
export const componentSchema: z.ZodType<FormComponent> = schemaAt(1);

function schemaAt(level: number): z.ZodType<FormComponent> {
  const children =
    level < maxNesting
      ? z.array(schemaAt(level + 1)).max(200)
      : z.array(z.never({ error: `nested deeper than ${maxNesting} levels` }));
  return z
    .strictObject({ ...shape, children: children.optional() })
    .superRefine((component: FormComponent, context) => {
      for (const message of problemsOf(component))
        context.addIssue({ code: 'custom', message, params: { problem: 'component_settings' } });
    });
}

const holders: ReadonlySet<string | undefined> = new Set(['group', 'details', 'rows', 'buttons']);

function problemsOf(component: FormComponent): string[] {
  const field = fields.find(component.type);
  if (!field) return [];
  const { dataModelBindings, textResourceBindings, children } = component;
  return [
    ...(field.collects === 'answer' && dataModelBindings?.simpleBinding === undefined
      ? ['wants dataModelBindings.simpleBinding']
      : []),
    ...(field.titled && textResourceBindings?.title === undefined
      ? ['wants textResourceBindings.title']
      : []),
    ...(children !== undefined && (field.parts || !holders.has(field.structure))
      ? ['takes no children']
      : []),
    ...field.definitionProblems(component),
  ];
}

function isBindable(path: string): boolean {
  try {
    return parsePath(path).every((segment) => typeof segment === 'string');
  } catch {
    return false;
  }
}
