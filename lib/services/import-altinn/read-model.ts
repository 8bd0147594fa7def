import type { JsonNode } from './json-source.ts';
import type { Reading } from './reading.ts';
import { newSchemaViews } from './schema-views.ts';

/** What the data model says of one path. */
export interface FieldFacts {
  /** JSON Schema types, `string` first in the file first; empty when it says none. */
  types: string[];
  /** Whether the object it lies in demands it. */
  required: boolean;
  /** A keyword of the schema, wherever it stands among the references; undefined when absent. */
  keyword(name: string): JsonNode | undefined;
  /** Every keyword, for telling of those that are not understood. */
  keywords(): [string, JsonNode][];
  /** Of a list: what its elements are. */
  items: FieldFacts | undefined;
}

/** A data model of the app. */
export interface DataModel {
  /** Facts of a path without indexes (`Company.Name`); undefined when the model has no such path. */
  find(path: string): FieldFacts | undefined;
  /** Every path that holds a value or a list of values, at most 2,000, not deeper than 12. */
  leaves(): string[];
}

const maxLeaves = 2_000;
const maxLevels = 12;

/** Reads a JSON Schema: `$ref`, `definitions` and `$defs`, `allOf`, and the forms that Altinn derives from XSD. */
export function readModel(root: JsonNode, { report }: Pick<Reading, 'report'>): DataModel {
  const viewsOf = newSchemaViews(root, report);
  const property = (views: readonly JsonNode[], name: string): JsonNode | undefined =>
    views
      .map((view) => view.members?.get('properties')?.members?.get(name))
      .find((found) => found !== undefined);
  const itemsOf = (views: readonly JsonNode[]): JsonNode[] | undefined => {
    const items = views.map((view) => view.members?.get('items')).find((found) => found !== undefined);
    return items && viewsOf(items);
  };
  const roots = rootViews();

  function rootViews(): JsonNode[] {
    const views = viewsOf(root);
    const named = root.members?.get('info')?.members?.get('rootNode')?.value;
    return typeof named === 'string' ? [...views, ...viewsOf(refTo(root, named))] : views;
  }

  function walk(start: readonly JsonNode[], names: readonly string[]): FieldFacts | undefined {
    let views = start;
    let required = false;
    for (const name of names) {
      views = itemsOf(views) ?? views;
      const next = property(views, name);
      if (!next) return undefined;
      required = views.some((view) =>
        (view.members?.get('required')?.list ?? []).some(({ value }) => value === name),
      );
      views = viewsOf(next);
    }
    return factsOf(views, required);
  }

  function factsOf(views: readonly JsonNode[], required: boolean): FieldFacts {
    const keywords = views.flatMap((view) => [...(view.members ?? [])]);
    const keyword = (name: string): JsonNode | undefined => keywords.find(([key]) => key === name)?.[1];
    const items = itemsOf(views);
    return {
      types: typesIn(keyword('type')),
      required,
      keyword,
      keywords: () => keywords,
      items: items && factsOf(items, false),
    };
  }

  return {
    find(path) {
      const names = path.split('.').map((name) => name.replace(/\[\d*\]/g, ''));
      // Old models wrap everything in one property that bindings leave out.
      return walk(roots, names) ?? walk(onlyChild(roots) ?? [], names);
    },
    leaves() {
      const found: string[] = [];
      const visit = (views: readonly JsonNode[], path: string, level: number): void => {
        const inner = itemsOf(views) ?? views;
        const names = new Set(
          inner.flatMap((view) => [...(view.members?.get('properties')?.members?.keys() ?? [])]),
        );
        if (names.size === 0 && path !== '' && found.length < maxLeaves) found.push(path);
        if (level >= maxLevels || found.length >= maxLeaves) return;
        for (const name of names)
          visit(viewsOf(property(inner, name)), path === '' ? name : `${path}.${name}`, level + 1);
      };
      visit(roots, '', 0);
      return found;
    },
  };

  function onlyChild(views: readonly JsonNode[]): JsonNode[] | undefined {
    const names = views.flatMap((view) => [...(view.members?.get('properties')?.members?.keys() ?? [])]);
    const [only] = names;
    return names.length === 1 && only !== undefined ? viewsOf(property(views, only)) : undefined;
  }
}

function typesIn(node: JsonNode | undefined): string[] {
  const written = node?.list?.map(({ value }) => value) ?? [node?.value];
  return written.filter((each): each is string => typeof each === 'string' && each !== 'null');
}

/** A schema object that only refers. */
function refTo(root: JsonNode, ref: string): JsonNode {
  const node: JsonNode = { at: root.at, value: ref };
  return { at: root.at, value: { $ref: ref }, members: new Map([['$ref', node]]) };
}
