import type { JsonNode } from './json-source.ts';
import type { Report } from './report.ts';

const maxViews = 100;

/**
 * All schema objects that hold for one value: the schema itself, what its `$ref` leads to, the parts of `allOf`, and `oneOf` or
 * `anyOf` with a single part. References in a circle and to nowhere are told of once.
 */
export type ViewsOf = (schema: JsonNode | undefined) => JsonNode[];

export function newSchemaViews(root: JsonNode, report: Report): ViewsOf {
  const told = new Set<string>();
  const tell = (at: JsonNode, code: 'refInCircle' | 'refToNowhere', ref: string): void => {
    if (!told.has(ref)) report.problem(at.at, code, { ref });
    told.add(ref);
  };
  return (schema) => {
    const views: JsonNode[] = [];
    const waiting = schema ? [schema] : [];
    for (let next = waiting.shift(); next && views.length < maxViews; next = waiting.shift()) {
      if (!next.members || views.includes(next)) continue;
      views.push(next);
      const ref = next.members.get('$ref');
      if (typeof ref?.value === 'string') {
        const target = follow(root, ref.value);
        if (!target) tell(ref, 'refToNowhere', ref.value);
        else if (views.includes(target)) tell(ref, 'refInCircle', ref.value);
        else waiting.push(target);
      }
      waiting.push(...(next.members.get('allOf')?.list ?? []));
      for (const name of ['oneOf', 'anyOf']) {
        const parts = next.members.get(name)?.list ?? [];
        if (parts.length === 1) waiting.push(...parts);
      }
    }
    return views;
  };
}

/** `#/$defs/Form` → the schema there. */
function follow(root: JsonNode, ref: string): JsonNode | undefined {
  if (!ref.startsWith('#')) return undefined;
  let node: JsonNode | undefined = root;
  for (const segment of ref.slice(1).split('/').filter(Boolean)) {
    const name = decode(segment).replaceAll('~1', '/').replaceAll('~0', '~');
    node = node?.members?.get(name) ?? node?.list?.[Number(name)];
  }
  return node;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
