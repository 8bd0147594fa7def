import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { payers } from '@/bench/payers/registry.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { root } from './runtime/paths.ts';

it('every registered provider is measured: it has a payer, and no payer is left over', () => {
  expect(Object.keys(payers).sort()).toEqual([...providers.ids()].sort());
  const files = readdirSync(join(root, 'bench/payers')).map((name) => name.replace(/\.ts$/, ''));
  expect(files.filter((name) => name !== 'payer' && name !== 'registry').sort()).toEqual(
    Object.keys(payers).sort(),
  );
});
