import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Collection, SandboxStore } from './context.ts';

/**
 * A JSON document store. With a `dataFile` every change is on disk before the call returns, so that a
 * killed sandbox still knows what it has answered; the file is replaced atomically.
 * Call `set` again after changing a value: only `set`, `delete` and `clear` write.
 */
export function createStore(dataFile?: string): SandboxStore {
  const collections = new Map<string, Map<string, unknown>>(dataFile ? read(dataFile) : []);

  const save = () => {
    if (!dataFile) return;
    const content = [...collections].map(([name, documents]) => [name, Object.fromEntries(documents)]);
    mkdirSync(dirname(dataFile), { recursive: true });
    const draft = `${dataFile}.${process.pid}.tmp`;
    writeFileSync(draft, JSON.stringify(Object.fromEntries(content)), { mode: 0o600 });
    renameSync(draft, dataFile);
  };

  return {
    collection<T>(name: string): Collection<T> {
      // The store holds JSON; who names a collection owns its type.
      const documents = (collections.get(name) ?? new Map()) as Map<string, T>;
      collections.set(name, documents);
      return {
        get: (id) => documents.get(id),
        set: (id, value) => {
          documents.set(id, value);
          save();
        },
        delete: (id) => {
          if (documents.delete(id)) save();
        },
        values: () => [...documents.values()],
        clear: () => {
          documents.clear();
          save();
        },
      };
    },
  };
}

function read(dataFile: string): [string, Map<string, unknown>][] {
  let text: string;
  try {
    text = readFileSync(dataFile, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  const content = JSON.parse(text) as Record<string, Record<string, unknown>>;
  return Object.entries(content).map(([name, documents]) => [name, new Map(Object.entries(documents))]);
}
