import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../runtime/paths.ts';
import { findFreePort } from '../runtime/ports.ts';
import { makeScratchFolder } from '../runtime/scratch.ts';
import type { Tally } from './run-checks.ts';

type Report = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

/** Runs the browser tests against a Kvitt of their own on free ports, in a temporary folder that is kept on failure. */
export async function runPlaywright(chromium: string): Promise<Tally> {
  const reportFile = join(root, '.build/reports/playwright.json');
  mkdirSync(join(root, '.build/reports'), { recursive: true });
  rmSync(reportFile, { force: true });
  const dataDir = makeScratchFolder('kvitt-e2e-');
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        CHROMIUM_PATH: chromium,
        KVITT_DATA_DIR: dataDir,
        E2E_PORT: String(await findFreePort()),
        E2E_SANDBOX_PORT: String(await findFreePort()),
        E2E_SMTP_PORT: String(await findFreePort()),
        E2E_PGPORT: String(await findFreePort()),
      },
    },
  );
  const code = await new Promise((resolve) => child.once('close', resolve));
  const tally = count(reportFile, code === 0);
  if (tally.failed === 0) rmSync(dataDir, { recursive: true, force: true });
  else console.log(`The logs of the portal, worker and sandbox: ${join(dataDir, 'logs')}`);
  return tally;
}

function count(reportFile: string, succeeded: boolean): Tally {
  try {
    const { stats } = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
    const failed = stats.unexpected;
    return { passed: stats.expected + stats.flaky, failed: failed > 0 || succeeded ? failed : 1 };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
