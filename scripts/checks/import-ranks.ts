import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(
  import.meta.resolve('dependency-cruiser').replace(/src\/main\/.*$/, 'bin/dependency-cruise.mjs'),
);
const config = fileURLToPath(new URL('../../.dependency-cruiser.cjs', import.meta.url));

const rooms = [
  'lib',
  'app',
  'components',
  'worker',
  'prisma',
  'sandbox',
  'scripts',
  'e2e',
  'bench',
  'examples',
];
const rootFiles = ['proxy.ts', 'instrumentation.ts'];

type Cruise = {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};

/**
 * Judges every import under `base` by .dependency-cruiser.cjs.
 * @returns one line `rule: from → to` per violation, and one when files were overlooked (the tool reads nothing, and
 * says so with a friendly exit code, when it finds no TypeScript it knows).
 */
export async function checkImportRanks(base: string): Promise<string[]> {
  const targets = [...rooms, ...rootFiles].filter((name) => existsSync(join(base, name)));
  const sources = targets.flatMap((name) => sourcesUnder(base, name));
  const { modules, summary } = await cruise(base, targets);
  const seen = new Set(modules.map(({ source }) => source));
  const overlooked = sources.filter((source) => !seen.has(source));
  return [
    ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ...(overlooked.length > 0
      ? [`overlooked: ${overlooked.length} of ${sources.length} files, the first is ${overlooked[0]}`]
      : []),
  ];
}

function cruise(base: string, targets: string[]): Promise<Cruise> {
  const args = [cli, '--config', config, '--output-type', 'json', ...targets];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: base, maxBuffer: 1 << 30 }, (error, stdout, stderr) => {
      // The exit code is the number of violations; what matters is whether there is a report.
      if (stdout.startsWith('{')) resolve(JSON.parse(stdout) as Cruise);
      else reject(new Error(`dependency-cruiser gave no report: ${stderr || error?.message}`));
    });
  });
}

function sourcesUnder(base: string, path: string): string[] {
  if (/\.(ts|tsx)$/.test(path)) return path.endsWith('.d.ts') ? [] : [path];
  if (path === 'lib/db/generated' || /\.[a-z]+$/.test(path)) return [];
  return readdirSync(join(base, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || /\.tsx?$/.test(entry.name))
    .flatMap((entry) => (entry.name === 'node_modules' ? [] : sourcesUnder(base, `${path}/${entry.name}`)));
}
