/* npm run check: types, lint and format, import ranks, and the unit tests (no database, no browser). */
import { checkNodeVersion, ensureInstalled } from './runtime/install.mjs';

checkNodeVersion();
await ensureInstalled();
const { register } = await import('tsx/esm/api');
register();
const { runChecks } = await import('./checks/run-checks.ts');
const { runVitest } = await import('./checks/vitest.ts');

const checks = await runChecks();
const unit = await runVitest(['--project', 'unit*']);
const failed = checks.failed + unit.failed;
console.log(`${checks.passed + unit.passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
