import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashFiles } from './runtime/hashes.ts';
import { root } from './runtime/paths.ts';
import { StopMessage } from './runtime/stop-message.ts';

const stamp = join(root, 'lib/db/generated/.hash');

/** Generates the Prisma client (lib/db/generated) when the schema or Prisma changed. Returns whether it did. */
export function generateClient(): boolean {
  const require = createRequire(import.meta.url);
  const { version } = JSON.parse(readFileSync(require.resolve('prisma/package.json'), 'utf8')) as {
    version: string;
  };
  const hash = `${version} ${hashFiles(root, ['prisma/schema.prisma'])}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;

  const cli = require.resolve('prisma/build/index.js');
  const result = spawnSync(process.execPath, [cli, 'generate', '--schema', 'prisma/schema.prisma'], {
    cwd: root,
    encoding: 'utf8',
    env: {
      ...process.env,
      // Generating needs no schema engine, but Prisma downloads one unless told that it is there already.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: '1',
      CHECKPOINT_DISABLE: '1',
    },
  });
  if (result.status !== 0) throw new StopMessage(`prisma generate failed:\n${result.stdout}${result.stderr}`);
  writeFileSync(stamp, hash);
  return true;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  console.log(generateClient() ? 'Generated lib/db/generated.' : 'lib/db/generated is current.');
}
