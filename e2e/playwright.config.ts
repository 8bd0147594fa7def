import { chmodSync, existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

/*
 * A whole Kvitt of its own (portal, worker, sandbox, database in a temporary folder) is started for the run, on the
 * ports below, or those that `npm test` found free. E2E_PORTAL_URL and E2E_SANDBOX_URL point at a running one instead.
 */
const root = fileURLToPath(new URL('..', import.meta.url));
const running = process.env.E2E_RUNNING === '1';

// Set once in the main process; the workers, which read this file again, inherit what was set.
process.env.E2E_PORT ??= '3210';
process.env.E2E_SANDBOX_PORT ??= '4210';
process.env.METRICS_TOKEN ??= 'metrics-token-of-the-browser-tests';
process.env.E2E_PORTAL_URL ??= `http://localhost:${process.env.E2E_PORT}`;
process.env.E2E_SANDBOX_URL ??= `http://127.0.0.1:${process.env.E2E_SANDBOX_PORT}`;
if (!running && !process.env.KVITT_DATA_DIR) {
  process.env.KVITT_DATA_DIR = mkdtempSync(join(tmpdir(), 'kvitt-e2e-'));
  // PostgreSQL, which does not run as root, must be able to pass through.
  chmodSync(process.env.KVITT_DATA_DIR, 0o755);
}

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
  workers: 1,
  forbidOnly: true,
  reporter: [['list'], ['json', { outputFile: join(root, '.build/reports/playwright.json') }]],
  use: {
    actionTimeout: 20_000,
    baseURL: process.env.E2E_PORTAL_URL,
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    },
  },
  webServer: running
    ? undefined
    : {
        command: `"${process.execPath}" scripts/start.mjs`,
        cwd: root,
        url: `${process.env.E2E_PORTAL_URL}/api/health`,
        timeout: 600_000,
        stdout: 'pipe',
        gracefulShutdown: { signal: 'SIGINT', timeout: 60_000 },
        env: {
          KVITT_MODE: 'demo',
          PORT: process.env.E2E_PORT,
          SANDBOX_PORT: process.env.E2E_SANDBOX_PORT,
          SANDBOX_SMTP_PORT: process.env.E2E_SMTP_PORT ?? '4225',
          PGPORT: process.env.E2E_PGPORT ?? '5639',
          METRICS_TOKEN: process.env.METRICS_TOKEN,
        },
      },
});
