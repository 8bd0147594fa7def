import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SPECS = fileURLToPath(
  new URL('../../../../shared/reference/providers/specs/nexi-checkout/', import.meta.url),
);

/** The provider SDK's own fixtures, which live beside the project; absent on a bare clone. */
export function fixtureFiles(folder: 'replies' | 'webhooks'): { name: string; text: string }[] {
  const path = `${SPECS}${folder}/`;
  if (!existsSync(path)) return [];
  return readdirSync(path)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({ name, text: readFileSync(path + name, 'utf8') }));
}

export const FIXTURES_ABSENT = 'skipped: ../shared/reference/providers/specs/nexi-checkout is not here';
