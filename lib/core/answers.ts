/**
 * Answers of a form: a JSON document by Altinn data-model path (`Skip.Navn` → `{ Skip: { Navn: … } }`).
 * Numbers are decimal strings (`"12.5"`), dates `YYYY-MM-DD`, several choices an array of strings.
 */
export type Answer = string | boolean | null | Answer[] | { [key: string]: Answer };
export type Answers = { [key: string]: Answer };

/** Path segments that would reach into an object's prototype; a definition with one is refused. */
const forbidden = new Set(['__proto__', 'prototype', 'constructor']);

/** The same few paths are asked for again and again, by every condition in every row. */
const parsed = new Map<string, readonly (string | number)[]>();
const maxParsed = 10_000;

/** `a.b[0].c` → `['a', 'b', 0, 'c']`. @throws on an empty or forbidden segment. */
export function parsePath(path: string): readonly (string | number)[] {
  const known = parsed.get(path);
  if (known) return known;
  const segments = splitPath(path);
  if (parsed.size >= maxParsed) parsed.clear();
  parsed.set(path, segments);
  return segments;
}

function splitPath(path: string): (string | number)[] {
  return path.split('.').flatMap((segment) => {
    const match = /^([^[\]]+)((?:\[\d+\])*)$/.exec(segment);
    const name = match?.[1];
    if (!name || forbidden.has(name)) throw new Error(`Bad data model path: ${path}`);
    const indexes = [...(match?.[2] ?? '').matchAll(/\[(\d+)\]/g)].map((index) => Number(index[1]));
    return [name, ...indexes];
  });
}

/** The value at a path, or undefined when anything on the way is missing. */
export function getAnswer(answers: Answers, path: string): Answer | undefined {
  let current: Answer | undefined = answers;
  for (const segment of parsePath(path)) {
    if (current === null || typeof current !== 'object') return undefined;
    current = Array.isArray(current)
      ? typeof segment === 'number'
        ? current[segment]
        : undefined
      : Object.hasOwn(current, segment)
        ? current[String(segment)]
        : undefined;
  }
  return current;
}

/** A copy with the value set (or removed, when undefined); the original is untouched. */
export function setAnswer(answers: Answers, path: string, value: Answer | undefined): Answers {
  return set(answers, parsePath(path), value) as Answers;
}

function set(
  target: Answer | undefined,
  [head, ...rest]: readonly (string | number)[],
  value: Answer | undefined,
): Answer {
  if (typeof head === 'number') {
    const copy = Array.isArray(target) ? [...target] : [];
    const next = rest.length ? set(copy[head], rest, value) : value;
    copy[head] = next === undefined ? null : next;
    return copy;
  }
  const copy: Record<string, Answer> =
    target && typeof target === 'object' && !Array.isArray(target) ? { ...target } : {};
  if (head === undefined) return copy;
  const next = rest.length ? set(copy[head], rest, value) : value;
  if (next === undefined) delete copy[head];
  else copy[head] = next;
  return copy;
}
