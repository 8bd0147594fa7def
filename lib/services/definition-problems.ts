import type { FormPage } from '@/lib/forms/component.ts';
import { everyComponent } from '@/lib/forms/component-tree.ts';
import { conditionProblems } from '@/lib/forms/condition-problems.ts';
import { conditionsOf } from '@/lib/forms/conditions-of.ts';
import { type OptionLists, withOptionLists } from '@/lib/forms/expand-pages.ts';
import { readIn } from '@/lib/forms/form-facts.ts';
import { withoutIndexes } from '@/lib/forms/row-path.ts';
import type { ServiceDefinition } from './definition.ts';
import { lockedQuestionProblems } from './locked-questions.ts';
import { type KnownAgreement, paymentProblems, paymentWarnings } from './payment-problems.ts';
import { pricingPaths, pricingProblems } from './pricing-problems.ts';
import type { Problem } from './problem.ts';
import { serviceTypes } from './service-types.ts';
import { languageProblems, missingTexts, type OwnerKind } from './text-problems.ts';

/** What a definition must know of a workflow variant (they lie above this room; the variant registry's entries fit). */
export interface KnownVariant {
  readonly id: string;
  /** Whether a person fills in a form. */
  readonly fill: boolean;
  /** Ids of the steps in order; `pay` and `sign` are the ones that ask something of a definition. */
  readonly steps: readonly string[];
}

export interface Known extends KnownAgreement {
  readonly variants: readonly KnownVariant[];
  /** Who owns the service; absent means the state, of whom the law asks most. */
  readonly ownerKind?: OwnerKind;
}

/** What keeps a well-formed definition from being published; empty when nothing does. */
export function definitionProblems(definition: ServiceDefinition, known: Known): Problem[] {
  const variant = known.variants.find((each) => each.id === definition.variant);
  if (!variant) {
    return [
      {
        path: 'variant',
        code: 'unknown_variant',
        values: { variant: definition.variant },
        message: `Unknown variant "${definition.variant}", expected one of ${known.variants.map((each) => each.id).join(', ')}`,
      },
    ];
  }
  return [
    ...typeProblems(definition, variant),
    ...formProblems(definition, variant),
    ...optionProblems(definition),
    ...prefillProblems(definition),
    ...lockedQuestionProblems(definition),
    ...signingProblems(definition, variant),
    ...pricingProblems(definition, variant),
    ...languageProblems(definition, signs(variant), known.ownerKind).blocking,
    ...paymentProblems(definition, known, variant),
  ];
}

/** What of a draft does not fit the agreement that it names, to be told as soon as it is stored. */
export function paymentMisfits(definition: ServiceDefinition, known: Known): Problem[] {
  return paymentProblems(
    definition,
    known,
    known.variants.find((each) => each.id === definition.variant),
  );
}

/** What of a draft is worth knowing as soon as it is stored, and keeps nobody from publishing it. */
export function paymentHints({ variant }: ServiceDefinition, known: Known): Problem[] {
  return paymentWarnings(
    known,
    known.variants.find(({ id }) => id === variant),
  );
}

/** What the owner should know but may publish with: an English text that is missing (bokmål is shown), a path nobody fills in, alarms that nobody is mailed about. */
export function definitionWarnings(definition: ServiceDefinition, known: Known): Problem[] {
  const variant = known.variants.find((each) => each.id === definition.variant);
  const missing = variant
    ? [
        ...languageProblems(definition, signs(variant), known.ownerKind).allowed,
        ...missingTexts(definition, signs(variant), ['en']),
      ]
    : [];
  return [...missing, ...unboundPaths(definition), ...paymentWarnings(known, variant)];
}

function signs(variant: KnownVariant): boolean {
  return variant.steps.includes('sign');
}

