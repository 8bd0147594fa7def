import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isStill, type KnownProcess, remember } from './processes.ts';

/**
 * Takes a lock file, also from a holder that is gone.
 * @returns the live holder when there is one, else undefined (the lock is ours: call `releaseLock`).
 */
export function tryLock(file: string): KnownProcess | undefined {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(remember(process.pid)), { flag: 'wx' });
      return undefined;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readHolder(file);
    if (holder && isStill(holder)) return holder;
    rmSync(file, { force: true });
  }
}

export function releaseLock(file: string): void {
  rmSync(file, { force: true });
}

/** Runs `work` while holding the lock, waiting for another holder to finish first. */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  while (tryLock(file)) await delay(200);
  try {
    return await work();
  } finally {
    releaseLock(file);
  }
}

function readHolder(file: string): KnownProcess | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KnownProcess;
  } catch {
    return undefined;
  }
}
