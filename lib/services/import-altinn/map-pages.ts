import type { FormPage } from '@/lib/forms/component.ts';
import { buildPages, type PageDraft } from './build-pages.ts';
import type { MapContext } from './component-mapper.ts';
import { componentMappers } from './component-mappers.ts';
import type { DerivedVariant } from './derive-variant.ts';
import type { JsonNode } from './json-source.ts';
import { mapComponents, tellOfStepPage } from './map-components.ts';
import { newComponentIds, newPageIds } from './names.ts';
import type { LayoutPage, LayoutSet } from './read-layout-sets.ts';
import { shown } from './read-object.ts';

const maxPages = 100;

/**
 * The layout sets with the pages that are the form: those of the tasks that fill in. Where the process does not say which tasks
 * those are, everything but what is known to be another task's, or shows that it is a payment's or a signing's.
 */
export function setsOfForm(
  sets: readonly LayoutSet[],
  { fillTasks, otherTasks, sure }: DerivedVariant,
): LayoutSet[] {
  if (!sure)
    return sets
      .filter(({ tasks }) => tasks.length === 0 || tasks.some((task) => !otherTasks.includes(task)))
      .flatMap(withoutStepPages);
  const own = fillTasks.flatMap((task) => sets.filter(({ tasks }) => tasks.includes(task)));
  // One layout for the whole app belongs to the tasks that have none of their own.
  const shared = own.length < fillTasks.length ? sets.filter(({ tasks }) => tasks.length === 0) : [];
  return [...new Set([...own, ...shared])];
}

/** A set that asks nothing besides its step's pages is that step's as a whole. */
function withoutStepPages(set: LayoutSet): LayoutSet[] {
  const pages = set.pages.filter((page) => !page.components.some(isOfStep));
  if (pages.length === set.pages.length) return [set];
  const asks = pages.some(({ components }) =>
    components.some(({ members }) => members?.has('dataModelBindings')),
  );
  return asks ? [{ ...set, pages }] : [];
}

function isOfStep({ members }: JsonNode): boolean {
  const type = members?.get('type')?.value;
  return typeof type === 'string' && componentMappers.find(type)?.ofStep === true;
}

/** The form's pages; the pages of other steps are only told of. */
export function mapPages(
  sets: readonly LayoutSet[],
  ofForm: readonly LayoutSet[],
  context: MapContext,
): FormPage[] {
  const ids = new Map<string, string>();
  const pageIds = new Map<string, string>();
  const [newId, newPageId] = [newComponentIds(), newPageIds()];
  const drafts: PageDraft[] = [];
  const own = ofForm.flatMap(({ pages }) => pages);
  for (const page of own) {
    if (drafts.length >= maxPages) page.subject.refuse('pageTooMany', { max: String(maxPages) });
    else drafts.push(mapPage(page));
  }
  for (const page of sets.flatMap(({ pages }) => pages).filter((each) => !own.includes(each))) {
    page.subject.refuse('stepPage');
    page.source.node('hidden');
    tellOfRest(page);
    tellOfStepPage(page.components, { ...context, page: page.name, ids, newId });
  }
  const { texts, optionLists, modelName } = context;
  return buildPages(drafts, { texts, optionLists, modelName, ids, pageIds });

  function mapPage(page: LayoutPage): PageDraft {
    const id = newPageId(page.name);
    if (!pageIds.has(page.name)) pageIds.set(page.name, id);
    if (id !== page.name) page.subject.note('renamed', 'info', { id });
    if (!context.texts.has(page.name)) page.subject.note('pageTitleMissing', 'changed');
    const title = context.texts.keyFor(page.name, `${id}.title`);
    const hidden = page.source.node('hidden');
    tellOfRest(page);
    const components = mapComponents(page.components, { ...context, page: page.name, ids, newId });
    return {
      page: { id, textResourceBindings: { title }, components: [] },
      hidden: hidden?.value === null ? undefined : hidden,
      drafts: components,
      subject: page.subject,
    };
  }
}

function tellOfRest({ source, subject }: LayoutPage): void {
  for (const [property, { value, at }] of source.rest())
    subject.note('unknownProperty', 'lost', { property, value: shown(value) }, at);
}

/** Data model paths that the pages fill in. */
export function boundPaths(pages: readonly FormPage[]): Set<string> {
  const found = new Set<string>();
  const waiting = pages.flatMap(({ components }) => components);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const path of Object.values(next.dataModelBindings ?? {})) found.add(path);
    waiting.push(...(next.children ?? []));
  }
  return found;
}
