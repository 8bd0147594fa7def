import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { isPortFree } from './runtime/ports.ts';
import { type PostgresHome, preparePostgresHome } from './runtime/postgres-home.ts';
import { isAlive, signal, waitUntilGone, workingFolderOf } from './runtime/processes.ts';
import { StopMessage } from './runtime/stop-message.ts';

export type PostgresOptions = {
  /** Where the cluster lies; made by initdb when missing. */
  dataDir: string;
  port: number;
  /** false: no fsync. For tests only; a crash may corrupt the cluster. */
  durable: boolean;
  /** The database made when missing. */
  database?: string;
  /** The server's own log; default `<dataDir>.log`. */
  logFile?: string;
  /** Take over a server of ours that already runs on whatever port, and leave it running at stop(). */
  borrow?: boolean;
};

export type RunningPostgres = {
  /** Connection string of `database`. */
  url: string;
  urlOf(database: string): string;
  port: number;
  pid: number;
  /** A server from an earlier start was still running and has been taken over. */
  adopted: boolean;
  /** Fast shutdown; returns when the postmaster is gone. Does nothing to a borrowed server. */
  stop(): Promise<void>;
};

const user = 'kvitt';

/**
 * Starts the embedded PostgreSQL on 127.0.0.1, or takes over the one that an interrupted start left running in the
 * same data folder. Throws StopMessage when the port is taken by somebody else or the server cannot start.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const home = preparePostgresHome(options.dataDir);
  const database = options.database ?? 'kvitt';
  const logFile = options.logFile ?? `${options.dataDir}.log`;
  initialiseCluster(home, options.durable);
  const password = readFileSync(passwordFile(home.dataDir), 'utf8').trim();

  const left = readPostmasterPid(home.dataDir);
  if (left) {
    const fits = left.status === 'ready' && (options.borrow || left.port === options.port);
    const adopted =
      fits && running(home, left.pid, left.port, password, database, true, options.borrow ?? false);
    if (adopted && (await answers(adopted.urlOf('postgres')))) {
      await ensureDatabase(adopted.urlOf('postgres'), database);
      return adopted;
    }
    await stopPostmaster(left.pid);
  }
  // A pid file that outlived its server makes PostgreSQL refuse when the pid meanwhile belongs to another process.
  rmSync(join(home.dataDir, 'postmaster.pid'), { force: true });
  if (!(await isPortFree(options.port))) {
    throw new StopMessage(
      `Port ${options.port} (for PostgreSQL) is taken by another program. Stop that program, or choose another port: ` +
        'set PGPORT, or DATABASE_URL to use a server of your own.',
    );
  }
  const pid = await launch(home, options, logFile);
  const server = running(home, pid, options.port, password, database, false, false);
  await ensureDatabase(server.urlOf('postgres'), database);
  return server;
}

/** True when the server of this data folder runs, left over or started by somebody else. */
export function ownServerRuns(dataDir: string): boolean {
  return existsSync(dataDir) && readPostmasterPid(dataDir) !== undefined;
}

function running(
  home: PostgresHome,
  pid: number,
  port: number,
  password: string,
  database: string,
  adopted: boolean,
  borrowed: boolean,
): RunningPostgres {
  const urlOf = (name: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`;
  const stop = async () => {
    if (!borrowed && readPostmasterPid(home.dataDir)?.pid === pid) await stopPostmaster(pid);
  };
  return { url: urlOf(database), urlOf, port, pid, adopted, stop };
}

function initialiseCluster(home: PostgresHome, durable: boolean): void {
  const { dataDir, binDir, account } = home;
  const major = versionOf(binDir);
  if (existsSync(join(dataDir, 'PG_VERSION'))) {
    const found = readFileSync(join(dataDir, 'PG_VERSION'), 'utf8').trim();
    if (found === major) return;
    throw new StopMessage(
      `The data in ${dataDir} was made by PostgreSQL ${found}, but this version of Kvitt brings ${major}. ` +
        'Move the data over with pg_dump, or delete the folder to start over.',
    );
  }
  // Made beside and renamed when whole: an interrupted initdb leaves no half cluster behind.
  const unfinished = `${dataDir}.new-${process.pid}`;
  const secret = mkdtempSync(join(tmpdir(), 'kvitt-initdb-'));
  const pwfile = join(secret, 'password');
  const password = randomBytes(24).toString('hex');
  try {
    mkdirSync(unfinished, { recursive: true, mode: 0o700 });
    writeFileSync(pwfile, `${password}\n`, { mode: 0o600 });
    if (account) for (const path of [unfinished, secret, pwfile]) chownSync(path, account.uid, account.gid);
    const flags = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
    const result = spawnSync(
      join(binDir, 'initdb'),
      [
        `--pgdata=${unfinished}`,
        '--auth=scram-sha-256',
        `--username=${user}`,
        `--pwfile=${pwfile}`,
        '--no-instructions',
      ]
        .concat(flags)
        .concat(durable ? [] : ['--no-sync']),
      { ...account, cwd: '/', encoding: 'utf8', env: cleanEnvironment() },
    );
    if (result.status !== 0) {
      throw new StopMessage(`PostgreSQL's initdb failed: ${result.error?.message ?? result.stderr}`);
    }
    writeFileSync(passwordFile(unfinished), `${password}\n`, { mode: 0o600 });
    // A folder without PG_VERSION holds no cluster; rename replaces it only when it is empty.
    renameSync(unfinished, dataDir);
  } finally {
    rmSync(secret, { recursive: true, force: true });
    rmSync(unfinished, { recursive: true, force: true });
  }
}

