/*
 * npm run simulate on a bare clone: the packages first, then the journeys (docs/testing.md).
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { checkNodeVersion, ensureInstalled } from './runtime/install.mjs';

checkNodeVersion();
await ensureInstalled();
const { register } = await import('tsx/esm/api');
register();
const { generateClient } = await import('./generate.ts');
generateClient();
// The journeys meet the sandbox as a process of its own.
const { bundleProcesses } = await import('./build.ts');
await bundleProcesses();
const root = fileURLToPath(new URL('..', import.meta.url));
const main = 'lib/workflow/testing/model/main.ts';
const child = spawn(process.execPath, ['--import', 'tsx', main, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, LOG_LEVEL: 'silent' },
});
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name));
child.once('exit', (code) => process.exit(code ?? 1));
