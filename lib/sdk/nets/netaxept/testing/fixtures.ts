import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SPECS = fileURLToPath(
  new URL('../../../../../../shared/reference/providers/specs/netaxept/', import.meta.url),
);

export interface Recording {
  name: string;
  text: string;
}

/** Answers of the real test system, which live beside the project; none on a bare clone. */
export function recordings(): Recording[] {
  return [SPECS, join(SPECS, 'xml')]
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder).map((name) => ({ name, path: join(folder, name) })))
    .filter(({ name }) => name.endsWith('.xml'))
    .sort((a, b) => a.name.localeCompare(b.name))
    .map(({ name, path }) => ({ name, text: readFileSync(path, 'utf8') }));
}

export const RECORDINGS_ABSENT = 'skipped: ../shared/reference/providers/specs/netaxept is not here';
