import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');
const rooms = '{lib,sandbox,worker,scripts,app,components,prisma}/**';

/** What the start command is made of reads its folder when it is loaded: each of these files brings its own. */
const ofTheStart = ['scripts/postgres.db.test.ts', 'scripts/{runtime,start}/**/*.db.test.ts'];

/*
 * Three projects: `unit` is pure or brings its own servers; `db` (*.db.test.ts) gets a real PostgreSQL, which is started
 * only when such a test is selected (see scripts/test-database.ts); `start` is of those too, each with modules of its own.
 * The others leave nothing behind in their modules: loading those once for all files spares much of the processor's time.
 */
export default defineConfig({
  resolve: { alias: { '@': root } },
  test: {
    maxWorkers: 2,
    env: { LOG_LEVEL: 'silent' },
    setupFiles: ['scripts/vitest-setup.ts'],
    // The long lane tries every property ten or twenty times as often.
    testTimeout: process.env.KVITT_LONG === '1' ? 600_000 : 30_000,
    hookTimeout: 120_000,
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${rooms}/*.test.{ts,tsx}`],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
          globalSetup: ['scripts/test-bundle.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [`${rooms}/*.db.test.ts`],
          exclude: [...ofTheStart, '**/node_modules/**'],
          globalSetup: ['scripts/test-bundle.ts', 'scripts/test-database.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'start',
          include: ofTheStart,
          isolate: true,
          globalSetup: ['scripts/test-bundle.ts', 'scripts/test-database.ts'],
        },
      },
    ],
  },
});
