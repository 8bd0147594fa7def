/*
 * node scripts/complete-lock-file.mjs   after npm install, where the registry at hand does not carry every platform.
 * npm leaves optional packages that it could not find out of package-lock.json, and `npm ci` then refuses the lock
 * file everywhere. Each package's own list of optional packages says what is missing: an entry with version and
 * platform is enough for npm to take or skip it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
const lock = JSON.parse(readFileSync(file, 'utf8'));
const missing = missingOptional(lock.packages);
for (const { path, version, dev } of missing) {
  lock.packages[path] = { version, ...platformOf(path), ...(dev ? { dev } : {}), optional: true };
}
const [root, ...others] = Object.entries(lock.packages);
others.sort(([a], [b]) => a.localeCompare(b, 'en'));
lock.packages = Object.fromEntries([root, ...others]);
if (missing.length > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} optional packages added to package-lock.json`);

function missingOptional(packages) {
  return Object.entries(packages).flatMap(([owner, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !packages[`${owner}/node_modules/${name}`])
      .map(([name, range]) => ({ path: `node_modules/${name}`, version: range.replace(/^[~^]/, ''), dev }))
      .filter(({ path }) => !packages[path] && Object.keys(platformOf(path)).length > 0),
  );
}

function platformOf(path) {
  const os = /\b(android|darwin|freebsd|linux|netbsd|openbsd|sunos|win32|aix|openharmony)\b/.exec(path)?.[1];
  const cpu = /\b(arm64|arm|ia32|loong64|mips64el|ppc64|riscv64|s390x|x64)\b/.exec(path)?.[1];
  const libc = os === 'linux' ? (path.includes('musl') ? 'musl' : 'glibc') : undefined;
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(libc ? { libc: [libc] } : {}), ...(os ? { os: [os] } : {}) };
}
