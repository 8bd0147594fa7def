import fc from 'fast-check';
import type { Form, FormComponent } from '@/lib/forms/component.ts';
import { fillableTypes, smallest } from '@/lib/forms/every-field.test-helper.ts';
import { withParts } from '@/lib/forms/expand-pages.ts';
import { formFacts } from '@/lib/forms/form-facts.ts';
import { formSchema } from '@/lib/forms/form-schema.ts';
import { formats } from '@/lib/forms/formats/registry.ts';

/** Limits as a definition may have them, sensible or not. */
const limits = fc.record(
  {
    min: fc.constantFrom('0', '2', '-1.5', '2026-01-01', '08:00'),
    max: fc.constantFrom('10', '2', '2026-12-31', '16:00'),
    exclusiveMin: fc.constantFrom('0', '1'),
    exclusiveMax: fc.constantFrom('5', '100'),
    minLength: fc.integer({ min: 0, max: 5 }),
    maxLength: fc.integer({ min: 1, max: 12 }),
    maxDecimals: fc.integer({ min: 0, max: 3 }),
    pattern: fc.constantFrom('^[0-9]+$', '^(a+)+$', '\\p{L}', '^.{2,4}$', '\\s'),
    enum: fc.constantFrom<string[]>(['a', '1'], ['b']),
  },
  { requiredKeys: [] },
);
const condition = fc.option(
  fc.oneof(
    fc.boolean(),
    fc.constantFrom<FormComponent['hidden']>(
      ['equals', ['dataModel', 'Skjema.q0'], 'a'],
      ['notEquals', ['component', 'q0'], null],
      ['greaterThan', ['dataModel', 'Skjema.q0'], 1],
      ['equals', ['displayValue', 'q1'], ['text', 'a']],
      ['equals', ['optionLabel', 'liste', ['component', 'q0']], 'A'],
      ['equals', ['language'], 'nn'],
      ['authContext', 'sign'],
      // Of the other page: not answered while that is hidden.
      ['equals', ['dataModel', 'Skjema.other0'], 'a'],
      ['notEquals', ['component', 'other0'], null],
    ),
  ),
  { nil: undefined },
);
const kind = fc.oneof(
  fc.record({ type: fc.constantFrom(...fillableTypes), format: fc.constant(undefined) }),
  fc.record({ type: fc.constant('Input'), format: fc.constantFrom(...formats.ids()) }),
);
/** For what would leave little to judge if it were hidden as often as anything else. */
const seldom = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  { weight: 1, arbitrary: condition },
);
/** Of a row of `rader`, where a path means the row itself. */
const rowCondition = fc.oneof(
  seldom,
  fc.constantFrom<FormComponent['hidden']>(
    ['equals', ['dataModel', 'Skjema.Rader.r0'], 'a'],
    ['equals', ['component', 'r0'], '1'],
  ),
);
const question = fc.record({
  kind,
  limits,
  required: condition,
  hidden: condition,
  readOnly: condition,
  /** Of the first option and the second, where it has options. */
  optionsHidden: fc.tuple(condition, condition),
});
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

function componentOf(
  { kind: { type, format }, limits: limited, optionsHidden, ...conditions }: Question,
  id: string,
): FormComponent {
  const component = smallest(type, id, { ...limited, ...conditions, ...(format && { format }) });
  const options = component.options?.map((option, index) => ({ ...option, hidden: optionsHidden[index] }));
  return { ...component, ...(options && { options }) };
}

/**
 * The first questions stand alone, the others in a group, in a group within that, and in two rows of a repeating group, the last
 * of them in a group there. Another page, which may be hidden like the first, holds what conditions ask for.
 */
export const generatedForm = fc
  .tuple(
    fc.array(question, { minLength: 1, maxLength: 4 }),
    fc.array(question, { maxLength: 2 }),
    fc.array(question, { maxLength: 2 }),
    fc.array(question, { maxLength: 2 }),
    fc.record({
      hidden: condition,
      readOnly: condition,
      nested: fc.record({ hidden: condition, readOnly: condition }),
      inRow: fc.record({ hidden: seldom, readOnly: condition }),
      hiddenRow: rowCondition,
      pages: fc.tuple(seldom, condition),
    }),
  )
  .map(
    ([alone, grouped, deeper, repeated, { nested: within, inRow, hiddenRow, pages: hiddenPages, ...group }]):
      | Form
      | undefined => {
      const inRows = repeated
        .filter(({ kind: { type } }) => !type.startsWith('FileUpload'))
        .map((each, index) => inside('Skjema.Rader', componentOf(each, `r${index}`)));
      const lastInRow = inRows.splice(1);
      const components: FormComponent[] = [
        ...alone.map((each, index) => componentOf(each, `q${index}`)),
        {
          id: 'g',
          type: 'Group',
          ...group,
          children: [
            ...grouped.map((each, index) => componentOf(each, `g${index}`)),
            {
              id: 'gg',
              type: 'Group',
              ...within,
              children: deeper.map((each, index) => componentOf(each, `gg${index}`)),
            },
          ],
        },
        {
          id: 'rader',
          type: 'RepeatingGroup',
          textResourceBindings: { title: 't' },
          dataModelBindings: { group: 'Skjema.Rader' },
          maxCount: 3,
          hiddenRow,
          children: [...inRows, { id: 'rg', type: 'Group', ...inRow, children: lastInRow }],
        },
      ];
      const parsed = formSchema.safeParse({
        pages: [
          { id: 'one', textResourceBindings: { title: 't' }, hidden: hiddenPages[0], components },
          {
            id: 'other',
            textResourceBindings: { title: 't' },
            hidden: hiddenPages[1],
            components: [smallest('Input', 'other0')],
          },
        ],
      });
      if (!parsed.success) return undefined;
      const pages = withParts(parsed.data.pages);
      const lists = { liste: [{ value: 'a', label: 'a' }] };
      return { pages, facts: formFacts(pages, lists, 'nn', (key) => key.toUpperCase()) };
    },
  );

/** The component in a repeating group whose rows lie at `path`. */
export function inside(path: string, component: FormComponent): FormComponent {
  const bindings = Object.entries(component.dataModelBindings ?? {});
  return {
    ...component,
    dataModelBindings: Object.fromEntries(
      bindings.map(([name, bound]) => [name, bound.replace('Skjema', path)]),
    ),
  };
}
