import type { FormComponent } from '../component.ts';
import { defineStructure } from './define-field.ts';
import { partOf } from './part.ts';

interface Part {
  /** Altinn's name of the binding. */
  binding: string;
  /** Left out of a simplified address. */
  full?: true;
  /** Whether it follows the `required` of the whole. */
  follows: boolean;
  settings: Pick<FormComponent, 'format' | 'maxLength' | 'pattern' | 'errorTexts' | 'autocomplete'>;
}

const parts: readonly Part[] = [
  { binding: 'address', follows: true, settings: { maxLength: 200, autocomplete: 'address-line1' } },
  {
    binding: 'careOf',
    full: true,
    follows: false,
    settings: { maxLength: 200, autocomplete: 'address-line2' },
  },
  { binding: 'zipCode', follows: true, settings: { format: 'postcode', autocomplete: 'postal-code' } },
  { binding: 'postPlace', follows: true, settings: { maxLength: 100, autocomplete: 'address-level2' } },
  {
    binding: 'houseNumber',
    full: true,
    follows: false,
    settings: {
      pattern: '^[HKLUhklu][0-9]{4}$',
      errorTexts: { pattern: 'fields.houseNumberPattern' },
      autocomplete: 'off',
    },
  },
];

/** A Norwegian address: street, postcode and place; unless `simplified`, also c/o and the number of the dwelling. */
export const address = defineStructure({
  id: 'Address',
  structure: 'group',
  titled: true,
  parts: (whole) =>
    parts.flatMap(({ binding, full, follows, settings }) => {
      const path = whole.dataModelBindings?.[binding];
      if (path === undefined || (full && whole.simplified !== false)) return [];
      return partOf(whole, binding, binding, {
        type: 'Input',
        dataModelBindings: { simpleBinding: path },
        required: follows ? whole.required : undefined,
        ...settings,
        // Somebody else's address must not be filled in with one's own.
        ...(whole.autocomplete === 'off' && { autocomplete: 'off' }),
      });
    }),
  definitionProblems: ({ dataModelBindings = {} }) =>
    ['address', 'zipCode', 'postPlace']
      .filter((binding) => dataModelBindings[binding] === undefined)
      .map((binding) => `wants dataModelBindings.${binding}`),
});
