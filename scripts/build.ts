import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { hashFiles } from './runtime/hashes.ts';
import { withLock } from './runtime/lock.ts';
import { root } from './runtime/paths.ts';
import { step } from './runtime/progress.ts';
import { runTool } from './runtime/run-tool.ts';
import { StopMessage } from './runtime/stop-message.ts';

const lockFile = join(root, '.build/lock');

/** What the portal's build depends on; tests are left out by `hashFiles`. */
const portalSources = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'next.config.js',
  'next.config.mjs',
  'next.config.ts',
  'proxy.ts',
  'instrumentation.ts',
  'package-lock.json',
];

const processes = [
  {
    name: 'worker',
    entry: 'worker/main.ts',
    sources: ['worker', 'lib', 'prisma/schema.prisma', 'package-lock.json'],
  },
  { name: 'sandbox', entry: 'sandbox/main.ts', sources: ['sandbox', 'package-lock.json'] },
];

/** Builds what changed since the last build: the portal with Next, worker and sandbox with esbuild. */
export async function buildAll(env: Record<string, string>): Promise<void> {
  await withLock(lockFile, async () => {
    await ifChanged(join(root, '.next/kvitt-build'), hashFiles(root, portalSources), () =>
      step('building the portal', () => nextBuild(env)),
    );
    await bundleProcesses();
  });
}

/** Builds worker and sandbox alone (a second or so). */
export async function bundleProcesses(): Promise<void> {
  for (const { name, entry, sources } of processes) {
    if (!existsSync(join(root, entry))) continue;
    await ifChanged(
      join(root, `.build/${name}.hash`),
      hashFiles(root, [...sources, 'scripts/build.ts']),
      () => step(`building the ${name}`, () => bundle(entry, join(root, `.build/${name}.js`))),
    );
  }
}

async function ifChanged(stamp: string, hash: string, work: () => Promise<void>): Promise<void> {
  const current = `${hash} ${process.versions.node}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return;
  rmSync(stamp, { force: true });
  await work();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, current);
}

function nextBuild(env: Record<string, string>): Promise<void> {
  return runTool('build', ['node_modules/next/dist/bin/next', 'build'], { ...env, NODE_ENV: 'production' });
}

async function bundle(entry: string, outfile: string): Promise<void> {
  const entryPoint = join(root, entry);
  await build({
    absWorkingDir: root,
    entryPoints: [entryPoint],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    sourcemap: true,
    logLevel: 'warning',
    plugins: [keepFileUrls(entryPoint)],
  }).catch(() => {
    throw new StopMessage(`Building ${entry} failed: see above.`);
  });
}

/** A module that reads a file beside itself must find it there, though its code has moved into the bundle. */
function keepFileUrls(entryPoint: string): Plugin {
  return {
    name: 'keep-file-urls',
    setup(builder) {
      builder.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const source = readFileSync(path, 'utf8');
        if (path === entryPoint || !source.includes('import.meta.url')) return undefined;
        const loader = path.endsWith('x') ? 'tsx' : 'ts';
        return {
          contents: source.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)),
          loader,
        };
      });
    },
  };
}
