import { reservedPageIds } from '@/lib/forms/form-schema.ts';

const maxId = 64;

/** Gives each name an id that a definition allows, and that no other has: `01ContactInformation` → `contact-information`. */
export function newPageIds(): (name: string) => string {
  return newNames((name) => {
    const words = name
      .normalize('NFKD')
      .replace(/ø/gi, 'o')
      .replace(/æ/gi, 'ae')
      .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[-0-9]+|-+$/g, '');
    return words === '' ? 'page' : words;
  }, reservedPageIds);
}

/** The same for components, whose ids are kept when they can be. */
export function newComponentIds(): (name: string) => string {
  return newNames((name) => {
    const kept = name.replace(/[^A-Za-z0-9_-]+/g, '-');
    return /^[A-Za-z]/.test(kept) ? kept : `c-${kept}`;
  });
}

function newNames(tidy: (name: string) => string, taken: readonly string[] = []): (name: string) => string {
  const used = new Set(taken);
  const last = new Map<string, number>();
  return (name) => {
    const base = tidy(name.slice(0, 500)).slice(0, maxId - 6);
    let id = base;
    let n = last.get(base) ?? 1;
    while (used.has(id)) {
      n += 1;
      id = `${base}-${n}`;
    }
    last.set(base, n);
    used.add(id);
    return id;
  };
}
