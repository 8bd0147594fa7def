import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkProviderWords } from './checks/provider-words.ts';
import { root } from './runtime/paths.ts';

const folder = mkdtempSync(join(tmpdir(), 'kvitt-words-'));

beforeAll(() => {
  const files: Record<string, string> = {
    'app/a.tsx': "switch (provider) {\n  case 'nets':\n}",
    'components/b.ts': 'const payexFee = 1;',
    'lib/workflow/c.ts': '// Vipps wants it so',
    'worker/d.ts': 'import { NetsClient } from "x";',
    'lib/texts/e.ts': "const ok = 'magnets, Dibsen, vippen';",
    'lib/payments/providers/nets.ts': "export const id = 'nets';",
    'lib/sdk/vipps/f.ts': 'export const vipps = 1;',
    'lib/workflow/testing/g.ts': "'nets'",
    'lib/workflow/h.test.ts': "'nets'",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the check bites where a provider has no business, and only there', () => {
  expect(checkProviderWords(folder).map((line) => line.split(': ')[0])).toEqual([
    'app/a.tsx:2',
    'components/b.ts:1',
    'lib/workflow/c.ts:1',
    'worker/d.ts:1',
  ]);
});

test('shared code knows no provider by name', () => {
  expect(checkProviderWords(root)).toEqual([]);
});
