import { lstatSync, opendirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AppFolder } from '@/lib/services/import-altinn/app-files.ts';
import { StopMessage } from '../runtime/stop-message.ts';

/** Larger files than any app has, and more of them. */
const maxBytes = 5_000_000;
const maxFiles = 5_000;
const maxDepth = 20;

/** Folders of tools and builds, which say nothing of the app. */
const skipped = new Set(['node_modules', 'bin', 'obj', '.git']);

/** What is opened; everything else in the folder is only named. */
const opened = /^App\/(ui|models|options|config)\/.*\.(json|bpmn)$/i;

/**
 * Reads an Altinn app from disk: the folder that holds `App`, or `App` itself. Links are not followed.
 * @throws StopMessage when there is no such app.
 */
export function readAppFolder(folder: string): AppFolder {
  const inner = isFolder(join(folder, 'App')) ? join(folder, 'App') : folder;
  if (!isFolder(inner)) throw new StopMessage(`Fant ikke mappen ${folder}.`);
  if (!isFolder(join(inner, 'ui')) && !isFolder(join(inner, 'config')))
    throw new StopMessage(`${folder} er ingen Altinn-app: den har verken App/ui eller App/config.`);
  const files: { path: string; text: string }[] = [];
  const others: AppFolder['others'][number][] = [];
  const waiting = [{ path: 'App', at: inner, depth: 0 }];
  for (let next = waiting.pop(); next && files.length + others.length < maxFiles; next = waiting.pop()) {
    for (const { path, at } of entriesOf(next)) {
      const found = lstatSync(at, { throwIfNoEntry: false });
      if (found?.isDirectory()) {
        if (next.depth < maxDepth) waiting.push({ path, at, depth: next.depth + 1 });
      } else if (!found?.isFile()) others.push({ path, reason: 'unreadable' });
      else if (!opened.test(path)) others.push({ path, reason: 'notText' });
      else if (found.size > maxBytes) others.push({ path, reason: 'tooLarge' });
      else addFile(path, at);
    }
  }
  return { files, others };

  function addFile(path: string, at: string): void {
    try {
      files.push({ path, text: decode(readFileSync(at)) });
    } catch {
      others.push({ path, reason: 'unreadable' });
    }
  }
}

/** @throws StopMessage when there is no such file, or no JSON in it. */
export function readPatch(file: string): unknown {
  try {
    return JSON.parse(decode(readFileSync(file)));
  } catch (error) {
    throw new StopMessage(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function entriesOf({ path, at }: { path: string; at: string }): { path: string; at: string }[] {
  const entries: { path: string; at: string }[] = [];
  try {
    const folder = opendirSync(at);
    for (let entry = folder.readSync(); entry; entry = folder.readSync()) {
      if (!skipped.has(entry.name)) entries.push({ path: `${path}/${entry.name}`, at: join(at, entry.name) });
    }
    folder.closeSync();
  } catch {
    return entries;
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Windows tools write UTF-16 now and then; everything else is UTF-8. */
function decode(bytes: Buffer): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function isFolder(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
