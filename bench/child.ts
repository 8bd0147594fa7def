import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './paths.ts';

export interface Running {
  pid: number;
  /** Milliseconds from the start to the line that said that it is ready. */
  readyMs: number;
  /** What it wrote until then. */
  lines: string[];
  /** Its exit code, when it has ended. */
  ended: Promise<number | null>;
  stop(): Promise<void>;
}

/** Starts a Node program of the checkout and waits for a line that matches. @throws with what it wrote when it ends instead. */
export async function startChild(
  args: string[],
  env: Record<string, string>,
  ready: RegExp,
): Promise<Running> {
  const started = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, ...env },
    // In a group of its own: Ctrl-C reaches only us, who stop in order.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (ready.test(line)) resolve();
      });
    }
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`${args.join(' ')} ended with ${code}:\n${lines.slice(-30).join('\n')}`)),
    );
  });
  const readyMs = performance.now() - started;
  return { pid: child.pid ?? 0, readyMs, lines, ended, stop: () => end(child) };
}

const children = new Set<ChildProcess>();

/** Ends whatever was started and still runs, the latest first. */
export async function stopAll(): Promise<void> {
  for (const child of [...children].reverse()) await end(child);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  const tooLong = setTimeout(() => child.kill('SIGKILL'), 30_000);
  await exited;
  clearTimeout(tooLong);
}
