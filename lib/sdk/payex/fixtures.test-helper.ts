import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const EXAMPLES = fileURLToPath(
  new URL('../../../../shared/reference/providers/specs/swedbankpay/examples/', import.meta.url),
);

export interface Example {
  name: string;
  text: string;
  /** Undefined for the few that are not JSON as published. */
  json: unknown;
}

/** The official documentation's examples, which live beside the project; none on a bare clone. */
export function examples(pattern: RegExp = /./): Example[] {
  if (!existsSync(EXAMPLES)) return [];
  return readdirSync(EXAMPLES)
    .filter((name) => /\.(json|txt)$/.test(name) && pattern.test(name))
    .sort()
    .map((name) => {
      const text = readFileSync(EXAMPLES + name, 'utf8');
      return { name, text, json: name.endsWith('.json') ? JSON.parse(text) : undefined };
    });
}

export const EXAMPLES_ABSENT = 'skipped: ../shared/reference/providers/specs/swedbankpay is not here';
