import {
  type CryptoKey,
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
} from 'jose';
import type { SecretBox } from '@/lib/core/secret-box.ts';
import type { Database, Reader, Transaction } from '@/lib/db/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { type SealingKey, sealAlgorithm } from './seal.ts';

/** The key in use, made on first use: one, also when two processes seal for the first time at once. */
export async function sealingKey(tx: Transaction, box: SecretBox, now: Date): Promise<SealingKey> {
  const inUse = await openKeyInUse(tx, box);
  if (inUse) return inUse;
  await lockKeys(tx);
  return (await openKeyInUse(tx, box)) ?? createKey(tx, box, now);
}

/**
 * Retires the key in use and makes a new one. The private half of the old key is destroyed; its public half stays
 * published, so that every seal made with it can still be checked.
 */
export function rotateSealingKey(db: Database, box: SecretBox, now: Date): Promise<{ kid: string }> {
  return inTransaction(db, async (tx) => {
    await lockKeys(tx);
    await tx.signingKey.updateMany({ where: { retiredAt: null }, data: { retiredAt: now, privateJwk: '' } });
    const { kid } = await createKey(tx, box, now);
    return { kid };
  });
}

/** Every public key that a seal may have been made with, retired ones too, as members of a JWK set (RFC 7517). */
export async function publishedKeys(reader: Reader): Promise<JWK[]> {
  const rows = await reader.signingKey.findMany({ orderBy: { createdAt: 'asc' } });
  return rows.map((row) => ({ ...(row.publicJwk as JWK), kid: row.kid, alg: sealAlgorithm, use: 'sig' }));
}

async function openKeyInUse(tx: Transaction, box: SecretBox): Promise<SealingKey | undefined> {
  const row = await tx.signingKey.findFirst({ where: { retiredAt: null }, orderBy: { createdAt: 'desc' } });
  if (!row) return undefined;
  const jwk: unknown = JSON.parse(box.open(row.privateJwk, keyContext(row.kid)));
  return { kid: row.kid, privateKey: asCryptoKey(await importJWK(jwk as JWK, sealAlgorithm)) };
}

async function createKey(tx: Transaction, box: SecretBox, now: Date): Promise<SealingKey> {
  const { publicKey, privateKey } = await generateKeyPair(sealAlgorithm, { extractable: true });
  const publicJwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(publicJwk);
  await tx.signingKey.create({
    data: {
      kid,
      publicJwk: { ...publicJwk },
      createdAt: now,
      privateJwk: box.seal(JSON.stringify(await exportJWK(privateKey)), keyContext(kid)),
    },
  });
  return { kid, privateKey };
}

/** What the sealed private half of a key is bound to. */
export function keyContext(kid: string): string {
  return `signing-key:${kid}`;
}

/** Held to the end of the transaction: there is never more than one key in use. */
async function lockKeys(tx: Transaction): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('kvitt:signing-key'))`;
}

function asCryptoKey(key: CryptoKey | Uint8Array): CryptoKey {
  if (key instanceof Uint8Array) throw new Error('A sealing key is a key pair');
  return key;
}
