import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Kvitt's processes by name; PostgreSQL's is its postmaster, and stands for its back ends too. */
export interface Processes {
  pids: Record<string, number>;
  cores: number;
}

/** Finds them among the children of the start command. Empty where there is no /proc: then memory and shares are not measured. */
export function findProcesses(starterPid: number): Processes {
  const kinds: [name: string, command: RegExp][] = [
    ['portal', /next/],
    ['worker', /\.build\/worker\.js/],
    ['sandbox', /\.build\/sandbox\.js/],
    ['postgresql', /\/postgres\b/],
  ];
  const pids: Record<string, number> = { starter: starterPid };
  for (const pid of childrenOf(starterPid)) {
    const command = readProc(pid, 'cmdline').replaceAll('\0', ' ');
    const kind = kinds.find(([, pattern]) => pattern.test(command));
    if (kind) pids[kind[0]] = pid;
  }
  return { pids, cores: availableParallelism() };
}

/** Memory in MB: what each process holds alone plus its part of what is shared (Pss); for PostgreSQL all its back ends. */
export function memoryMb({ pids }: Processes): Record<string, number> {
  return each(
    pids,
    (pid) => Number(/^Pss:\s+(\d+) kB/m.exec(readProc(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024,
  );
}

/** Processor time used so far, in seconds. */
export function cpuSeconds({ pids }: Processes): Record<string, number> {
  return each(pids, (pid) => {
    const fields = readProc(pid, 'stat')
      .replace(/^.*\) /s, '')
      .split(' ');
    // utime, stime, and those of children that have ended; in ticks of 10 ms.
    return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  });
}

function each(pids: Record<string, number>, of: (pid: number) => number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(pids).map(([name, pid]) => {
      const family = name === 'starter' ? [pid] : [pid, ...childrenOf(pid)];
      return [name, family.reduce((sum, member) => sum + of(member), 0)];
    }),
  );
}

function childrenOf(parent: number): number[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && Number(/\) \S (\d+)/.exec(readProc(pid, 'stat'))?.[1]) === parent);
}

/** Empty when the process has ended meanwhile. */
function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
