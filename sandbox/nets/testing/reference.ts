import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The reference's fixtures lie beside the project, not in it. */
const folder = fileURLToPath(
  new URL('../../../../shared/reference/providers/specs/nexi-checkout', import.meta.url),
);
export const hasReference = existsSync(folder);
if (!hasReference) console.info(`skipped: the reference fixtures are not at ../shared (${folder})`);

/** Fixtures of `webhooks` or `replies` by file name; empty when the reference is absent. */
export function readFixtures(kind: 'webhooks' | 'replies'): [string, unknown][] {
  if (!hasReference) return [];
  return readdirSync(join(folder, kind)).map((name) => [
    name,
    JSON.parse(readFileSync(join(folder, kind, name), 'utf8')),
  ]);
}

/** Every key path with its type: `data.orderItems[].quantity: number`. Arrays are judged by their first element. */
export function shapeOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value))
    return [`${path}: array`, ...(value.length > 0 ? shapeOf(value[0], `${path}[]`) : [])];
  if (value === null || typeof value !== 'object')
    return [`${path}: ${value === null ? 'null' : typeof value}`];
  return Object.entries(value)
    .flatMap(([key, member]) => shapeOf(member, path ? `${path}.${key}` : key))
    .sort();
}
