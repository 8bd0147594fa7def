import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkImportRanks } from './checks/import-ranks.ts';

/** File → the import it makes → the rule that must bite. */
const forbidden: [from: string, to: string, rule: string][] = [
  ['lib/core/a.ts', 'lib/db/x.ts', 'rank-core'],
  ['lib/core/b.ts', 'node_modules/react/index.js', 'core-is-plain'],
  ['lib/expressions/a.ts', 'lib/forms/x.ts', 'rank-expressions'],
  ['lib/forms/a.ts', 'lib/db/x.ts', 'rank-forms-pricing-texts'],
  ['lib/pricing/a.ts', 'lib/forms/x.ts', 'rank-forms-pricing-texts'],
  ['lib/texts/a.ts', 'node:fs', 'pure-runs-anywhere'],
  ['lib/sdk/nets/a.ts', 'lib/core/x.ts', 'rank-sdk'],
  ['lib/sdk/nets/b.ts', 'lib/sdk/vipps/x.ts', 'rank-sdk'],
  ['lib/db/a.ts', 'lib/payments/x.ts', 'rank-db'],
  ['lib/http/a.ts', 'lib/identity/x.ts', 'rank-http'],
  ['lib/payments/a.ts', 'lib/receipts/x.ts', 'rank-features'],
  ['lib/payments/b.ts', 'lib/sdk/nets/x.ts', 'rank-features'],
  ['lib/payments/c.ts', 'node_modules/@prisma/client/index.js', 'prisma-only-in-db'],
  ['lib/payments/providers/nets.ts', 'lib/sdk/vipps/x.ts', 'rank-payment-providers'],
  ['lib/payments/providers/netaxept.ts', 'lib/sdk/nets/y.ts', 'rank-payment-providers'],
  ['lib/services/a.ts', 'lib/workflow/x.ts', 'rank-services'],
  ['lib/workflow/a.ts', 'app/x.ts', 'rank-workflow'],
  ['lib/workflow/b.ts', 'lib/sdk/nets/x.ts', 'rank-workflow'],
  ['lib/novelty/a.ts', 'lib/core/x.ts', 'unknown-room'],
  ['components/a.ts', 'lib/db/x.ts', 'rank-components'],
  ['components/b.ts', 'lib/payments/x.ts', 'rank-components'],
  ['app/a.ts', 'lib/sdk/nets/x.ts', 'rank-doors'],
  ['app/b.ts', 'lib/db/generated/client.ts', 'doors-do-not-query'],
  ['app/g.ts', 'lib/receipts/pdf/canvas.ts', 'portal-draws-no-pdf'],
  ['app/c.ts', 'sandbox/x.ts', 'rank-doors'],
  ['worker/a.ts', 'lib/sdk/nets/x.ts', 'rank-doors'],
  ['proxy.ts', 'scripts/x.ts', 'rank-doors'],
  ['scripts/a.ts', 'lib/sdk/nets/x.ts', 'rank-tools'],
  ['sandbox/a.ts', 'lib/core/x.ts', 'rank-guests'],
  ['sandbox/a.test.ts', 'lib/core/x.ts', 'rank-guests'],
  ['e2e/a.ts', 'lib/core/x.ts', 'rank-guests'],
  ['app/d.ts', 'app/some.test.ts', 'no-test-in-production'],
  ['app/f.ts', 'lib/workflow/testing/x.ts', 'no-test-in-production'],
  ['app/e.ts', 'app/does-not-exist.ts', 'no-unresolved'],
];

const allowed: [from: string, to: string][] = [
  ['lib/forms/ok.ts', 'lib/core/x.ts'],
  ['lib/payments/ok.ts', 'lib/db/x.ts'],
  ['lib/payments/providers/vipps.ts', 'lib/sdk/vipps/x.ts'],
  ['lib/workflow/ok.ts', 'lib/payments/x.ts'],
  ['lib/payments/providers/flexwin.ts', 'lib/sdk/dibs/flexwin/x.ts'],
  ['lib/payments/ok.test.ts', 'lib/receipts/x.ts'],
  ['lib/workflow/testing/ok.ts', 'scripts/test-database.ts'],
  ['app/ok.ts', 'lib/workflow/x.ts'],
  ['worker/ok.ts', 'lib/workflow/x.ts'],
];

const folder = mkdtempSync(join(tmpdir(), 'kvitt-ranks-'));
let found: string[];

beforeAll(async () => {
  write(
    'tsconfig.json',
    '{"compilerOptions":{"module":"esnext","moduleResolution":"bundler","paths":{"@/*":["./*"]}}}',
  );
  for (const name of ['react', '@prisma/client']) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
    write(`node_modules/${name}/index.js`, 'module.exports = {};');
  }
  for (const [, to] of [...forbidden, ...allowed]) {
    if (/^(node|node_modules)\b/.test(to) || to.includes('does-not-exist')) continue;
    write(to, 'export type Thing = number;\nexport const thing = 1;\n');
  }
  for (const [index, [from, to]] of [...forbidden, ...allowed].entries()) {
    write(from, importOf(to, index % 2 === 0));
    // Every arrow also as a type alone, which disappears when compiled.
    write(from.replace(/^(.*)\/|^/, '$1/typed-').replace(/^\//, ''), importOf(to, true));
  }
  found = await checkImportRanks(folder);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true }));

describe('the import-rank lint bites', () => {
  test.each(forbidden)('%s must not import %s (%s)', (from, to, rule) => {
    expect(found.some((line) => line.startsWith(`${rule}: ${from} → `) && line.includes(lastPart(to)))).toBe(
      true,
    );
  });

  test.each(forbidden.filter(([from]) => /\/[a-e]\.ts$/.test(from)))(
    'nor as a type: %s → %s',
    (from, to, rule) => {
      const typed = from.replace(/([^/]+)$/, 'typed-$1');
      expect(
        found.some((line) => line.startsWith(`${rule}: ${typed} → `) && line.includes(lastPart(to))),
      ).toBe(true);
    },
  );

  test.each(allowed)('%s may import %s', (from) => {
    expect(found.filter((line) => line.includes(`: ${from} → `))).toEqual([]);
  });
});

function importOf(to: string, typeOnly: boolean): string {
  const target = to.startsWith('node_modules/')
    ? to.slice('node_modules/'.length).replace(/\/index\.js$/, '')
    : to;
  const specifier = target === to && !to.startsWith('node:') ? `@/${to}` : target;
  return `import ${typeOnly ? 'type ' : ''}{ thing } from '${specifier}';\nexport type Alias = typeof thing;\n`;
}

function lastPart(to: string): string {
  return to.replace(/^node_modules\/|^node:/, '').replace(/^.*does-not/, 'does-not');
}

function write(path: string, content: string): void {
  const full = join(folder, path);
  mkdirSync(dirname(full), { recursive: true });
  writeFileSync(full, content);
}
