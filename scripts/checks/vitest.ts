import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { root } from '../runtime/paths.ts';
import type { Tally } from './run-checks.ts';

type Report = {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
  testResults: { name: string; status: string }[];
};

/** A machine that reads the output is spared the colour of every dot. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' };

/** Runs vitest, showing its usual short output, and counts from its JSON report. */
export async function runVitest(args: string[]): Promise<Tally> {
  const reportFile = join(root, '.build/reports/vitest.json');
  mkdirSync(dirname(reportFile), { recursive: true });
  rmSync(reportFile, { force: true });
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const child = spawn(
    process.execPath,
    [vitest, 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`, ...args],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...plain } },
  );
  const code = await new Promise((resolve) => child.once('close', resolve));
  return count(reportFile, code === 0);
}

function count(reportFile: string, succeeded: boolean): Tally {
  try {
    const report = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
    const failed = report.numFailedTests;
    // A file that could not even be read has no failed test of its own: it still is a failure.
    const failures = report.testResults
      .filter(({ status }) => status === 'failed')
      .map(({ name }) => relative(root, name));
    return { passed: report.numPassedTests, failed: failed > 0 || succeeded ? failed : 1, failures };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
