import { z } from 'zod';
import type { Form, FormPage } from './component.ts';
import { componentSchema, conditionSchema } from './component-schema.ts';
import { withParts } from './expand-pages.ts';
import { treeProblems } from './tree-problems.ts';

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

const pageSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,63}$/, 'wants lower-case letters, digits and -')
    .refine((id) => !reservedPageIds.some((reserved) => reserved === id), {
      error: `reserved: ${reservedPageIds.join(', ')}`,
      params: { problem: 'not_allowed' },
    }),
  textResourceBindings: z.strictObject({
    title: z.string().min(1),
    description: z.string().min(1).optional(),
  }),
  hidden: conditionSchema,
  components: z.array(componentSchema).max(200),
});

/** The pages of a form: known types, unique ids, sound paths and nesting, and expressions whose components exist. */
export const pagesSchema: z.ZodType<FormPage[]> = z
  .array(pageSchema)
  .max(100)
  .superRefine((pages, context) => {
    for (const { id, message, asked } of treeProblems(withParts(pages))) {
      const problem = asked === undefined ? 'form_tree' : 'condition_unanswered';
      const params = { problem, component: id, ...(asked !== undefined && { asked }) };
      context.addIssue({ code: 'custom', message, params });
    }
  });

export const formSchema: z.ZodType<Form> = z.strictObject({ pages: pagesSchema });