function typeProblems({ serviceType }: ServiceDefinition, variant: KnownVariant): Problem[] {
  const path = 'serviceType';
  const type = serviceTypes.find(serviceType);
  if (variant.steps.includes('pay') && !type?.payment) {
    return [
      {
        path,
        code: 'type_without_payment',
        values: { type: serviceType },
        message: `A service of type "${serviceType}" cannot have a payment step: payment goes with submission services`,
      },
    ];
  }
  if (!type)
    return [
      {
        path,
        code: 'unknown_type',
        values: { type: serviceType },
        message: `Unknown service type "${serviceType}", expected one of ${serviceTypes.ids().join(', ')}`,
      },
    ];
  return [];
}

function formProblems({ pages }: ServiceDefinition, variant: KnownVariant): Problem[] {
  if (variant.fill && !pages.length)
    return [
      { path: 'pages', code: 'pages_missing', message: `Variant "${variant.id}" needs at least one page` },
    ];
  if (!variant.fill && pages.length)
    return [
      { path: 'pages', code: 'pages_unwanted', message: `Variant "${variant.id}" has no form, so no pages` },
    ];
  return [];
}

function optionProblems({ pages, optionLists = {} }: ServiceDefinition): Problem[] {
  const path = 'optionLists';
  const missing = everyComponent({ pages })
    .filter(({ optionsId }) => optionsId !== undefined && !Object.hasOwn(optionLists, optionsId))
    .map(
      ({ id, optionsId }): Problem => ({
        path,
        code: 'option_list_missing',
        values: { component: id, list: optionsId ?? '' },
        message: `${id}: there is no list "${optionsId}"`,
      }),
    );
  return [...missing, ...unansweredConditions(pages, optionLists)];
}

/** What only a whole document tells: conditions of choices in lists, and lists whose labels conditions read. */
function unansweredConditions(pages: readonly FormPage[], optionLists: OptionLists): Problem[] {
  const unanswered = (component: string, asked: string, message: string): Problem => ({
    path: 'optionLists',
    code: 'condition_unanswered',
    values: { component, asked },
    message: `${component}: ${message}`,
  });
  const inLists = Object.entries(optionLists).flatMap(([id, options]) =>
    options
      .flatMap(({ hidden = false }) => conditionProblems(hidden))
      .map(({ name, message }) => unanswered(id, name, message)),
  );
  const unknownLists = conditionsOf(withOptionLists(pages, optionLists)).flatMap(({ where, condition }) =>
    [...readIn(condition).lists]
      .filter((list) => !Object.hasOwn(optionLists, list))
      .map((list) => unanswered(where, `optionLabel: ${list}`, `there is no list "${list}"`)),
  );
  return [...inLists, ...unknownLists];
}

function prefillProblems(definition: ServiceDefinition): Problem[] {
  const bound = boundPaths(definition);
  return (definition.prefill ?? [])
    .filter(({ path }) => !bound.has(path))
    .map(
      ({ path }): Problem => ({
        path: 'prefill',
        code: 'prefill_unseen',
        values: { field: path },
        message: `No component shows "${path}"`,
      }),
    );
}

function boundPaths({ pages }: Pick<ServiceDefinition, 'pages'>): Set<string> {
  return new Set(everyComponent({ pages }).flatMap((each) => Object.values(each.dataModelBindings ?? {})));
}

function signingProblems({ signing }: ServiceDefinition, variant: KnownVariant): Problem[] {
  if (signs(variant) && !signing)
    return [
      {
        path: 'signing',
        code: 'signing_missing',
        message: `Variant "${variant.id}" signs: say at which level`,
      },
    ];
  if (!signs(variant) && signing)
    return [
      { path: 'signing', code: 'signing_unwanted', message: `Variant "${variant.id}" has no signing step` },
    ];
  return [];
}

/** A path that a condition or a price rule looks up and no component binds: always empty, so most likely a slip. */
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
  for (const [path, place] of pricingPaths(pricing)) if (!read.has(path)) read.set(path, place);
  return [...read]
    .filter(([name]) => !bound.has(withoutIndexes(name)))
    .map(
      ([name, path]): Problem => ({
        path,
        code: 'field_unfilled',
        values: { field: name },
        message: `No component fills in "${name}"`,
      }),
    );
}
