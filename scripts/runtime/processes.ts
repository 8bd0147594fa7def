import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A process as we remember it: the start time tells it from a later process that was given the same pid. */
export type KnownProcess = { pid: number; startedAt: string };

/** True while a process with this pid exists (also when it belongs to somebody else; a zombie counts as gone). */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return statFields(pid)?.[0] !== 'Z';
}

/** The start time of a process in the system's own notation; undefined when the process is gone. */
export function startTimeOf(pid: number): string | undefined {
  // Field 22 of /proc/<pid>/stat, counted after the command name, which may itself hold spaces and brackets.
  const field = statFields(pid)?.[19];
  if (field !== undefined) return field;
  return ps(pid, 'lstart=');
}

/** The command line of a process, arguments joined by spaces; '' when it is gone or hidden from us. */
export function commandLineOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ps(pid, 'command=') ?? '';
  }
}

/** The working folder of a process; undefined when unknown (gone, not ours, or no /proc). */
export function workingFolderOf(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

export function remember(pid: number): KnownProcess {
  return { pid, startedAt: startTimeOf(pid) ?? '' };
}

/** True when the remembered process still runs (and is not a newcomer with its pid). */
export function isStill(known: KnownProcess): boolean {
  return isAlive(known.pid) && startTimeOf(known.pid) === known.startedAt;
}

/** Waits until the process is gone. Returns false when it is still there after `timeoutMs`. */
export async function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean> {
  const deadline = Date.now() + timeoutMs;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await delay(25);
  }
  return true;
}

/** Signals a process, or with `group` its whole process group; a process that is already gone is no error. */
export function signal(pid: number, name: NodeJS.Signals, group = false): void {
  try {
    process.kill(group ? -pid : pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function statFields(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ps(pid: number, format: string): string | undefined {
  if (process.platform === 'linux') return undefined;
  try {
    return execFileSync('ps', ['-o', format, '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}
