import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Collection, SandboxStore } from './context.ts';

/** After so many changes the journal is folded into the file: by then it costs little per change. */
const mostChanges = 5000;

/** One change: a document, or with null its end; without an id the whole collection is emptied. */
type Change = [collection: string, id?: string, document?: unknown];
type Collections = Map<string, Map<string, unknown>>;

/**
 * A JSON document store. With a `dataFile` every change is on disk before the call returns, so that a
 * killed sandbox still knows what it has answered: the file holds all as it was once, and a journal
 * beside it (`.journal`) one line for each change since. Call `set` again after changing a value: only
 * `set`, `delete` and `clear` write.
 */
export function createStore(dataFile?: string): SandboxStore {
  const collections: Collections = dataFile ? read(dataFile) : new Map();
  const write = dataFile ? newJournal(dataFile, collections) : () => {};

  return {
    collection<T>(name: string): Collection<T> {
      // The store holds JSON; who names a collection owns its type.
      const documents = (collections.get(name) ?? new Map()) as Map<string, T>;
      collections.set(name, documents);
      return {
        get: (id) => documents.get(id),
        set: (id, value) => {
          documents.set(id, value);
          write([name, id, value]);
        },
        delete: (id) => {
          if (documents.delete(id)) write([name, id, null]);
        },
        values: () => [...documents.values()],
        clear: () => {
          documents.clear();
          write([name]);
        },
      };
    },
  };
}

/** Folds what an earlier sandbox left into the file and gives the function that writes a change. */
function newJournal(dataFile: string, collections: Collections): (change: Change) => void {
  let changes = 0;
  const fold = () => {
    const content = [...collections].map(([name, documents]) => [name, Object.fromEntries(documents)]);
    mkdirSync(dirname(dataFile), { recursive: true });
    const draft = `${dataFile}.${process.pid}.tmp`;
    writeFileSync(draft, JSON.stringify(Object.fromEntries(content)), { mode: 0o600 });
    // Killed between the two, the journal is read once more over a file that has it already: the same comes out.
    renameSync(draft, dataFile);
    writeFileSync(journalOf(dataFile), '', { mode: 0o600 });
    changes = 0;
  };
  fold();
  return (change) => {
    changes += 1;
    if (changes > mostChanges) fold();
    else appendFileSync(journalOf(dataFile), `${JSON.stringify(change)}\n`);
  };
}

const journalOf = (dataFile: string): string => `${dataFile}.journal`;

function read(dataFile: string): Collections {
  const content = JSON.parse(textOf(dataFile) || '{}') as Record<string, Record<string, unknown>>;
  const collections: Collections = new Map(
    Object.entries(content).map(([name, documents]) => [name, new Map(Object.entries(documents))]),
  );
  for (const line of textOf(journalOf(dataFile)).split('\n')) {
    const change = parseChange(line);
    if (change) apply(collections, change);
  }
  return collections;
}

function apply(collections: Collections, [name, id, document]: Change): void {
  const documents = collections.get(name) ?? new Map<string, unknown>();
  collections.set(name, documents);
  if (id === undefined) documents.clear();
  else if (document === null) documents.delete(id);
  else documents.set(id, document);
}

/** Undefined for the last line of a sandbox that was killed while it wrote: nobody has been answered yet. */
function parseChange(line: string): Change | undefined {
  try {
    return JSON.parse(line) as Change;
  } catch {
    return undefined;
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}
