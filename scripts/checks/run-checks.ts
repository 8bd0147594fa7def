import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { generateClient } from '../generate.ts';
import { root } from '../runtime/paths.ts';
import { elapsed } from '../runtime/progress.ts';
import { checkEnvironmentReads } from './environment-reads.ts';
import { checkImportRanks } from './import-ranks.ts';
import { checkProviderWords } from './provider-words.ts';

export type Tally = {
  passed: number;
  failed: number;
  /** What failed, by name, to be said again at the end of a long output. */
  failures?: string[];
};

/** Types, lint and format, import ranks, one reader of the environment: one after the other, each said in one line. */
export async function runChecks(): Promise<Tally> {
  generateClient();
  const tally = { passed: 0, failed: 0, failures: [] as string[] };
  const checks: [string, () => Promise<string[]>][] = [
    ['types', checkTypes],
    [
      'lint and format',
      () => problemsOf(['node_modules/@biomejs/biome/bin/biome', 'check', '--colors=off', '.']),
    ],
    ['import ranks', () => checkImportRanks(root)],
    ['environment read in one place', async () => checkEnvironmentReads(root)],
    ['no provider named in shared code', async () => checkProviderWords(root)],
  ];
  for (const [name, check] of checks) {
    const startedAt = performance.now();
    const problems = await check();
    tally[problems.length === 0 ? 'passed' : 'failed'] += 1;
    console.log(`${problems.length === 0 ? '✓' : '✗'} ${name} (${elapsed(startedAt)})`);
    if (problems.length === 0) continue;
    console.log(problems.slice(0, 100).join('\n'));
    tally.failures.push(name);
  }
  return tally;
}

async function checkTypes(): Promise<string[]> {
  // Next writes the types of routes, pages and style sheets; on a bare clone they are not there yet.
  if (!existsSync(join(root, 'next-env.d.ts')) && existsSync(join(root, 'app'))) {
    const problems = await problemsOf(['node_modules/next/dist/bin/next', 'typegen']);
    if (problems.length > 0) return problems;
  }
  return problemsOf([
    'node_modules/typescript7/bin/tsc',
    '--noEmit',
    '--pretty',
    'false',
    '-p',
    'tsconfig.json',
  ]);
}

/** Runs a tool with Node; its output by lines when it fails, nothing when it succeeds. */
function problemsOf(args: string[]): Promise<string[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('close', (code) =>
      resolve(code === 0 ? [] : [...output.trimEnd().split('\n'), `(exit code ${code})`]),
    );
  });
}
