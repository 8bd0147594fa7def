import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agreementField, agreementFields, fieldName, readFields } from './agreement-field.ts';

const title = { nb: 'Felt', nn: 'Felt', en: 'Field' };
const setting = { role: 'setting' as const, title };
const config = z.object({
  key: z.string().min(8).register(agreementField, { role: 'secret', title }),
  days: z.number().int().default(7).register(agreementField, setting),
  account: z
    .enum(['A', 'B'])
    .default('A')
    .register(agreementField, { ...setting, options: { A: title, B: title } }),
  name: z.string().optional().register(agreementField, setting),
  mode: z.boolean().default(true).register(agreementField, setting),
});

describe('the form of an agreement', () => {
  const fields = agreementFields(config);
  const read = (values: Record<string, string>) =>
    readFields(
      fields,
      new URLSearchParams(Object.entries(values).map(([name, value]) => [fieldName(name), value])),
    );

  it('is what the schema describes', () => {
    expect(fields.map(({ name, kind, optional, initial }) => [name, kind, optional, initial])).toEqual([
      ['key', 'text', false, ''],
      ['days', 'number', true, '7'],
      ['account', 'choice', true, 'A'],
      ['name', 'text', true, ''],
      ['mode', 'switch', true, 'yes'],
    ]);
  });

  it('is read into values that the schema judges', () => {
    expect(config.parse(read({ key: ' 12345678 ', days: '14', account: 'B', name: '', mode: '' }))).toEqual({
      key: '12345678',
      days: 14,
      account: 'B',
      mode: false,
    });
    expect(
      config.safeParse(read({ key: 'short', days: 'many' })).error?.issues.map(({ path }) => path[0]),
    ).toEqual(['key', 'days']);
    expect(config.safeParse(read({})).success).toBe(false);
  });

  it('has no field without a title', () => {
    expect(() => agreementFields(z.object({ key: z.string() }))).toThrow('"key" has no title');
  });
});
