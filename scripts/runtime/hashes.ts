import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ignored = new Set(['node_modules', 'generated', '.next', '.data', '.build', '.git']);

/**
 * One SHA-256 over names and contents of the given files and folders (recursively, in a fixed order), relative to
 * `base`. Tests, generated code and what does not exist are left out.
 */
export function hashFiles(base: string, paths: string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((entry) => walk(base, entry)).sort()) {
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(base, path)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** All files under a path, relative to `base`. */
export function walk(base: string, path: string): string[] {
  const full = join(base, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(full)
    .filter((name) => !ignored.has(name))
    .flatMap((name) => walk(base, join(path, name)));
}
