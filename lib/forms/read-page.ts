import { type Answers, getAnswer, setAnswer } from '@/lib/core/answers.ts';
import type { Form, FormComponent } from './component.ts';
import { fetchedPathsOf, pathOf } from './component-path.ts';
import { instancesOf } from './component-tree.ts';
import { fields } from './fields/registry.ts';
import { flatInstances, instantiate, isRepeating, maxRows } from './instantiate.ts';
import { resolveForm } from './resolve-form.ts';
import { shownName } from './shown-name.ts';

const freeRounds = 5;
const maxRounds = 50;

export type Posted = Readonly<Record<string, readonly string[]>>;

/**
 * A posted page → new answers. Input names are component ids, in a row `<group>[<index>].<id>`. Only components that are visible
 * and writable with the answers as they become are read; unknown names, tampered fields and components that were not on the page
 * as it was shown change nothing. A repeating group gets the rows that the page showed, at most one more than `maxRows`.
 * Text that cannot be read is kept as the answer (validation tells), and `raw` holds what was typed, by component id.
 */
export function readPage(
  form: Form,
  pageId: string,
  answers: Answers,
  posted: Posted,
): { answers: Answers; raw: Record<string, string[]> } {
  const page = form.pages.find((each) => each.id === pageId);
  const shown = own(posted, shownName);
  const post: Post = { posted, shown: shown && new Set(shown), rowCounts: countPostedRows(posted) };
  const read = (isOpen: (id: string) => boolean) =>
    readComponents(page?.components ?? [], answers, post, isOpen);
  let result = read(() => true);
  // What is read decides what is visible and writable, which decides what may be read. An answer that closes its own question
  // would go round for ever: after some rounds what has closed stays closed, so that nothing closed is ever read.
  for (let round = 0; round < maxRounds; round += 1) {
    const open = openIds(form, pageId, result.answers);
    const before = new Set(result.ids);
    const next = read((id) => open.has(id) && (round < freeRounds || before.has(id)));
    const settled = next.ids.length === before.size && next.ids.every((id) => before.has(id));
    result = next;
    if (settled) break;
  }
  const raw = result.ids.map((id) => [id, [...(own(posted, id) ?? [])]] as [string, string[]]);
  return { answers: result.answers, raw: Object.fromEntries(raw) };
}

interface Post {
  posted: Posted;
  /** Undefined when the page did not say what it showed. */
  shown: ReadonlySet<string> | undefined;
  /** Rows that were shown, by the group's id. */
  rowCounts: ReadonlyMap<string, number>;
}

interface Read {
  answers: Answers;
  /** What was read, in the order of the page. */
  ids: string[];
}

function readComponents(
  definitions: readonly FormComponent[],
  answers: Answers,
  post: Post,
  isOpen: (id: string) => boolean,
): Read {
  const read: Read = { answers, ids: [] };
  // Rows are settled from the outside in, so that each level is looked at with the rows that it will have.
  resizeRows(definitions, read, post, isOpen);
  for (const { component } of instantiate(definitions, read.answers).flatMap(flatInstances)) {
    const path = pathOf(component);
    if (path === undefined || component.readOnly === true || !isOpen(component.id)) continue;
    const raw = own(post.posted, component.id);
    if (raw === undefined && post.shown !== undefined && !post.shown.has(component.id)) continue;
    const answer = fields.get(component.type).read(raw ?? [], component);
    const before = getAnswer(read.answers, path);
    read.answers = setAnswer(read.answers, path, answer);
    // What was fetched for another answer does not belong to this one.
    if (answer !== before)
      for (const fetched of fetchedPathsOf(component))
        read.answers = setAnswer(read.answers, fetched, undefined);
    read.ids.push(component.id);
  }
  return read;
}

/** Gives every open repeating group the rows that the page showed; rows that stay keep what was not on the page. */
function resizeRows(
  definitions: readonly FormComponent[],
  read: Read,
  post: Post,
  isOpen: (id: string) => boolean,
): void {
  const levels = rowLevels(definitions);
  for (let depth = 0; depth < levels; depth += 1) {
    const groups = instantiate(definitions, read.answers)
      .flatMap(flatInstances)
      .filter(({ component, within }) => isRepeating(component) && within.length === depth);
    for (const { component } of groups) {
      const path = component.dataModelBindings?.group;
      const count = shownRows(component, post);
      if (path === undefined || count === undefined || component.readOnly === true || !isOpen(component.id))
        continue;
      const stored = getAnswer(read.answers, path);
      const rows = Array.isArray(stored) ? stored : [];
      const next = Array.from({ length: count }, (_, index) => rows[index] ?? {});
      read.answers = setAnswer(read.answers, path, next.length > 0 ? next : undefined);
      read.ids.push(component.id);
    }
  }
}

/** How many repeating groups are inside each other, at most. */
function rowLevels(definitions: readonly FormComponent[]): number {
  return Math.max(
    0,
    ...definitions.map((each) => rowLevels(each.children ?? []) + (isRepeating(each) ? 1 : 0)),
  );
}

/** Undefined when the group was not on the page. */
function shownRows({ id, minCount = 0 }: FormComponent, { shown, rowCounts }: Post): number | undefined {
  const count = rowCounts.get(id);
  if (count === undefined && shown !== undefined && !shown.has(id)) return undefined;
  return Math.min(Math.max(count ?? 0, minCount), maxRows + 1);
}

/** Longer names than any component has are not searched for rows. */
const maxNameLength = 300;

/** One more than the highest index that is named, by what stands before the index. */
function countPostedRows(posted: Posted): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of own(posted, shownName) ?? Object.keys(posted)) {
    if (name.length > maxNameLength) continue;
    for (const match of name.matchAll(/\[(\d{1,9})\]/g)) {
      const group = name.slice(0, match.index);
      counts.set(group, Math.max(counts.get(group) ?? 0, Number(match[1]) + 1));
    }
  }
  return counts;
}

function openIds(form: Form, pageId: string, answers: Answers): Set<string> {
  const page = resolveForm(form, answers).pages.find((each) => each.id === pageId);
  const open = (page ? instancesOf(page) : []).filter(({ hidden, readOnly }) => !hidden && !readOnly);
  return new Set(open.map(({ id }) => id));
}

function own(posted: Posted, name: string): readonly string[] | undefined {
  return Object.hasOwn(posted, name) ? posted[name] : undefined;
}
