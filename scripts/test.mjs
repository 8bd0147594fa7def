/*
 * npm test on a bare clone: checks, unit and database tests, browser tests, one after the other.
 * --all adds the long lanes. The last line is `N passed, N failed`.
 */
import { checkNodeVersion, ensureInstalled } from './runtime/install.mjs';

checkNodeVersion();
await ensureInstalled();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./checks/main.ts');
await main(process.argv.slice(2));
