import './testing/scratch-data.ts';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownServerRuns, type RunningPostgres, startPostgres } from './postgres.ts';
import { findFreePort } from './runtime/ports.ts';
import { isAlive, signal, waitUntilGone } from './runtime/processes.ts';
import { bystander } from './testing/bystander.ts';
import { scratchData } from './testing/scratch-data.ts';

const dataDir = join(scratchData, 'postgres');
let port: number;
let server: RunningPostgres;

/* One cluster for all: each test finds it running, and leaves it so. */
beforeAll(async () => {
  port = await findFreePort();
  server = await start();
  await ask('create table kept (id int)');
});
afterAll(() => server?.stop());

async function start(change: Partial<Parameters<typeof startPostgres>[0]> = {}): Promise<RunningPostgres> {
  return startPostgres({ dataDir, port, durable: true, ...change });
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** The data are the ones from before, whichever server has them. */
const holds = async () => expect(await ask('select count(*)::int as n from kept')).toEqual([{ n: 0 }]);

describe('the embedded PostgreSQL', () => {
  it('is taken over when an interrupted start left it running', async () => {
    const again = await start();
    expect(again).toMatchObject({ pid: server.pid, port, adopted: true });
    server = again;
    await holds();
  });

  it('is stopped and started anew when it was left on another port', async () => {
    const before = server;
    port = await findFreePort();
    server = await start();
    expect(server).toMatchObject({ port, adopted: false });
    expect(isAlive(before.pid)).toBe(false);
    await holds();
  });

  it('is mended when it was killed and its back ends or its note are still there', async () => {
    const client = new pg.Client({ connectionString: server.url });
    client.on('error', () => undefined);
    await client.connect();
    signal(server.pid, 'SIGKILL');
    await waitUntilGone(server.pid, 10_000);
    expect(existsSync(join(dataDir, 'postmaster.pid'))).toBe(true);
    expect(ownServerRuns(dataDir)).toBe(false);
    server = await start();
    expect(server.adopted).toBe(false);
    await holds();
  });

  it('starts when its note names a process that is somebody else’s by now, which it leaves alone', async () => {
    const note = readFileSync(join(dataDir, 'postmaster.pid'), 'utf8');
    await server.stop();
    const other = await bystander();
    writeFileSync(join(dataDir, 'postmaster.pid'), note.replace(String(server.pid), String(other)));
    server = await start();
    expect(server.adopted).toBe(false);
    expect(isAlive(other)).toBe(true);
    await holds();
  });

  it('belongs to who started it: a borrower on any port leaves it running', async () => {
    const borrowed = await start({ borrow: true, port: await findFreePort() });
    expect(borrowed).toMatchObject({ pid: server.pid, port });
    await borrowed.stop();
    expect(isAlive(server.pid)).toBe(true);
    expect(ownServerRuns(dataDir)).toBe(true);
  });

  it('says so when its port is another program’s', async () => {
    const taken = createServer();
    const other = await new Promise<number>((listening) => {
      taken.listen(0, '127.0.0.1', () => listening((taken.address() as { port: number }).port));
    });
    await expect(start({ dataDir: join(scratchData, 'second'), port: other })).rejects.toThrow(
      `Port ${other} (for PostgreSQL) is taken by another program`,
    );
    taken.close();
  });

  it('keeps data of another version from being opened', async () => {
    await server.stop();
    const version = join(dataDir, 'PG_VERSION');
    const own = readFileSync(version, 'utf8');
    writeFileSync(version, '12\n');
    await expect(start()).rejects.toThrow('was made by PostgreSQL 12');
    writeFileSync(version, own);
    server = await start();
    await holds();
  });
});
