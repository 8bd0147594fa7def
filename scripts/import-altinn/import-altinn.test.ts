import fc from 'fast-check';
import { applyEdits, modify, type ParseError, parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { definitionSchema } from '@/lib/services/definition-schema.ts';
import type { AppFolder } from '@/lib/services/import-altinn/app-files.ts';
import { formatReport } from '@/lib/services/import-altinn/format-report.ts';
import { importAltinnApp } from '@/lib/services/import-altinn/import-app.ts';
import { translator } from '@/lib/texts/translate.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';
import { runs } from '@/scripts/testing/property-runs.ts';
import { readAppFolder } from './read-folder.ts';
import { jsonOf, objectsIn, pathsIn, withFile } from './testing/app-json.ts';
import { appFolders, missingApps } from './testing/fixtures.ts';

if (missingApps) console.info(missingApps);

const known = { variants: variants.all(), agreement: 'nets' };
const importIt = (folder: AppFolder) => importAltinnApp(folder, known);

describe.skipIf(missingApps).each(Object.entries(appFolders))('the %s app', (_, path) => {
  const folder = missingApps ? { files: [], others: [] } : readAppFolder(path);
  const imported = importIt(folder);
  const ids = (kind: string) => imported.entries.filter((entry) => entry.kind === kind).map(({ id }) => id);
  const filesLike = (pattern: RegExp) =>
    folder.files.map((file) => file.path).filter((file) => pattern.test(file));
  const baseName = (file: string) => file.slice(file.lastIndexOf('/') + 1);

  it('becomes a draft that is well-formed', () => {
    expect(definitionSchema.safeParse(imported.definition).success).toBe(true);
  });

  it('has each component, page, text, option list and task in the report', () => {
    const layouts = filesLike(/layouts\/.*\.json$/);
    const components = layouts.flatMap((file) =>
      objectsIn(jsonOf(folder, file)).flatMap(({ id, type }) =>
        typeof type === 'string' ? [String(id)] : [],
      ),
    );
    expect(ids('component').sort()).toEqual(components.sort());
    expect(ids('page').sort()).toEqual(layouts.map((file) => baseName(file).replace('.json', '')).sort());
    const texts = filesLike(/resource\..*\.json$/).flatMap((file) =>
      objectsIn(jsonOf(folder, file)).flatMap(({ id }) => (typeof id === 'string' && id !== '' ? [id] : [])),
    );
    expect(ids('text').sort()).toEqual([...new Set(texts)].sort());
    expect(ids('options').sort()).toEqual(
      filesLike(/options\//)
        .map((file) => baseName(file).replace('.json', ''))
        .sort(),
    );
    const process = folder.files.find((file) => file.path.endsWith('.bpmn'))?.text ?? '';
    const tasks = [...process.matchAll(/<bpmn:(?:service)?task [^>]*?id="([^"]+)"/gi)].map(([, id]) => id);
    expect(ids('task').sort()).toEqual(tasks.sort());
  });

  it('has every file in the report', () => {
    const told = new Set([...imported.entries, ...imported.problems].map(({ file }) => file));
    for (const { path: file } of [...folder.files, ...folder.others]) expect(told).toContain(file);
  });

  it('has every property in the report that somebody adds anywhere', () => {
    const lost: string[] = [];
    // A file that is refused whole is told of as such; a data model has a test of its own.
    const refused = new Set(
      imported.entries.flatMap(({ kind, outcome, file }) =>
        kind === 'file' && outcome === 'unsupported' ? [file] : [],
      ),
    );
    for (const { path: file } of folder.files.filter(
      (each) => each.path.endsWith('.json') && !/schema\.json$/.test(each.path) && !refused.has(each.path),
    )) {
      const json = jsonOf(folder, file);
      const places = pathsIn(json).filter((place) => isObjectAt(json, place));
      let text = folder.files.find((each) => each.path === file)?.text.replace(/^\ufeff/, '') ?? '';
      for (const [index, place] of places.entries())
        text = applyEdits(text, modify(text, [...place, `probe${index}x`], `value${index}x`, {}));
      const { entries, problems } = importIt(withFile(folder, file, text));
      const report = JSON.stringify([entries, problems]);
      for (const [index, place] of places.entries())
        if (!report.includes(`probe${index}x`)) lost.push(`${file} ${place.join('.')}`);
    }
    expect(lost).toEqual([]);
  });

  it('reads as a report in every language', () => {
    for (const language of ['nb', 'nn', 'en'] as const) {
      const report = formatReport(imported, translator(language));
      expect(report).not.toMatch(/altinnImport\.|undefined|\{[a-z]+\}/);
      for (const { id } of imported.entries) expect(report).toContain(id);
    }
  });
});

function isObjectAt(json: unknown, place: readonly (string | number)[]): boolean {
  let node = json;
  for (const key of place) node = (node as Record<string | number, unknown>)[key];
  return node !== null && typeof node === 'object' && !Array.isArray(node);
}

describe.skipIf(missingApps)('a damaged app', () => {
  const folders = missingApps ? [] : Object.values(appFolders).map(readAppFolder);
  const anyValue = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('', '__proto__', '#/$defs/Form', '\u0000\ud800', '1'.repeat(30_000)),
    fc.constantFrom(-1, 1e308, 0.1, 100_000, 1e21),
    fc.constantFrom<unknown>(['dataModel'], ['component', ['dataModel', 'x']], ['if', true], { $ref: '#' }),
  );
  /** Some files of an app, each with a few places replaced or taken away, or cut off. */
  const damaged = fc
    .tuple(
      fc.constantFrom(...folders),
      fc.array(
        fc.tuple(fc.nat(), fc.array(fc.tuple(fc.nat(), fc.option(anyValue)), { minLength: 1, maxLength: 4 })),
        {
          minLength: 1,
          maxLength: 4,
        },
      ),
      fc.option(fc.tuple(fc.nat(), fc.nat(), fc.string({ maxLength: 3 }))),
    )
    .map(([folder, edits, cut]) => damage(folder, edits, cut));

  it('gives a report and a well-formed draft or none, and never throws', () => {
    fc.assert(
      fc.property(damaged, ({ folder, broken }) => {
        const imported = importIt(folder);
        for (const file of broken) expect(imported.problems.map((problem) => problem.file)).toContain(file);
        if (imported.definition) expect(definitionSchema.safeParse(imported.definition).success).toBe(true);
        expect(imported.problems.map(({ code }) => code)).not.toContain('notSound');
        formatReport(imported, translator('nb'));
      }),
      runs(60),
    );
  }, 180_000);

  function damage(
    folder: AppFolder,
    edits: readonly [number, readonly [number, unknown][]][],
    cut: readonly [number, number, string] | null,
  ): { folder: AppFolder; broken: string[] } {
    let files = folder.files;
    for (const [which, places] of edits) {
      const file = files[which % files.length];
      if (!file?.path.endsWith('.json')) continue;
      let text = file.text.replace(/^\ufeff/, '');
      for (const [where, value] of places) {
        const paths = pathsIn(jsonOf({ ...folder, files: [{ path: file.path, text }] }, file.path));
        const path = paths[where % paths.length] ?? [];
        if (path.length === 0) text = value === null ? '' : (JSON.stringify(value) ?? '');
        else text = applyEdits(text, modify(text, path, value ?? undefined, {}));
      }
      files = files.map((each) => (each.path === file.path ? { ...each, text } : each));
    }
    const target = cut && files[cut[0] % files.length];
    if (!cut || !target) return { folder: { ...folder, files }, broken: [] };
    const text = target.text.slice(0, cut[1] % Math.max(1, target.text.trimEnd().length)) + cut[2];
    return {
      folder: withFile({ ...folder, files }, target.path, text),
      broken: isBroken(text) ? [target.path] : [],
    };
  }

  function isBroken(text: string): boolean {
    const errors: ParseError[] = [];
    parse(text.replace(/^\ufeff/, ''), errors, { allowTrailingComma: true });
    return errors.length > 0;
  }
});