async function launch(home: PostgresHome, options: PostgresOptions, logFile: string): Promise<number> {
  const { dataDir, binDir, account } = home;
  const settings = [
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
    'timezone=UTC',
  ];
  if (!options.durable) settings.push('fsync=off', 'synchronous_commit=off', 'full_page_writes=off');
  const args = ['-D', dataDir, '-p', String(options.port), ...settings.flatMap((setting) => ['-c', setting])];
  mkdirSync(dirname(logFile), { recursive: true });
  // After a killed postmaster its back ends may hold the shared memory for a moment: hence several tries.
  for (let attempt = 1; ; attempt += 1) {
    const start = existsSync(logFile) ? statSync(logFile).size : 0;
    const log = openSync(logFile, 'a');
    chmodSync(logFile, 0o600);
    const child = spawn(join(binDir, 'postgres'), args, {
      ...account,
      cwd: '/',
      env: cleanEnvironment(),
      // Its own session: Ctrl-C in the terminal must not stop the database before those who use it.
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    let failure: string | undefined;
    child.once('error', (error) => {
      failure = error.message;
    });
    child.once('exit', (code, name) => {
      failure = `it ended with ${code ?? name}`;
    });
    child.unref();
    const deadline = Date.now() + 60_000;
    while (failure === undefined && Date.now() < deadline) {
      const state = readPostmasterPid(dataDir);
      if (state && state.pid === child.pid && state.status === 'ready') return state.pid;
      await delay(20);
    }
    const said = existsSync(logFile) ? readFileSync(logFile).subarray(start).toString('utf8').trim() : '';
    if (attempt < 20 && /shared memory block|could not bind|lock file/.test(said)) {
      await delay(500);
      continue;
    }
    if (child.pid && failure === undefined) signal(child.pid, 'SIGQUIT');
    throw new StopMessage(
      `PostgreSQL did not start (${failure ?? 'not ready within 60 s'}).\n${said.slice(-2000)}`,
    );
  }
}

async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  if (await waitUntilGone(pid, 15_000)) return;
  signal(pid, 'SIGQUIT');
  if (await waitUntilGone(pid, 5_000)) return;
  signal(pid, 'SIGKILL');
  await waitUntilGone(pid, 5_000);
}

/** The live postmaster of this data folder; undefined when there is none (or the pid is another program's by now). */
function readPostmasterPid(dataDir: string): { pid: number; port: number; status: string } | undefined {
  const path = join(dataDir, 'postmaster.pid');
  if (!existsSync(path)) return undefined;
  const lines = readFileSync(path, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!(pid > 0) || !isAlive(pid)) return undefined;
  const folder = workingFolderOf(pid);
  // PostgreSQL's working folder is its data folder; where the system does not tell, believe the file.
  if (folder !== undefined && folder !== realpathSync(dataDir)) return undefined;
  return { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function ensureDatabase(url: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (rowCount === 0) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  } finally {
    await client.end();
  }
}

function versionOf(binDir: string): string {
  const { stdout } = spawnSync(join(binDir, 'postgres'), ['--version'], { encoding: 'utf8', cwd: '/' });
  return /(\d+)/.exec(stdout ?? '')?.[1] ?? '';
}

function passwordFile(dataDir: string): string {
  return join(dataDir, 'kvitt.password');
}

/** PG… variables of the person at the terminal must not steer our server. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...(Object.fromEntries(kept) as NodeJS.ProcessEnv), LC_ALL: 'C', TZ: 'UTC' };
}
