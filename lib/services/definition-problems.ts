import { everyComponent } from '@/lib/forms/component-tree.ts';
import type { ServiceDefinition } from './definition.ts';
import { serviceTextKeys } from './service-text-keys.ts';
import { serviceTypes } from './service-types.ts';

/** What a definition must know of a workflow variant (they lie above this room; the variant registry's entries fit). */
export interface KnownVariant {
  readonly id: string;
  /** Whether a person fills in a form. */
  readonly fill: boolean;
  /** Ids of the steps in order; `pay` and `sign` are the ones that ask something of a definition. */
  readonly steps: readonly string[];
}

export interface Known {
  readonly variants: readonly KnownVariant[];
  /** Days that a reservation under the owner's agreement is sure to live; absent: not checked here. */
  readonly reservationDays?: number;
}

/** Where in the document (`texts.nb.service.title`), and what is wrong there. */
export interface Problem {
  path: string;
  message: string;
}

/** Shown to the payer and sent to the provider; providers refuse `< > ' " & \` in several text fields. */
const maxDescription = 100;
const badInDescription = /[<>'"&\\]/;

/** What keeps a well-formed definition from being published; empty when nothing does. */
export function definitionProblems(definition: ServiceDefinition, known: Known): Problem[] {
  const variant = known.variants.find((each) => each.id === definition.variant);
  if (!variant) {
    return [
      {
        path: 'variant',
        message: `Unknown variant "${definition.variant}", expected one of ${known.variants.map((each) => each.id).join(', ')}`,
      },
    ];
  }
  return [
    ...typeProblems(definition, variant),
    ...formProblems(definition, variant),
    ...optionProblems(definition),
    ...prefillProblems(definition),
    ...signingProblems(definition, variant),
    ...reservationProblems(definition, variant, known.reservationDays),
    ...missingTexts(definition, variant, ['nb', 'nn']),
    ...descriptionProblems(definition),
  ];
}

/** What the owner should know but may publish with: an English text that is missing (bokmål is shown), a path nobody fills in. */
export function definitionWarnings(definition: ServiceDefinition, known: Known): Problem[] {
  const variant = known.variants.find((each) => each.id === definition.variant);
  return [...(variant ? missingTexts(definition, variant, ['en']) : []), ...unboundPaths(definition)];
}

function signs(variant: KnownVariant): boolean {
  return variant.steps.includes('sign');
}

/** Then a reservation must live until the last signature. */
function paysBeforeSigning({ steps }: KnownVariant): boolean {
  return steps.includes('pay') && steps.indexOf('pay') < steps.lastIndexOf('sign');
}

function typeProblems({ serviceType }: ServiceDefinition, variant: KnownVariant): Problem[] {
  const path = 'serviceType';
  const type = serviceTypes.find(serviceType);
  if (variant.steps.includes('pay') && !type?.payment) {
    return [
      {
        path,
        message: `A service of type "${serviceType}" cannot have a payment step: payment goes with submission services`,
      },
    ];
  }
  if (!type)
    return [
      {
        path,
        message: `Unknown service type "${serviceType}", expected one of ${serviceTypes.ids().join(', ')}`,
      },
    ];
  return [];
}

function formProblems({ pages }: ServiceDefinition, variant: KnownVariant): Problem[] {
  if (variant.fill && !pages.length)
    return [{ path: 'pages', message: `Variant "${variant.id}" needs at least one page` }];
  if (!variant.fill && pages.length)
    return [{ path: 'pages', message: `Variant "${variant.id}" has no form, so no pages` }];
  return [];
}

function optionProblems({ pages, optionLists = {} }: ServiceDefinition): Problem[] {
  return everyComponent({ pages })
    .filter(({ optionsId }) => optionsId !== undefined && !Object.hasOwn(optionLists, optionsId))
    .map(({ id, optionsId }) => ({
      path: 'optionLists',
      message: `${id}: there is no list "${optionsId}"`,
    }));
}

function prefillProblems(definition: ServiceDefinition): Problem[] {
  const bound = boundPaths(definition);
  return (definition.prefill ?? [])
    .filter(({ path }) => !bound.has(path))
    .map(({ path }) => ({ path: 'prefill', message: `No component shows "${path}"` }));
}

function boundPaths({ pages }: Pick<ServiceDefinition, 'pages'>): Set<string> {
  return new Set(everyComponent({ pages }).flatMap((each) => Object.values(each.dataModelBindings ?? {})));
}

function signingProblems({ signing }: ServiceDefinition, variant: KnownVariant): Problem[] {
  if (signs(variant) && !signing)
    return [{ path: 'signing', message: `Variant "${variant.id}" signs: say at which level` }];
  if (!signs(variant) && signing)
    return [{ path: 'signing', message: `Variant "${variant.id}" has no signing step` }];
  return [];
}

function reservationProblems(
  { payment, deadlines }: ServiceDefinition,
  variant: KnownVariant,
  reservationDays?: number,
): Problem[] {
  if (payment.capture !== 'reserve' || reservationDays === undefined) return [];
  const wanted = paysBeforeSigning(variant) ? deadlines.signingDays : 1;
  if (wanted <= reservationDays) return [];
  return [
    {
      path: 'payment.capture',
      message: `A reservation lives ${reservationDays} days and would have to live ${wanted}: shorten deadlines.signingDays or take the money at once`,
    },
  ];
}

function missingTexts(
  definition: ServiceDefinition,
  variant: KnownVariant,
  wanted: readonly ('nb' | 'nn' | 'en')[],
): Problem[] {
  const keys = serviceTextKeys(definition, signs(variant));
  return wanted.flatMap((language) => {
    const texts = definition.texts[language];
    return keys
      .filter((key) => !Object.hasOwn(texts, key) || !texts[key]?.trim())
      .map((key) => ({ path: `texts.${language}.${key}`, message: 'The text is missing' }));
  });
}

function descriptionProblems({ texts }: ServiceDefinition): Problem[] {
  return (['nb', 'nn', 'en'] as const).flatMap((language) => {
    const description = texts[language]['payment.description'] ?? '';
    const path = `texts.${language}.payment.description`;
    return [
      ...(description.length > maxDescription
        ? [{ path, message: `At most ${maxDescription} characters` }]
        : []),
      ...(badInDescription.test(description)
        ? [{ path, message: 'Providers refuse the characters < > \' " & \\' }]
        : []),
    ];
  });
}

/** `["dataModel", path]` where no component binds the path: always empty, so most likely a slip. */
function unboundPaths({ pages, pricing }: ServiceDefinition): Problem[] {
  const bound = boundPaths({ pages });
  const read = new Map<string, string>();
  const visit = (node: unknown, path: string): void => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node) && node[0] === 'dataModel' && typeof node[1] === 'string' && !read.has(node[1]))
      read.set(node[1], path);
    for (const [key, value] of Object.entries(node)) visit(value, `${path}.${key}`);
  };
  visit(pages, 'pages');
  visit(pricing.rules, 'pricing.rules');
  return [...read]
    .filter(([name]) => !bound.has(name))
    .map(([name, path]) => ({ path, message: `No component fills in "${name}"` }));
}
