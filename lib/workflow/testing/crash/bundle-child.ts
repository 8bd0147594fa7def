import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Bundles `child.ts` once, so that each of its many processes is up in a moment. It lies where it finds its packages. */
export async function bundleCrashChild(): Promise<{ entry: string; remove(): void }> {
  const folder = mkdtempSync(join(root, 'node_modules/.crash-child-'));
  await build({
    absWorkingDir: root,
    entryPoints: ['lib/workflow/testing/crash/child.ts'],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: join(root, 'tsconfig.json'),
    logLevel: 'error',
    plugins: [keepFileUrls],
  });
  return {
    entry: join(folder, 'child.mjs'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Files that are found beside their source stay there. */
const keepFileUrls: Plugin = {
  name: 'keep-file-urls',
  setup(context) {
    context.onLoad({ filter: /\/lib\/.*\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, 'utf8');
      if (!source.includes('import.meta.url')) return undefined;
      const url = JSON.stringify(pathToFileURL(path).href);
      return { contents: source.replaceAll('import.meta.url', url), loader: 'ts' };
    });
  },
};
