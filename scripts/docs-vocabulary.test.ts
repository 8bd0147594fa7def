import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fields } from '@/lib/forms/fields/registry.ts';
import { formats } from '@/lib/forms/formats/registry.ts';
import { pricingSchema } from '@/lib/pricing/pricing-schema.ts';
import { priceRules } from '@/lib/pricing/rules/registry.ts';
import { differenceKinds } from '@/lib/reconciliation/compare/difference.ts';
import { neutralMapping } from '@/lib/reconciliation/report/column-mapping.ts';
import { root } from './runtime/paths.ts';

/** What the pages list is what the registries and folders have: one more there wants a line here. */
const unnamed = (page: string, names: readonly string[]) =>
  names.filter((name) => !read(page).includes(`\`${name}\``));

describe('docs/forms.md', () => {
  it('has every component and format', () => {
    // It comes with a lookup, and nobody writes it.
    const types = fields.ids().filter((id) => id !== 'FetchButton');
    expect(unnamed('docs/forms.md', [...types, ...formats.ids()])).toEqual([]);
  });
});

describe('docs/prices.md', () => {
  it('has every rule', () => expect(unnamed('docs/prices.md', priceRules.ids())).toEqual([]));

  it('has an example that counts', () => {
    const [, example = ''] = /```json\n([\s\S]*?)```/.exec(read('docs/prices.md')) ?? [];
    expect(pricingSchema.safeParse(JSON.parse(example)).error?.issues).toBeUndefined();
  });
});

describe('docs/reconciliation.md', () => {
  it('has every kind of difference and every column', () => {
    const columns = Object.entries(neutralMapping.headers).flat();
    expect(unnamed('docs/reconciliation.md', [...differenceKinds, ...columns])).toEqual([]);
  });
});

describe('docs/operations.md', () => {
  it('has every alarm that is raised', () => {
    const raised = sources('lib')
      .filter((text) => text.includes('openAlarm('))
      .flatMap((text) => [
        ...text.matchAll(/dedupeKey: .*,\s*kind: '(\w+)'/g),
        ...text.matchAll(/\balarm\(tx, app, .*, '(\w+)'\)/g),
      ]);
    const kinds = [...new Set(raised.map(([, kind = '']) => kind))];
    expect(kinds.length).toBeGreaterThan(7);
    expect(unnamed('docs/operations.md', kinds)).toEqual([]);
  });

  it('has every task of the queue', () => {
    const tasks = readdirSync(join(root, 'worker/tasks')).map((file) => file.replace(/\.ts$/, ''));
    expect(
      unnamed(
        'docs/operations.md',
        tasks.filter((name) => name !== 'registry'),
      ),
    ).toEqual([]);
  });
});

describe('docs/operations.md on metrics', () => {
  it('has every metric', () => {
    const names = sources('lib/workflow/metrics').flatMap((text) =>
      [...text.matchAll(/name: '(kvitt_\w+)'/g)].map(([, name = '']) => name),
    );
    expect(names.length).toBeGreaterThan(10);
    expect(unnamed('docs/operations.md', names)).toEqual([]);
  });
});

describe('README.md', () => {
  it('has every room in its map, and no other', () => {
    const [, map = ''] = /## The map\n([\s\S]*?)\n## /.exec(read('README.md')) ?? [];
    const firstCells = [...map.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = '']) => cell).join(' ');
    const named = [...firstCells.matchAll(/`([\w/.]+?)\/?`/g)].map(([, name = '']) => name);
    const rooms = [
      ...folders('.').filter((name) => name !== 'lib'),
      ...folders('lib').map((name) => `lib/${name}`),
    ];
    expect(named.filter((name) => !name.endsWith('.ts')).sort()).toEqual(rooms.sort());
  });
});

/** Folders that belong to the project: not hidden, not made by a tool. */
function folders(inside: string): string[] {
  const made = read('.gitignore').split('\n');
  return readdirSync(join(root, inside), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .filter((name) => !made.includes(`${name}/`));
}

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(({ name }) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}
