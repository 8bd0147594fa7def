import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { type Kvitt, planKvitts } from './support/kvitts.ts';

/*
 * Whole Kvitts (portal, worker, sandbox and database in a temporary folder) are started for the run, one for each of
 * Playwright's workers: tests that run side by side share nothing. E2E_RUNNING=1, with E2E_PORTAL_URL and E2E_SANDBOX_URL,
 * points at one that runs already.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const running = process.env.E2E_RUNNING === '1';

process.env.METRICS_TOKEN ??= 'metrics-token-of-the-browser-tests';
// Planned once, in the main process; the workers read this file again, and each takes the one that is its own.
process.env.E2E_KVITTS ??= JSON.stringify(running ? [] : await planKvitts(2, process.env.E2E_FOLDER));
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
