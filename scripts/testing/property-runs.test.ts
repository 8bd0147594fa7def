import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { root } from '../runtime/paths.ts';
import { runs } from './property-runs.ts';

afterEach(() => vi.unstubAllEnvs());

it('tries a property ten times as often in the long lane, and never fewer times than usual', () => {
  vi.stubEnv('KVITT_LONG', '');
  expect([60, 3_000, 30_000].map((usual) => runs(usual))).toEqual(
    [60, 3_000, 30_000].map((numRuns) => ({ numRuns })),
  );
  vi.stubEnv('KVITT_LONG', '1');
  expect([60, 3_000, 30_000].map((usual) => runs(usual).numRuns)).toEqual([600, 20_000, 30_000]);
  expect(runs(400, 5)).toEqual({ numRuns: 2_000 });
});

it('is what every test of ours asks; guests, which import nothing of ours, say a number', () => {
  const own = ['lib', 'app', 'components', 'worker', 'scripts', 'prisma']
    .flatMap((room) =>
      readdirSync(join(root, room), { recursive: true }).map((path) => join(room, String(path))),
    )
    .filter((path) => /\.test\.tsx?$/.test(path) && !path.startsWith('lib/sdk/') && !here.includes(path));
  expect(own.filter((path) => readFileSync(join(root, path), 'utf8').includes('numRuns'))).toEqual([]);
});

/** The second looks at thousands of cases either way, each of them at once. */
const here = ['scripts/testing/property-runs.test.ts', 'lib/payments/judge-evidence.test.ts'];
