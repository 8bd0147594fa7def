import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { newSecretBox } from '@/lib/core/secret-box.ts';
import { type Database, newDatabase } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { createTestDatabase } from '@/scripts/test-database.ts';
import { publishedKeys, rotateSealingKey, sealingKey } from './keys.ts';
import { makeSeal, type SealPayload } from './seal.ts';
import { verifySeal } from './verify-seal.ts';

const box = newSecretBox(Buffer.alloc(32, 7).toString('base64'));
const now = new Date('2026-11-21T10:00:00Z');
const payload = { format: 'kvitt-seal/1', contentHash: 'a' } as unknown as SealPayload;

let test: Awaited<ReturnType<typeof createTestDatabase>>;
let db: Database;

beforeAll(async () => {
  test = await createTestDatabase();
  db = newDatabase(test.url, box);
});
beforeEach(async () => {
  await db.signingKey.deleteMany();
});
afterAll(async () => {
  await db.$disconnect();
  await test.drop();
});

const keyInUse = () => inTransaction(db, (tx) => sealingKey(tx, box, now));

describe('sealing keys', () => {
  it('makes one key however many ask first at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, keyInUse));
    expect(new Set(keys.map((key) => key.kid)).size).toBe(1);
    expect(await db.signingKey.count()).toBe(1);
  });

  it('keeps the private half sealed, bound to its own row, and publishes only the public half', async () => {
    const { kid } = await keyInUse();
    const row = await db.signingKey.findUniqueOrThrow({ where: { kid } });
    expect(row.privateJwk).not.toContain('"d"');
    expect(() => box.open(row.privateJwk, 'signing-key:another')).toThrow();
    const [published] = await publishedKeys(db);
    expect(Object.keys(published ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('rule 17: a rotated key seals no more, and what it sealed still verifies with the published keys', async () => {
    const before = await keyInUse();
    const seal = await makeSeal(before, payload);
    const { kid } = await rotateSealingKey(db, box, now);
    expect((await keyInUse()).kid).toBe(kid);
    expect(kid).not.toBe(before.kid);
    const retired = await db.signingKey.findUniqueOrThrow({ where: { kid: before.kid } });
    expect(retired).toMatchObject({ privateJwk: '', retiredAt: now });
    const keys = await publishedKeys(db);
    expect(keys.map((key) => key.kid).sort()).toEqual([before.kid, kid].sort());
    expect(await verifySeal(keys, seal)).toMatchObject({ state: 'intact' });
    expect(await verifySeal(keys, await makeSeal(await keyInUse(), payload))).toMatchObject({
      state: 'intact',
      kid,
    });
  });

  it('has one key in use after two rotations at once', async () => {
    await Promise.all([rotateSealingKey(db, box, now), rotateSealingKey(db, box, now), keyInUse()]);
    expect(await db.signingKey.count({ where: { retiredAt: null } })).toBe(1);
  });
});
