import { createScanner, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Place, Report } from './report.ts';

/** A value of a JSON file that knows where it stands. */
export interface JsonNode {
  readonly at: Required<Place>;
  /** The plain value. */
  readonly value: unknown;
  /** Of a list. */
  readonly list?: readonly JsonNode[];
  /** Of an object; of two equal keys the last counts, as everywhere. */
  readonly members?: ReadonlyMap<string, JsonNode>;
}

const maxDepth = 100;

/**
 * Reads JSON as Altinn does: byte order mark, comments and trailing commas are fine. What is broken goes to the report with its
 * line, and what could be read before and around it is given. Never throws; undefined when there is no value at all.
 */
export function parseJson(file: string, raw: string, report: Report): JsonNode | undefined {
  const text = raw.replace(/^\ufeff/, '');
  const lineOf = newLineCounter(text);
  const tooDeepAt = findTooDeep(text);
  if (tooDeepAt !== undefined) {
    report.problem({ file, line: lineOf(tooDeepAt) }, 'tooDeep', { max: String(maxDepth) });
    return undefined;
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) {
    const detail = printParseErrorCode(first.error);
    report.problem({ file, line: lineOf(first.offset) }, 'badJson', { detail, count: String(errors.length) });
  }
  return tree && convert(tree, file, lineOf, report);
}

function convert(node: Node, file: string, lineOf: (offset: number) => number, report: Report): JsonNode {
  const at = { file, line: lineOf(node.offset) };
  if (node.type === 'array') {
    const list = (node.children ?? []).map((child) => convert(child, file, lineOf, report));
    return { at, list, value: list.map(({ value }) => value) };
  }
  if (node.type !== 'object') return { at, value: node.value ?? null };
  const members = new Map<string, JsonNode>();
  for (const { children: [key, value] = [] } of node.children ?? []) {
    // A key whose value is missing was told of as broken JSON.
    if (!key || !value) continue;
    const name = String(key.value);
    if (members.has(name))
      report.problem({ file, line: lineOf(key.offset) }, 'duplicateKey', { property: name });
    members.set(name, convert(value, file, lineOf, report));
  }
  return { at, members, value: Object.fromEntries([...members].map(([name, { value }]) => [name, value])) };
}

/** The parser calls itself for every level, so a file that is nothing but brackets is found before it. */
function findTooDeep(text: string): number | undefined {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (scanner.scan(); scanner.getTokenOffset() < text.length; scanner.scan()) {
    const token = text[scanner.getTokenOffset()];
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    if (depth > maxDepth) return scanner.getTokenOffset();
  }
  return undefined;
}

/** Line of an offset, from 1. */
function newLineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}
