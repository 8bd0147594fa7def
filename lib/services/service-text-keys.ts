import type { FormPage } from '@/lib/forms/component.ts';
import { type OptionLists, withOptionLists } from '@/lib/forms/expand-pages.ts';
import { readByConditions } from '@/lib/forms/form-facts.ts';
import { textKeysOf } from '@/lib/forms/text-keys.ts';
import { pricingTextKeys } from '@/lib/pricing/pricing-text-keys.ts';
import type { ServiceDefinition } from './definition.ts';

/** What every service says, whatever its form is. */
const always = [
  'service.title',
  'service.summary',
  'service.about',
  'service.need',
  'service.price',
  'service.purpose',
  'service.legalBasis',
  'service.afterwards',
  'payment.description',
];

/** Every text key that a service uses, each once; `signs` says whether its variant has a signing step. */
export function serviceTextKeys(
  definition: Pick<ServiceDefinition, 'pages' | 'optionLists' | 'pricing'>,
  signs: boolean,
): string[] {
  const pages = withOptionLists(definition.pages, definition.optionLists);
  return [
    ...new Set([
      ...always,
      ...(signs ? ['signing.statement'] : []),
      ...textKeysOf({ pages }),
      ...labelsRead(pages, definition.optionLists),
      ...pricingTextKeys(definition.pricing),
    ]),
  ];
}

/** Conditions may read labels of a list that no component chooses from. */
function labelsRead(pages: readonly FormPage[], lists: OptionLists = {}): string[] {
  const { lists: read } = readByConditions(pages);
  return Object.entries(lists).flatMap(([id, options]) =>
    read.has(id) ? options.map(({ label }) => label) : [],
  );
}
