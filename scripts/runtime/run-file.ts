import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataDir } from './paths.ts';
import { commandLineOf, isStill, type KnownProcess, remember, signal, waitUntilGone } from './processes.ts';

type Run = { starter: KnownProcess; children: (KnownProcess & { commandLine: string })[] };

const folder = join(dataDir, 'run');
const file = join(folder, `${process.pid}.json`);
const run: Run = { starter: remember(process.pid), children: [] };

/** Notes a child process, so that the next start finds it should this one be killed. */
export function noteChild(pid: number): void {
  run.children = run.children.filter(isStill);
  run.children.push({ ...remember(pid), commandLine: commandLineOf(pid) });
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, JSON.stringify(run));
}

export function forgetRun(): void {
  rmSync(file, { force: true });
}

/** Stops what earlier, killed starts of this folder left running. Returns how many processes that was. */
export async function stopLeftovers(): Promise<number> {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  let stopped = 0;
  for (const name of names) {
    const path = join(folder, name);
    const earlier = readRun(path);
    if (earlier && isStill(earlier.starter)) continue;
    for (const child of earlier?.children ?? []) {
      if (!isStill(child) || !isOurs(child)) continue;
      stopped += 1;
      signal(child.pid, 'SIGTERM', true);
      if (await waitUntilGone(child.pid, 5_000)) continue;
      signal(child.pid, 'SIGKILL', true);
      await waitUntilGone(child.pid, 5_000);
    }
    rmSync(path, { force: true });
  }
  return stopped;
}

/** Next renames its process, so the command line may have changed since; it is still one of Node's. */
function isOurs(child: Run['children'][number]): boolean {
  const now = commandLineOf(child.pid);
  return now === child.commandLine || /^next-|^node|\/node/.test(now);
}

function readRun(path: string): Run | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Run;
  } catch {
    return undefined;
  }
}
