import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../runtime/paths.ts';
import { findFreePort } from '../runtime/ports.ts';
import { makeScratchFolder } from '../runtime/scratch.ts';
import type { Tally } from './run-checks.ts';

type Suite = { suites?: Suite[]; specs?: { title: string; file: string; line: number; ok: boolean }[] };
type Report = Suite & { stats: { expected: number; unexpected: number; flaky: number } };

/** Runs the browser tests against Kvitts of their own, in a temporary folder that is kept on failure. */
export async function runPlaywright(chromium: string): Promise<Tally> {
  const reportFile = join(root, '.build/reports/playwright.json');
  mkdirSync(join(root, '.build/reports'), { recursive: true });
  rmSync(reportFile, { force: true });
  const folder = makeScratchFolder('kvitt-e2e-');
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--config', 'e2e/playwright.config.ts'],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        CHROMIUM_PATH: chromium,
        E2E_KVITTS: JSON.stringify(await planKvitts(2, folder)),
      },
    },
  );
  const code = await new Promise((resolve) => child.once('close', resolve));
  const tally = count(reportFile, code === 0);
  if (tally.failed === 0) rmSync(folder, { recursive: true, force: true });
  else console.log(`The logs of the portal, worker and sandbox: ${join(folder, '*', 'logs')}`);
  return tally;
}

/** So many of them on free ports, in the names that `e2e/playwright.config.ts` reads. */
async function planKvitts(count: number, folder: string): Promise<Record<string, string>[]> {
  const kvitts: Record<string, string>[] = [];
  for (let number = 1; number <= count; number += 1) {
    const [portal, sandbox, smtp, pg, spare] = await Promise.all(Array.from({ length: 5 }, findFreePort));
    kvitts.push({
      E2E_PORT: String(portal),
      E2E_SANDBOX_PORT: String(sandbox),
      E2E_SMTP_PORT: String(smtp),
      E2E_PGPORT: String(pg),
      E2E_SPARE_PORT: String(spare),
      E2E_PORTAL_URL: `http://localhost:${portal}`,
      E2E_SANDBOX_URL: `http://127.0.0.1:${sandbox}`,
      KVITT_DATA_DIR: join(folder, String(number)),
    });
  }
  return kvitts;
}

function count(reportFile: string, succeeded: boolean): Tally {
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
    const { expected, flaky, unexpected: failed } = report.stats;
    return {
      passed: expected + flaky,
      failed: failed > 0 || succeeded ? failed : 1,
      failures: failuresIn(report),
    };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function failuresIn(suite: Suite): string[] {
  const own = (suite.specs ?? [])
    .filter(({ ok }) => !ok)
    .map(({ file, line, title }) => `e2e/${file}:${line} (${title})`);
  return [...own, ...(suite.suites ?? []).flatMap(failuresIn)];
}
