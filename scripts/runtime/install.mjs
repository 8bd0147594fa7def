import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const lockFile = join(root, 'package-lock.json');
const stampFile = join(root, 'node_modules/.kvitt-install');

/** Ends the process with a plain message when Node is older than package.json asks for. */
export function checkNodeVersion() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).engines.node.replace('>=', '');
  const [major, minor] = wanted.split('.').map(Number);
  const [ourMajor, ourMinor] = process.versions.node.split('.').map(Number);
  if (ourMajor > major || (ourMajor === major && ourMinor >= minor)) return;
  console.error(
    `Kvitt needs Node ${wanted} or newer; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(1);
}

/** Installs the packages from the lock file when node_modules is missing or made from another lock file. */
export async function ensureInstalled() {
  const stamp = `${createHash('sha256').update(readFileSync(lockFile)).digest('hex')} ${process.platform}-${process.arch}`;
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  if (!matchesLockFile()) {
    console.log('  installing packages (npm ci) …');
    const started = performance.now();
    await npmCi();
    console.log(`  installed packages, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

/** npm keeps a list of what it installed: when somebody ran `npm ci` by hand, doing it again would be a waste. */
function matchesLockFile() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = installed[path];
    return found ? found.version === entry.version : Boolean(entry.optional);
  });
}

/** Install scripts are not run: nothing here needs them, and some would download things. */
function npmCi() {
  const cli = process.env.npm_execpath;
  const usable = cli !== undefined && basename(cli) === 'npm-cli.js';
  const args = ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--include=dev', '--include=optional'];
  const [command, ...first] = usable ? [process.execPath, cli] : ['npm'];
  return new Promise((resolve) => {
    const child = spawn(command, [...first, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    const started = Date.now();
    const ticker = setInterval(
      () => console.log(`  … ${Math.round((Date.now() - started) / 1000)} s`),
      15_000,
    );
    child.once('error', (error) => finish(error.message));
    child.once('close', (code) => finish(code === 0 ? undefined : `npm ci ended with ${code}`));

    function finish(problem) {
      clearInterval(ticker);
      if (problem === undefined) return resolve(undefined);
      console.error(`${output}\nThe packages could not be installed: ${problem}`);
      process.exit(1);
    }
  });
}
