import { get, set } from 'react-hook-form';
import { flatNodes, type PageNode } from '@/lib/forms/page-node.ts';
import { shownName } from '@/lib/forms/shown-name.ts';

/** What stands in the controls of a page, by component id: a text, or the chosen values of a group of boxes. */
export type PageValues = Record<string, string | string[]>;

/** As React Hook Form keeps values and errors: an id with rows, `vare[0].navn`, is a way into arrays and objects. */
export function nested<T>(byId: Readonly<Record<string, T>>): Record<string, unknown> {
  const target = {};
  for (const [id, value] of Object.entries(byId)) set(target, id, value);
  return target;
}

/** By component id, as React Hook Form keeps errors; the first of a component is the one that is told. */
export function nestedErrors(
  nodes: readonly PageNode[],
  messages: readonly (readonly [string, string])[],
): Record<string, { type: string; message: string }> {
  const byId = new Map(flatNodes(nodes).map((node) => [node.component.id, node]));
  const byPath = messages.map(([id, message]) => {
    const node = byId.get(id);
    return [node ? errorPath(node) : id, { type: 'invalid', message }] as const;
  });
  return nested(Object.fromEntries(byPath.reverse())) as Record<string, { type: string; message: string }>;
}

/** Where the error of a component is kept: that of a repeating group beside those of its rows. */
function errorPath({ component, structure }: PageNode): string {
  return structure === 'rows' ? `${component.id}.root` : component.id;
}

/** The sentence that a component's error is told with, if it has one. */
export function errorOf(errors: object, node: PageNode): string | undefined {
  const error = get(errors, errorPath(node)) as { message?: string } | undefined;
  return error?.message;
}

/** What was put into the controls. */
export function valuesOf(nodes: readonly PageNode[]): PageValues {
  return Object.fromEntries(answerNodes(nodes).map((node) => [node.component.id, inOne(node, node.value)]));
}

/** What stands in the controls right now, where it is another: typed before the scripts arrived, or put back by the browser. */
export function valuesInDocument(form: HTMLFormElement, nodes: readonly PageNode[]): PageValues {
  const data = new FormData(form);
  const shown = new Set(data.getAll(shownName));
  return Object.fromEntries(
    answerNodes(nodes)
      .filter(({ component }) => shown.has(component.id))
      .map((node) => [node.component.id, inOne(node, data.getAll(node.component.id).map(String))]),
  );
}

/** As a plain form would post it: what `_shown` names, rows among it, and the values. */
export function posted(
  values: Readonly<Record<string, unknown>>,
  nodes: readonly PageNode[],
): Record<string, string[]> {
  const answers = answerNodes(nodes).map(({ component: { id }, value }) => {
    const typed: unknown = get(values, id);
    // Only just opened: its control is not there yet, and holds what it is about to be drawn with.
    return [id, typed === undefined ? value : listOf(typed)] as const;
  });
  const groups = flatNodes(nodes).filter(({ structure }) => structure === 'rows');
  const rows = groups.flatMap((group) => [group.component.id, ...group.rows.map((row) => row.id)]);
  return Object.fromEntries([[shownName, [...rows, ...answers.map(([id]) => id)]], ...answers]);
}

function answerNodes(nodes: readonly PageNode[]): PageNode[] {
  return flatNodes(nodes).filter(({ collects }) => collects === 'answer');
}

function inOne({ answerShape }: PageNode, values: string[]): string | string[] {
  return answerShape === 'list' ? values : (values[0] ?? '');
}

/** React Hook Form gives a text, a list, `false` for a lone box that is not ticked, or null for a group of radios. */
function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' && value !== '' ? [value] : [];
}
