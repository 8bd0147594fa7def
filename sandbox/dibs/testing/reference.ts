import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = new URL('../../../../shared/reference/providers/specs/', import.meta.url);

/** A JSON file of the reference, which lies beside the project, not in it; undefined (and said so) when it is not there. */
// biome-ignore lint/suspicious/noExplicitAny: the tests assert what is in it.
export function readReference(path: string): any {
  const file = fileURLToPath(new URL(path, folder));
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  console.info(`skipped: the reference is not at ../shared (${file})`);
  return undefined;
}
