/*
 * npm run bench on a bare clone: the packages first, then bench/main.ts, which goes through HTTP like any other guest.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { checkNodeVersion, ensureInstalled } from './runtime/install.mjs';

checkNodeVersion();
await ensureInstalled();
const root = fileURLToPath(new URL('..', import.meta.url));
const child = spawn(process.execPath, ['--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => child.kill(name));
child.once('exit', (code) => process.exit(code ?? 1));
