import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { walk } from '../runtime/hashes.ts';

const rooms = ['lib', 'app', 'components', 'worker', 'prisma', 'proxy.ts', 'instrumentation.ts'];
const theOne = 'lib/core/env.ts';

/** Configuration is read in one place. Returns one line per file that reads process.env elsewhere (tests may). */
export function checkEnvironmentReads(base: string): string[] {
  return rooms
    .flatMap((room) => walk(base, room))
    .filter((path) => /\.(ts|tsx|js|mjs)$/.test(path) && path !== theOne && !path.includes('/testing/'))
    .filter((path) => withoutComments(readFileSync(join(base, path), 'utf8')).includes('process.env'))
    .map((path) => `${path}: reads process.env; ask lib/core/env.ts`);
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
