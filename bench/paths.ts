import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** Everything that a measurement makes: a database, secrets and logs of its own. Begun anew by each run. */
export const dataDir = join(root, '.data/bench');

export const resultsFile = join(root, 'bench/results.json');
/** Figures of a quick run, which are not to be quoted; not kept in Git. */
export const quickResultsFile = join(root, 'bench/results.local.json');

/** Six ports of its own in a row, beside a Kvitt that runs; BENCH_PORT moves them. */
const base = Number(process.env.BENCH_PORT ?? 5170);
export const ports = {
  portal: base,
  sandbox: base + 1,
  smtp: base + 2,
  postgres: base + 3,
  bareNext: base + 4,
  sqlFloor: base + 5,
};

export const portalUrl = `http://localhost:${ports.portal}`;
export const sandboxUrl = `http://127.0.0.1:${ports.sandbox}`;
export const bareNextUrl = `http://127.0.0.1:${ports.bareNext}`;
export const sqlFloorUrl = `http://127.0.0.1:${ports.sqlFloor}`;
