import { z } from 'zod';
import { parsePath } from '@/lib/core/answers.ts';
import { isDecimal } from '@/lib/core/decimal.ts';
import type { Expression } from '@/lib/expressions/expression.ts';
import { expressionSchema } from '@/lib/expressions/expression-schema.ts';
import type { Form, FormComponent, FormPage } from './component.ts';
import { isDate } from './dates.ts';
import { fields } from './fields/registry.ts';

export { answersSchema } from './answers-schema.ts';

/** Page ids stand in the address beside the steps of a workflow, so a page may not be called what a step is. */
export const reservedPageIds = [
  'check',
  'pay',
  'waiting',
  'sign',
  'receipt',
  'return',
  'withdraw',
  'status',
  'seal',
] as const;

const condition = z.union([z.boolean(), expressionSchema]).optional();
const bound = z
  .string()
  .refine((value) => isDecimal(value) || isDate(value), { error: 'wants a decimal string or YYYY-MM-DD' });
const count = z.int().min(0).max(100_000);

const componentSchema = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/, 'wants letters, digits, _ and -, a letter first'),
    type: z.string().refine((type) => fields.has(type), {
      error: `unknown component type, expected one of ${fields.ids().join(', ')}`,
    }),
    textResourceBindings: z.record(z.string(), z.string().min(1)).optional(),
    dataModelBindings: z
      .record(z.string(), z.string().refine(isBindable, { error: 'wants a data model path without indexes' }))
      .optional(),
    required: condition,
    hidden: condition,
    readOnly: condition,
    format: z.string().optional(),
    options: z
      .array(z.strictObject({ value: z.string().max(200), label: z.string().min(1) }))
      .max(500)
      .optional(),
    min: bound.optional(),
    max: bound.optional(),
    maxLength: count.min(1).optional(),
    maxDecimals: count.max(10).optional(),
    maxNumberOfAttachments: count.min(1).max(100).optional(),
    autocomplete: z.string().optional(),
    unit: z.string().min(1).optional(),
    variant: z.enum(['info', 'warning', 'success', 'error']).optional(),
    size: z.string().optional(),
  })
  .superRefine((component, context) => {
    const field = fields.find(component.type);
    const known: FormComponent = component;
    const problems = [
      ...(field?.collects === 'answer' && component.dataModelBindings?.simpleBinding === undefined
        ? ['wants dataModelBindings.simpleBinding']
        : []),
      ...(component.textResourceBindings?.title === undefined ? ['wants textResourceBindings.title'] : []),
      ...(field?.definitionProblems(known) ?? []),
    ];
    for (const message of problems) context.addIssue({ code: 'custom', message });
  });

const pageSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/, 'wants lower-case letters, digits and -')
    .refine((id) => !reservedPageIds.some((reserved) => reserved === id), {
      error: `reserved: ${reservedPageIds.join(', ')}`,
    }),
  textResourceBindings: z.strictObject({
    title: z.string().min(1),
    description: z.string().min(1).optional(),
  }),
  hidden: condition,
  components: z.array(componentSchema).max(200),
});

/** The pages of a form: known types, unique ids, sound paths and expressions whose components exist. */
export const pagesSchema: z.ZodType<FormPage[]> = z
  .array(pageSchema)
  .max(100)
  .superRefine((pages, context) => {
    const components = pages.flatMap((page) => page.components);
    for (const list of [pages, components]) {
      for (const { id } of list.filter(
        (each, index) => list.findIndex((other) => other.id === each.id) !== index,
      )) {
        context.addIssue({ code: 'custom', message: `"${id}" is used twice` });
      }
    }
    const ids = new Set(components.map(({ id }) => id));
    const conditions = [
      ...pages.map(({ id, hidden }) => ({ id, list: [hidden] })),
      ...components.map((each) => ({ id: each.id, list: [each.hidden, each.required, each.readOnly] })),
    ];
    for (const { id, list } of conditions) {
      for (const missing of list.flatMap(componentsIn).filter((each) => !ids.has(each))) {
        context.addIssue({
          code: 'custom',
          message: `${id}: looks up the component "${missing}", which is not there`,
        });
      }
    }
  });

export const formSchema: z.ZodType<Form> = z.strictObject({ pages: pagesSchema });

/** Ids that `["component", id]` looks up as written. */
function componentsIn(expression: Expression | undefined): string[] {
  if (!Array.isArray(expression)) return [];
  const [name, id] = expression;
  return [
    ...(name === 'component' && typeof id === 'string' ? [id] : []),
    ...expression.slice(1).flatMap(componentsIn),
  ];
}

function isBindable(path: string): boolean {
  try {
    return parsePath(path).every((segment) => typeof segment === 'string');
  } catch {
    return false;
  }
}
