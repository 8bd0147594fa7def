import { textKeysOf } from '@/lib/forms/text-keys.ts';
import { pricingTextKeys } from '@/lib/pricing/pricing-text-keys.ts';
import type { ServiceDefinition } from './definition.ts';
import { serviceTextKeys } from './service-text-keys.ts';

/** A part of a service that is edited in one form. Every text of the service stands in exactly one. */
export interface EditSection {
  /** Part of an address: `about`, `page-<id>`, `prices`, `payment`, `terms`. */
  id: string;
  kind: 'about' | 'page' | 'prices' | 'payment' | 'terms';
  /** Of a form page: the key of its title. */
  titleKey?: string;
  textKeys: readonly string[];
}

/** The parts of a service, in the order that a citizen meets them. */
export function editSections(definition: ServiceDefinition): EditSection[] {
  const taken = new Set<string>();
  const take = (keys: readonly string[]) => {
    const fresh = keys.filter((key) => !taken.has(key));
    for (const key of fresh) taken.add(key);
    return fresh;
  };
  // Prices and payment first, so that what they show is edited there also when a form page shows it too.
  const payment = take(['payment.description']);
  const prices = take(pricingTextKeys(definition.pricing));
  const pages = definition.pages.map((page) => ({
    id: `page-${page.id}`,
    kind: 'page' as const,
    titleKey: page.textResourceBindings.title,
    textKeys: take(textKeysOf({ pages: [page] })),
  }));
  const about = take(serviceTextKeys(definition, definition.signing !== undefined));
  return [
    { id: 'about', kind: 'about', textKeys: about },
    ...pages,
    { id: 'prices', kind: 'prices', textKeys: prices },
    { id: 'payment', kind: 'payment', textKeys: payment },
    { id: 'terms', kind: 'terms', textKeys: [] },
  ];
}

export function findSection(definition: ServiceDefinition, id: string): EditSection | undefined {
  return editSections(definition).find((section) => section.id === id);
}

/** The section that a text is edited in; for links from what is missing to where it is written. */
export function sectionOfText(definition: ServiceDefinition, key: string): EditSection | undefined {
  return editSections(definition).find((section) => section.textKeys.includes(key));
}
