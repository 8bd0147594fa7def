import type { FormComponent } from '../component.ts';
import { defineStructure, type FieldType, fetchedPrefix, type Lookup } from './define-field.ts';
import { partId, partOf } from './part.ts';

interface LookupField {
  id: string;
  lookup: Lookup;
  /** Format of the number that is looked up, and the name of its texts. */
  format: string;
  /** Names of the facts that are shown, each bound by `lookup.fills`. */
  shows: readonly string[];
}

/**
 * A number that a person writes and facts that are fetched for it: nobody can write those themselves, and another number takes
 * them away. Required means that the number is, and a number without its facts is an error.
 */
export function lookupField({ id, lookup, format, shows }: LookupField): FieldType {
  return defineStructure({
    id,
    structure: 'group',
    titled: true,
    lookup,
    parts: (whole) => [
      partOf(whole, 'number', format, {
        type: 'Input',
        format,
        required: whole.required,
        autocomplete: 'off',
        dataModelBindings: {
          simpleBinding: bound(whole, lookup.number) ?? '',
          ...fetchedBindings(whole, lookup),
        },
      }),
      { ...partOf(whole, 'fetch', 'fetch', { type: 'FetchButton' }), ...asking(whole, lookup) },
      ...shows.flatMap((fact) => {
        const path = bound(whole, lookup.fills[fact] ?? '');
        return path === undefined
          ? []
          : partOf(whole, fact, fact, {
              type: 'Input',
              readOnly: true,
              dataModelBindings: { simpleBinding: path },
            });
      }),
    ],
    definitionProblems: (whole) => {
      const [first = ''] = Object.values(lookup.fills);
      return [lookup.number, first]
        .filter((binding) => bound(whole, binding) === undefined)
        .map((binding) => `wants dataModelBindings.${binding}`);
    },
  });
}

/** Ids of the parts that the fetching itself has to do with. */
export const numberIdOf = (wholeId: string): string => partId(wholeId, 'number');
export const fetchIdOf = (wholeId: string): string => partId(wholeId, 'fetch');

function bound(whole: FormComponent, binding: string): string | undefined {
  return whole.dataModelBindings?.[binding];
}

function fetchedBindings(whole: FormComponent, { fills }: Lookup): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fills).flatMap(([fact, binding]) => {
      const path = bound(whole, binding);
      return path === undefined ? [] : [[`${fetchedPrefix}${fact}`, path]];
    }),
  );
}

/** Several buttons of a page have the same few words, so each also tells what it fetches for. */
function asking(whole: FormComponent, { asks }: Lookup): Pick<FormComponent, 'textResourceBindings'> {
  const about = whole.textResourceBindings?.title;
  return {
    textResourceBindings: {
      title: 'fields.fetch',
      ...(about !== undefined && { about }),
      ...(asks && { asks: `fields.${asks}` }),
    },
  };
}
