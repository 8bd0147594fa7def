import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach } from 'vitest';
import { waitUntilGone } from '../runtime/processes.ts';

const started: ChildProcess[] = [];

afterEach(() => {
  for (const { pid } of started.splice(0)) {
    try {
      if (pid) process.kill(-pid, 'SIGKILL');
    } catch {
      // Gone already, as most tests want it.
    }
  }
});

/** A process of nobody's that does nothing until it is stopped, in a group of its own; gone after the test at the latest. */
export async function bystander(): Promise<number> {
  const program = "process.stdout.write('up'); setInterval(() => undefined, 1e6)";
  const child = spawn(process.execPath, ['-e', program], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(child);
  await once(child.stdout, 'data');
  return child.pid ?? 0;
}

/** The number of a process that has just ended. */
export async function goneProcess(): Promise<number> {
  const pid = await bystander();
  process.kill(-pid, 'SIGKILL');
  await waitUntilGone(pid, 10_000);
  return pid;
}
