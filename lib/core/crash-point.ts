import { env } from './env.ts';

/**
 * A named point between two steps that must survive a crash. The crash tests set KVITT_CRASH_AT to one of the names
 * and the process kills itself there as hard as the system can; nothing else ever does.
 */
export function crashPoint(name: string): void {
  if (env().KVITT_CRASH_AT === name) process.kill(process.pid, 'SIGKILL');
}
