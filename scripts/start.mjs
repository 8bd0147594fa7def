/*
 * npm start on a bare clone. This file and what it imports here run before node_modules exists, hence plain JavaScript;
 * the rest is scripts/start/main.ts, run through tsx as soon as the packages are there.
 */
import { checkNodeVersion, ensureInstalled } from './runtime/install.mjs';

const startedAt = performance.now();
checkNodeVersion();
await ensureInstalled();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./start/main.ts');
await main(process.argv.slice(2), startedAt);
