import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/** Where one whole Kvitt is found, under the names of the environment that the tests read. */
type Kvitt = Record<
  | 'E2E_PORT'
  | 'E2E_SANDBOX_PORT'
  | 'E2E_SMTP_PORT'
  | 'E2E_PGPORT'
  | 'E2E_SPARE_PORT'
  | 'E2E_PORTAL_URL'
  | 'E2E_SANDBOX_URL'
  | 'KVITT_DATA_DIR',
  string
>;

/*
 * Whole Kvitts (portal, worker, sandbox and database in a temporary folder) are started for the run, one for each of
 * Playwright's workers: tests that run side by side share nothing. `npm test` plans several in E2E_KVITTS; without it there
 * is one, on fixed ports. E2E_RUNNING=1, with E2E_PORTAL_URL and E2E_SANDBOX_URL, points at one that runs already.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const running = process.env.E2E_RUNNING === '1';

process.env.METRICS_TOKEN ??= 'metrics-token-of-the-browser-tests';
// Set once, in the main process; the workers read this file again, and each takes the one that is its own.
process.env.E2E_KVITTS ??= JSON.stringify(running ? [] : [oneKvitt()]);
const kvitts = JSON.parse(process.env.E2E_KVITTS) as Kvitt[];
Object.assign(process.env, kvitts[Number(process.env.TEST_PARALLEL_INDEX ?? 0)]);

const chromium = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
].find((path) => path && existsSync(path));

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: join(root, 'test-results'),
  timeout: 120_000,
  expect: { timeout: 10_000 },
  workers: Math.max(kvitts.length, 1),
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: join(root, '.build/reports/playwright.json') }]],
  use: {
    actionTimeout: 20_000,
    baseURL: process.env.E2E_PORTAL_URL,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    // What was done and asked for, step by step; pictures of every frame would take half of the processor.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
  // Started one after the other, so that the first builds what both run.
  webServer: kvitts.map((kvitt) => ({
    command: `"${process.execPath}" scripts/start.mjs`,
    cwd: root,
    url: `${kvitt.E2E_PORTAL_URL}/api/health`,
    timeout: 600_000,
    stdout: 'pipe' as const,
    gracefulShutdown: { signal: 'SIGINT' as const, timeout: 60_000 },
    env: {
      KVITT_MODE: 'demo',
      KVITT_DATA_DIR: kvitt.KVITT_DATA_DIR,
      PORT: kvitt.E2E_PORT,
      SANDBOX_PORT: kvitt.E2E_SANDBOX_PORT,
      SANDBOX_SMTP_PORT: kvitt.E2E_SMTP_PORT,
      PGPORT: kvitt.E2E_PGPORT,
      METRICS_TOKEN: process.env.METRICS_TOKEN ?? '',
    },
  })),
});

function oneKvitt(): Kvitt {
  const folder = mkdtempSync(join(tmpdir(), 'kvitt-e2e-'));
  // PostgreSQL, which does not run as root, must be able to pass through.
  chmodSync(folder, 0o755);
  return {
    E2E_PORT: '3210',
    E2E_SANDBOX_PORT: '4210',
    E2E_SMTP_PORT: '4225',
    E2E_PGPORT: '5639',
    E2E_SPARE_PORT: '3217',
    E2E_PORTAL_URL: 'http://localhost:3210',
    E2E_SANDBOX_URL: 'http://127.0.0.1:4210',
    KVITT_DATA_DIR: join(folder, 'data'),
  };
}
