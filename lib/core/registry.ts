/** A closed list of one-file additions by id; the order of the list is kept. */
export interface Registry<T extends { readonly id: string }> {
  ids(): string[];
  all(): readonly T[];
  has(id: string): boolean;
  find(id: string): T | undefined;
  /** @throws when the id is unknown, naming the registry and the ids that exist. */
  get(id: string): T;
}

/** @throws when two entries share an id: a copy-and-paste mistake that must stop the start. */
export function newRegistry<T extends { readonly id: string }>(
  name: string,
  entries: readonly T[],
): Registry<T> {
  const byId = new Map<string, T>();
  for (const entry of entries) {
    if (byId.has(entry.id)) throw new Error(`${name}: "${entry.id}" is registered twice`);
    byId.set(entry.id, entry);
  }
  return {
    ids: () => [...byId.keys()],
    all: () => entries,
    has: (id) => byId.has(id),
    find: (id) => byId.get(id),
    get(id) {
      const entry = byId.get(id);
      if (!entry) throw new Error(`${name}: unknown "${id}", expected one of ${[...byId.keys()].join(', ')}`);
      return entry;
    },
  };
}
