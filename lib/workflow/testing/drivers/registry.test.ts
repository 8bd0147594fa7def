import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { providers } from '@/lib/payments/providers/registry.ts';
import { drivers } from './registry.ts';

it('every registered provider has a driver here, and no other has', () => {
  const files = readdirSync(fileURLToPath(new URL('.', import.meta.url)));
  expect(files.filter((file) => !file.startsWith('registry.')).sort()).toEqual(
    providers
      .ids()
      .map((id) => `${id}.ts`)
      .sort(),
  );
  expect(drivers.ids().sort()).toEqual(providers.ids().sort());
});

it.each(providers.ids())('that of %s opens it, and pays by methods that it has', (id) => {
  const { credentials, method, acts } = drivers.get(id);
  const { config, methods } = providers.get(id);
  expect(config.safeParse(credentials).error).toBeUndefined();
  expect(methods.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.values(method)));
  expect(acts).toContain('pay');
  expect(acts.includes('pay-otherwise')).toBe(method.other !== undefined);
});
