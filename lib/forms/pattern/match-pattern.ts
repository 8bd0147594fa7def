import { PatternError, type Program, parsePattern } from './parse-pattern.ts';

/** The most of a text that is searched; what is longer is refused for its length before anybody asks for its pattern. */
const maxText = 20_000;
const remembered = new Map<string, Program | PatternError>();

/**
 * Whether a pattern of a stranger's definition is found in a text, by an engine of our own: it looks at every character once,
 * whatever the pattern, so nobody can keep the server busy with one; and the browser, with the same engine, says the same.
 * A pattern that cannot be run matches everything: `patternProblem` refuses it when a definition is read.
 */
export function matchesPattern(source: string, text: string): boolean {
  const program = programOf(source);
  if (program instanceof PatternError) return true;
  return text.length <= maxText && run(program, [...text]);
}

/** What is wrong with a pattern, or undefined. */
export function patternProblem(source: string): string | undefined {
  const program = programOf(source);
  return program instanceof PatternError ? program.message : undefined;
}

function programOf(source: string): Program | PatternError {
  const known = remembered.get(source);
  if (known) return known;
  const program = tryParse(source);
  if (remembered.size > 500) remembered.clear();
  remembered.set(source, program);
  return program;
}

function tryParse(source: string): Program | PatternError {
  try {
    return parsePattern(source);
  } catch (error) {
    if (error instanceof PatternError) return error;
    throw error;
  }
}

/** All places in the machine where the text so far may have led, moved one character at a time. */
function run({ steps, first }: Program, text: readonly string[]): boolean {
  let places = new Set<number>();
  for (let at = 0; at <= text.length; at += 1) {
    // A match may begin anywhere.
    if (reach(steps, first, places, at, text.length)) return true;
    const character = text[at];
    if (character === undefined) break;
    const after = new Set<number>();
    for (const place of places) {
      const step = steps[place];
      if (step?.kind !== 'character' || !step.test.test(character)) continue;
      if (reach(steps, step.next, after, at + 1, text.length)) return true;
    }
    places = after;
  }
  return false;
}

/** Adds what can be reached without a character; true when that is the end of the pattern. */
function reach(
  steps: Program['steps'],
  from: number,
  places: Set<number>,
  at: number,
  length: number,
): boolean {
  const open = [from];
  for (;;) {
    const place = open.pop();
    if (place === undefined) return false;
    if (places.has(place)) continue;
    places.add(place);
    const step = steps[place];
    if (!step) continue;
    if (step.kind === 'found') return true;
    if (step.kind === 'fork') open.push(step.other, step.next);
    if ((step.kind === 'start' && at === 0) || (step.kind === 'end' && at === length)) open.push(step.next);
  }
}
