import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The reference's recordings lie beside the project, not in it. */
const folder = fileURLToPath(
  new URL('../../../../shared/reference/providers/specs/netaxept/', import.meta.url),
);
export const hasReference = existsSync(folder);
if (!hasReference) console.info(`skipped: the reference recordings are not at ../shared (${folder})`);

/** A recording by its path below the folder. */
export function readRecording(path: string): string {
  return readFileSync(`${folder}${path}`, 'utf8');
}
