/** One step of a pattern's machine; numbers are indexes into the program. */
export type Step =
  | { kind: 'character'; test: RegExp; next: number }
  | { kind: 'fork'; next: number; other: number }
  | { kind: 'start' | 'end'; next: number }
  | { kind: 'found' };

export type Program = { steps: Step[]; first: number };

/** Text that is no pattern, or one that we do not run. */
export class PatternError extends Error {
  override readonly name = 'PatternError';
}

const maxLength = 500;
const maxSteps = 1_000;

type Node =
  | { kind: 'character'; test: RegExp }
  | { kind: 'start' | 'end' }
  | { kind: 'all' | 'either'; parts: Node[] }
  | { kind: 'repeat'; part: Node; least: number; most: number };

/**
 * A regular expression as JSON Schema has them → a machine that runs in linear time. Taken: literals, classes, escapes such as
 * `\d` and `\p{L}`, `.`, `^`, `$`, groups, `|`, and the quantifiers. Not taken: what needs more than one pass over the text
 * (back references, look-ahead and look-behind) and word boundaries.
 * @throws PatternError which says what is wrong.
 */
export function parsePattern(source: string): Program {
  if (source.length > maxLength) throw new PatternError(`at most ${maxLength} characters`);
  const reader = { source, at: 0, depth: 0 };
  const tree = readEither(reader);
  if (reader.at < source.length) throw new PatternError('a ")" without its "("');
  const steps: Step[] = [{ kind: 'found' }];
  const first = compile(tree, 0, steps);
  return { steps, first };
}

interface Reader {
  readonly source: string;
  at: number;
  depth: number;
}

function readEither(reader: Reader): Node {
  const parts = [readAll(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    parts.push(readAll(reader));
  }
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'either', parts };
}

function readAll(reader: Reader): Node {
  const parts: Node[] = [];
  for (;;) {
    const next = reader.source[reader.at];
    if (next === undefined || next === '|' || next === ')') return { kind: 'all', parts };
    parts.push(readRepeat(reader, readAtom(reader)));
  }
}

function readRepeat(reader: Reader, part: Node): Node {
  const written = /^(?:[*+?]|\{(\d{1,4})(?:(,)(\d{1,4})?)?\})\??/.exec(reader.source.slice(reader.at));
  if (!written) return part;
  reader.at += written[0].length;
  const [sign, least, comma, most] = written;
  const bounds = countsOf(sign, least, comma, most);
  if (bounds.most < bounds.least) throw new PatternError(`${sign} counts backwards`);
  if (/^[*+?{]/.test(reader.source.slice(reader.at)) && readRepeat({ ...reader }, part) !== part)
    throw new PatternError('two quantifiers after each other');
  return { kind: 'repeat', part, ...bounds };
}

function countsOf(sign: string, least?: string, comma?: string, most?: string) {
  if (least !== undefined) {
    const from = Number(least);
    return { least: from, most: comma === undefined ? from : most === undefined ? Infinity : Number(most) };
  }
  return { least: sign.startsWith('+') ? 1 : 0, most: sign.startsWith('?') ? 1 : Infinity };
}

function readAtom(reader: Reader): Node {
  const rest = reader.source.slice(reader.at);
  if (rest.startsWith('(')) return readGroup(reader, rest);
  if (/^[*+?]/.test(rest)) throw new PatternError('a quantifier with nothing before it');
  const [atom = ''] =
    /^(?:\[(?:\\[\s\S]|[^\]\\])*\]|\\[pP]\{[^}]*\}|\\u\{?[0-9a-fA-F]+\}?|\\x[0-9a-fA-F]{2}|\\[\s\S]|[\s\S])/u.exec(
      rest,
    ) ?? [];
  reader.at += atom.length;
  if (atom === '^') return { kind: 'start' };
  if (atom === '$') return { kind: 'end' };
  if (/^\\[1-9kbB]/.test(atom)) throw new PatternError(`${atom} is not supported`);
  return { kind: 'character', test: oneCharacter(atom) };
}

function readGroup(reader: Reader, rest: string): Node {
  const opening = /^\((?:\?:|\?<[A-Za-z]\w*>|(?!\?))/.exec(rest);
  if (!opening) throw new PatternError(`${rest.slice(0, 3)} is not supported`);
  reader.depth += 1;
  if (reader.depth > 50) throw new PatternError('groups too deep in each other');
  reader.at += opening[0].length;
  const inside = readEither(reader);
  if (reader.source[reader.at] !== ')') throw new PatternError('a "(" without its ")"');
  reader.at += 1;
  reader.depth -= 1;
  return inside;
}

/** The engine's own reading of a class or an escape, held against one character at a time: that cannot run away. */
function oneCharacter(atom: string): RegExp {
  const literal = /^[-/#"'!%&,:;<=>@`~ {}\]]$|^\\[-#"'!%&,:;<=>@`~ _]$/.test(atom);
  const body = literal ? `\\x${(atom.at(-1) ?? '').charCodeAt(0).toString(16).padStart(2, '0')}` : atom;
  for (const flags of ['u', '']) {
    try {
      return new RegExp(`^(?:${body})$`, flags);
    } catch {
      // Written for the older, looser reading.
    }
  }
  throw new PatternError(`${atom} cannot be read`);
}

/** Adds the steps of a node, last part first, and gives the index of its first one. */
function compile(node: Node, next: number, steps: Step[]): number {
  switch (node.kind) {
    case 'character':
      return add(steps, { kind: 'character', test: node.test, next });
    case 'start':
    case 'end':
      return add(steps, { kind: node.kind, next });
    case 'all':
      return node.parts.reduceRight((after, part) => compile(part, after, steps), next);
    case 'either': {
      const branches = node.parts.map((part) => compile(part, next, steps));
      return branches.reduceRight((other, first) => add(steps, { kind: 'fork', next: first, other }));
    }
    case 'repeat':
      return compileRepeat(node, next, steps);
  }
}

function compileRepeat(
  { part, least, most }: Extract<Node, { kind: 'repeat' }>,
  next: number,
  steps: Step[],
): number {
  let after = next;
  if (most === Infinity) {
    const fork: Step = { kind: 'fork', next: 0, other: next };
    after = add(steps, fork);
    fork.next = compile(part, after, steps);
  } else {
    for (let optional = least; optional < most; optional += 1)
      after = add(steps, { kind: 'fork', next: compile(part, after, steps), other: next });
  }
  for (let needed = 0; needed < least; needed += 1) after = compile(part, after, steps);
  return after;
}

function add(steps: Step[], step: Step): number {
  if (steps.length >= maxSteps) throw new PatternError('too large');
  return steps.push(step) - 1;
}
