import '../testing/scratch-data.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ChildSpec } from '../runtime/child.ts';
import { isAlive } from '../runtime/processes.ts';
import { scratchData } from '../testing/scratch-data.ts';
import { Supervisor } from './supervisor.ts';

/** Says its number, and when it was asked to stop; ends when it is told to die. */
const program = `
  console.log('up', process.pid);
  process.on('SIGTERM', () => { console.log('stopped', Date.now()); process.exit(0); });
  setInterval(() => undefined, 1e6);
  if (process.env.DIES) throw new Error('broken on purpose');
`;
const spec = (name: string, env: Record<string, string> = {}): ChildSpec => ({
  name,
  args: ['-e', program],
  env,
  isReady: async (output) => output.includes('up'),
});
const logOf = (name: string) => readFileSync(join(scratchData, 'logs', `${name}.log`), 'utf8');
const pidsOf = (name: string) => [...logOf(name).matchAll(/up (\d+)/g)].map(([, pid]) => Number(pid));

let supervisor: Supervisor;
afterEach(async () => {
  await supervisor.stop();
  vi.restoreAllMocks();
});

describe('the processes of one start', () => {
  it('are all stopped, the latest first', async () => {
    supervisor = new Supervisor(false);
    for (const name of ['first', 'second', 'third']) await supervisor.start(spec(name));
    const pids = ['first', 'second', 'third'].flatMap(pidsOf);
    expect(pids.map(isAlive)).toEqual([true, true, true]);
    await supervisor.stop();
    expect(pids.map(isAlive)).toEqual([false, false, false]);
    const stoppedAt = ['third', 'second', 'first'].map((name) =>
      Number(/stopped (\d+)/.exec(logOf(name))?.[1]),
    );
    expect(stoppedAt).toEqual([...stoppedAt].sort((a, b) => a - b));
    await expect(supervisor.start(spec('fourth'))).rejects.toThrow('Stopping.');
  });

  it('end the start when one without which nothing works is lost, with what it said last', async () => {
    supervisor = new Supervisor(false);
    const lost = new Promise<string>((resolve) => {
      void supervisor
        .start(spec('portal'), resolve)
        .then(() => process.kill(pidsOf('portal')[0] ?? 0, 'SIGKILL'));
    });
    expect(await lost).toMatch(/The portal stopped unexpectedly \(SIGKILL\)[\s\S]*portal\.log:[\s\S]*up \d+/);
  });

  it('are started again when they die and the others can wait', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    supervisor = new Supervisor(false);
    await supervisor.start(spec('worker'));
    const [first = 0] = pidsOf('worker');
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(pidsOf('worker')).toHaveLength(2), { timeout: 20_000 });
    expect(isAlive(pidsOf('worker')[1] ?? 0)).toBe(true);
    expect(String(said.mock.calls[0])).toContain('Starting the worker again in 1 s.');
  });

  it('say why one could not be started', async () => {
    supervisor = new Supervisor(false);
    const never = { ...spec('sandbox', { DIES: '1' }), isReady: async () => false };
    await expect(supervisor.start(never)).rejects.toThrow(
      /The sandbox ended \(exit code 1\)[\s\S]*broken on purpose/,
    );
  });
});
