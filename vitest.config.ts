import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';

const root = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');
const rooms = ['lib', 'sandbox', 'worker', 'scripts', 'app', 'components', 'prisma'];

/*
 * `unit` is pure or brings its own servers; `db` (*.db.test.ts) gets a real PostgreSQL, which is started only when such a test is
 * selected (see scripts/test-database.ts). Modules are loaded once for all files of a lane, which spares much of the
 * processor's time; the files that put others in their place, or read their folder when they are loaded, have modules of their
 * own (`unit-apart`, `db-apart`).
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
    projects: [
      ...lanes('unit', /(?<!\.db)\.test\.tsx?$/, ['scripts/test-bundle.ts']),
      ...lanes('db', /\.db\.test\.ts$/, ['scripts/test-bundle.ts', 'scripts/test-database.ts']),
    ],
  },
});

function lanes(name: string, named: RegExp, globalSetup: string[]): TestProjectConfiguration[] {
  const files = rooms
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }).map((path) => join(room, path)),
    )
    .filter((path) => named.test(path) && !path.includes('node_modules'));
  const apart = files.filter((path) =>
    /\bvi\.mock\(|scratch-data\.ts'/.test(readFileSync(join(root, path), 'utf8')),
  );
  const lane = (id: string, include: string[], isolate: boolean): TestProjectConfiguration => ({
    extends: true,
    test: { name: id, include: include.map(literally), isolate, globalSetup },
  });
  return [
    lane(
      name,
      files.filter((path) => !apart.includes(path)),
      false,
    ),
    lane(`${name}-apart`, apart, true),
  ];
}

/** Folders of routes are named with brackets, which mean something else in a pattern. */
function literally(path: string): string {
  return path.replaceAll('\\', '/').replace(/[()[\]]/g, '\\$&');
}
