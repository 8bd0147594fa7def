import '../testing/scratch-data.ts';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../runtime/paths.ts';
import { findFreePort } from '../runtime/ports.ts';
import { isAlive, remember, signal, waitUntilGone } from '../runtime/processes.ts';
import { createTestDatabase } from '../test-database.ts';
import type { TestDatabase } from '../test-server.ts';
import { bystander } from '../testing/bystander.ts';
import { scratchData } from '../testing/scratch-data.ts';

/* The command itself, as a process: with the worker alone, which needs no build of the portal. */
let database: TestDatabase;
let ports: Record<string, string>;
const started: Start[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const names = ['PORT', 'SANDBOX_PORT', 'SANDBOX_SMTP_PORT', 'PGPORT'];
  ports = Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, String(await findFreePort())])),
  );
});
afterEach(async () => {
  for (const { process: each } of started.splice(0)) each.kill('SIGKILL');
  for (const pid of noted()) signal(pid, 'SIGKILL');
});
afterAll(() => database?.drop());

interface Start {
  process: ChildProcess;
  said(): string;
  ended: Promise<number | null>;
  until(text: string): Promise<void>;
}

function start(...args: string[]): Start {
  const code = `import('./scripts/start/main.ts').then(({ main }) => main(${JSON.stringify(args)}, 0))`;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', code], {
    cwd: root,
    env: { ...process.env, ...ports, DATABASE_URL: database.url, npm_lifecycle_event: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += String(chunk);
    });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const until = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => said.includes(text) && resolve();
      child.stdout.on('data', look);
      void ended.then((how) => reject(new Error(`It ended (${how}) before it said «${text}»:\n${said}`)));
      look();
    });
  const one = { process: child, said: () => said, ended, until };
  started.push(one);
  return one;
}

const runFolder = join(scratchData, 'run');
/** What the starts of this folder have noted as theirs. */
function noted(): number[] {
  if (!existsSync(runFolder)) return [];
  return readdirSync(runFolder).flatMap((name) => {
    const { children } = JSON.parse(readFileSync(join(runFolder, name), 'utf8')) as {
      children: { pid: number }[];
    };
    return children.map(({ pid }) => pid);
  });
}

describe('the start command', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops every child at %s, and leaves no note',
    async (name) => {
      const run = start('--only=worker');
      await run.until('The worker runs');
      const children = noted();
      expect(children).toHaveLength(1);
      expect(children.map(isAlive)).toEqual([true]);
      run.process.kill(name);
      expect(await run.ended).toBe(0);
      expect(children.map(isAlive)).toEqual([false]);
      expect(noted()).toEqual([]);
      expect(run.said()).toContain('Stopping …');
    },
    120_000,
  );

  it('finds what a start that was killed left running, and stops that first', async () => {
    const killed = start('--only=worker');
    await killed.until('The worker runs');
    const [left = 0] = noted();
    killed.process.kill('SIGKILL');
    await killed.ended;
    expect(isAlive(left)).toBe(true);
    const run = start('--only=worker');
    await run.until('stopped 1 process left by an interrupted start');
    expect(isAlive(left)).toBe(false);
    await run.until('The worker runs');
    expect(noted()).toHaveLength(1);
    run.process.kill('SIGINT');
    expect(await run.ended).toBe(0);
    await waitUntilGone(left, 1_000);
  }, 120_000);

  it('ends at once, before anything is built or started, when another one runs from its folder', async () => {
    const other = await bystander();
    const lock = join(scratchData, 'start.lock');
    const held = JSON.stringify(remember(other));
    writeFileSync(lock, held);
    const run = start();
    expect(await run.ended).toBe(1);
    expect(run.said()).toContain(`Kvitt already runs from this folder (process ${other})`);
    expect(run.said()).not.toMatch(/building|starting|at .*\.ts/);
    expect(readFileSync(lock, 'utf8')).toBe(held);
  }, 120_000);
});
