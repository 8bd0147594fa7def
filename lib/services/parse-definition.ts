import type { ServiceDefinition } from './definition.ts';
import { definitionProblems, definitionWarnings, type Known } from './definition-problems.ts';
import { definitionSchema } from './definition-schema.ts';
import type { Problem } from './problem.ts';
import { shapeProblem } from './shape-problem.ts';

export type ParsedDefinition =
  | { ok: true; definition: ServiceDefinition; warnings: Problem[] }
  | { ok: false; problems: Problem[] };

/**
 * Reads a service's document from anywhere: its shape first, then what reaches across its parts (texts in bokmål and
 * nynorsk, variant, payment, signing). `known` is what the rooms above can run. Never throws for a bad document.
 */
export function parseDefinition(json: unknown, known: Known): ParsedDefinition {
  const parsed = definitionSchema.safeParse(json);
  if (!parsed.success) {
    return { ok: false, problems: parsed.error.issues.map((issue) => shapeProblem(issue, json)) };
  }
  const problems = definitionProblems(parsed.data, known);
  return problems.length
    ? { ok: false, problems }
    : { ok: true, definition: parsed.data, warnings: definitionWarnings(parsed.data, known) };
}
