import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { logsDir, root } from './paths.ts';
import { isAlive, signal, waitUntilGone } from './processes.ts';
import { noteChild } from './run-file.ts';
import { StopMessage } from './stop-message.ts';

export type Program = { name: string; args: string[]; env: Record<string, string> };

export type ChildSpec = Program & {
  /** Asked again and again until true, with what the child has written so far. */
  isReady(output: string): Promise<boolean>;
};

export type Child = {
  name: string;
  pid: number;
  logFile: string;
  exited: Promise<string>;
  stop(): Promise<void>;
};

/**
 * Starts a Node process in a session of its own (Ctrl-C in the terminal reaches only us, who stop in order) that
 * writes to a log file, so that it does not fall over a broken pipe when we are killed.
 */
export function startChild(spec: Program): Child {
  mkdirSync(logsDir, { recursive: true });
  const logFile = join(logsDir, `${spec.name}.log`);
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, spec.args, {
    cwd: root,
    // Next's types want NODE_ENV in every environment; a child's may do without.
    env: spec.env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const pid = child.pid;
  if (pid === undefined) throw new StopMessage(`${spec.name} could not be started.`);
  const exited = new Promise<string>((resolve) => {
    child.once('exit', (code, name) => resolve(name ?? `exit code ${code}`));
  });
  noteChild(pid);
  return { name: spec.name, pid, logFile, exited, stop: () => stopGroup(pid) };
}

/** Waits until the child is ready; throws StopMessage with the end of its log when it dies or takes too long. */
export async function untilReady(
  spec: ChildSpec,
  child: Child,
  from: number,
  timeoutMs = 120_000,
): Promise<void> {
  let ended: string | undefined;
  void child.exited.then((how) => {
    ended = how;
  });
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline && ended === undefined) {
    if (await spec.isReady(readFrom(child.logFile, from))) return;
    await delay(40);
  }
  const what = ended === undefined ? `was not ready after ${timeoutMs / 1000} s` : `ended (${ended})`;
  throw new StopMessage(
    `The ${child.name} ${what}. The end of ${child.logFile}:\n\n${lastLines(child.logFile, from)}`,
  );
}

/** Keeps one earlier log beside the new one. Returns where the new one begins. */
export function rotateLog(name: string): void {
  const logFile = join(logsDir, `${name}.log`);
  if (existsSync(logFile)) renameSync(logFile, join(logsDir, `${name}.previous.log`));
}

export function sizeOf(logFile: string): number {
  return existsSync(logFile) ? statSync(logFile).size : 0;
}

export function readFrom(logFile: string, from: number): string {
  return existsSync(logFile) ? readFileSync(logFile).subarray(from).toString('utf8') : '';
}

export function lastLines(logFile: string, from = 0, count = 30): string {
  return readFrom(logFile, from).trimEnd().split('\n').slice(-count).join('\n');
}

async function stopGroup(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  signal(pid, 'SIGTERM', true);
  if (await waitUntilGone(pid, 10_000)) return;
  signal(pid, 'SIGKILL', true);
  await waitUntilGone(pid, 5_000);
}
