import type { FormPage } from '@/lib/forms/component.ts';
import { buildPages, type PageDraft } from './build-pages.ts';
import type { MapContext } from './component-mapper.ts';
import type { DerivedVariant } from './derive-variant.ts';
import { mapComponents, tellOfStepPage } from './map-components.ts';
import { newComponentIds, newPageIds } from './names.ts';
import type { LayoutPage, LayoutSet } from './read-layout-sets.ts';
import { shown } from './read-object.ts';

const maxPages = 100;

/** The layout sets whose pages are the form: those of the tasks that fill in, or all when no process says. */
export function setsOfForm(sets: readonly LayoutSet[], derived: DerivedVariant | undefined): LayoutSet[] {
  if (!derived) return [...sets];
  const own = derived.fillTasks.flatMap((task) => sets.filter(({ tasks }) => tasks.includes(task)));
  // One layout for the whole app belongs to the tasks that have none of their own.
  const shared = own.length < derived.fillTasks.length ? sets.filter(({ tasks }) => tasks.length === 0) : [];
  return [...new Set([...own, ...shared])];
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
  for (const page of ofForm.flatMap(({ pages }) => pages)) {
    if (drafts.length >= maxPages) page.subject.refuse('pageTooMany', { max: String(maxPages) });
    else drafts.push(mapPage(page));
  }
  for (const page of sets.filter((set) => !ofForm.includes(set)).flatMap(({ pages }) => pages)) {
    page.subject.refuse('stepPage');
    page.source.node('hidden');
    tellOfRest(page);
    tellOfStepPage(page.components, { ...context, page: page.name, ids, newId });
  }
  return buildPages(drafts, { texts: context.texts, modelName: context.modelName, ids, pageIds });

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
