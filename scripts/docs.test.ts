import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from './runtime/paths.ts';

/** Every page that we write for people; what they name must exist. */
const pages = ['README.md', ...markdownUnder('docs')];

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('links only to what is there', () => {
    expect(linksOf(text).filter((link) => !resolves(page, link))).toEqual([]);
  });

  it('names only files and folders that are there', () => {
    expect(pathsOf(text).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('names only commands that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/\bnpm (?:(start|test)\b|run ([a-z][a-z:-]*))/g)];
    expect(named.map(([, one, other]) => one ?? other ?? '').filter((name) => !(name in scripts))).toEqual(
      [],
    );
  });

  it('tells nothing of the machine it was written on', () => {
    expect(text).not.toMatch(/\/(work|home|root|tmp|Users)\//);
  });
});

describe('docs/operations.md', () => {
  const text = read('docs/operations.md');

  it('has every variable that the configuration reads', () => {
    const variables = [...read('lib/core/env.ts').matchAll(/^ {2}([A-Z][A-Z0-9_]+): /gm)].map(
      ([, name = '']) => name,
    );
    expect(variables.length).toBeGreaterThan(15);
    expect(variables.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('has every variable that start and sandbox read', () => {
    const sources = [...sourcesUnder('scripts'), ...sourcesUnder('sandbox')].map(read).join('\n');
    const reads = /process\.env\.([A-Z][A-Z0-9_]+)|\bport\('([A-Z][A-Z0-9_]+)'/g;
    const variables = new Set([...sources.matchAll(reads)].map(([, one, other]) => one ?? other ?? ''));
    expect(variables.size).toBeGreaterThan(5);
    expect([...variables].filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  it('has no variable that nothing reads', () => {
    const rows = [...text.matchAll(/^\| (`[A-Z][A-Z0-9_]+`(?:, `[A-Z][A-Z0-9_]+`)*) \|/gm)];
    const named = rows.flatMap(([, cell = '']) =>
      [...cell.matchAll(/`(\w+)`/g)].map(([, name = '']) => name),
    );
    const sources = [
      read('lib/core/env.ts'),
      ...['scripts', 'sandbox', 'e2e'].flatMap(sourcesUnder).map(read),
    ].join('\n');
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !new RegExp(`\\b${name}\\b`).test(sources))).toEqual([]);
  });
});

describe('docs/decisions', () => {
  it('lists every decision once', () => {
    const files = readdirSync(join(root, 'docs/decisions')).filter((name) => /^\d{4}-/.test(name));
    expect(linksOf(read('docs/decisions/README.md'))).toEqual(files.sort());
  });
});

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function markdownUnder(folder: string): string[] {
  return filesUnder(folder).filter((path) => path.endsWith('.md'));
}

function sourcesUnder(folder: string): string[] {
  return filesUnder(folder).filter((path) => /\.(ts|mjs)$/.test(path) && !path.endsWith('.test.ts'));
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

/** Targets of links and pictures, without those that lead to other sites. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target));
}

function resolves(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const target = path ? join(dirname(page), path) : page;
  if (!existsSync(join(root, target))) return false;
  return anchor === undefined || anchorsOf(read(target)).includes(anchor);
}

/** As GitHub makes them: small letters, hyphens for spaces, no other signs. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const rooms = /^(app|components|lib|worker|prisma|sandbox|scripts|e2e|docs|public)\//;
const rootFiles = /^[\w.-]+\.(ts|tsx|js|mjs|json|cjs)$/;

/** What stands in code marks and looks like a path of ours; `<id>` and `…` are places to fill in. */
function pathsOf(text: string): string[] {
  const withoutBlocks = text.replace(/^ *```[\s\S]*?^ *```/gm, '');
  return [...withoutBlocks.matchAll(/`([^`\s]+)`/g)]
    .map(([, code = '']) => code)
    .filter((code) => (rooms.test(code) || rootFiles.test(code)) && !/[<…*]/.test(code));
}
