import fc from 'fast-check';
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Answers } from '@/lib/core/answers.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import { answersHash, makeSeal, type SealingKey, type SealPayload, signerPseudonym } from './seal.ts';
import { verifySeal } from './verify-seal.ts';

const hex = (digit: string) => digit.repeat(64);

const payload: SealPayload = {
  format: 'kvitt-seal/1',
  environment: 'test',
  ownerId: 'owner-1',
  signatureId: 'signature-1',
  submission: { id: 'submission-1', revision: 2 },
  serviceVersion: { id: 'version-1', number: 3, sha256: hex('1') },
  signer: { id: hex('2'), name: hex('3') },
  actingParty: { id: 'party-1', kind: 'organisation', orgNumber: '314555902' },
  acr: 'idporten-loa-high',
  authTime: '2026-11-21T10:00:00.000Z',
  time: '2026-11-21T10:05:00.000Z',
  text: { language: 'nn', sha256: hex('4'), wordingSha256: hex('5') },
  answers: { sha256: hex('6') },
  attachments: [{ id: 'file-1', sha256: hex('7') }],
  order: {
    id: 'order-1',
    sha256: hex('8'),
    currency: 'NOK',
    netMinor: 30_000,
    vatMinor: 0,
    totalMinor: 30_000,
    lines: [
      {
        id: 'fee',
        quantity: '3',
        unitNetMinor: 10_000,
        netMinor: 30_000,
        vatCode: 'outside',
        vatMinor: 0,
        grossMinor: 30_000,
      },
    ],
  },
  contentHash: hex('9'),
};

async function newKey(): Promise<{ key: SealingKey; jwk: JWK }> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
  const jwk = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(jwk);
  return { key: { kid, privateKey }, jwk: { ...jwk, kid } };
}

let ours: Awaited<ReturnType<typeof newKey>>;
let other: typeof ours;
let seal: string;

beforeAll(async () => {
  [ours, other] = await Promise.all([newKey(), newKey()]);
  seal = await makeSeal(ours.key, payload);
});

const reasons = async (current: SealPayload) => {
  const verdict = await verifySeal([ours.jwk], seal, current);
  return verdict.state === 'broken' ? verdict.reasons : verdict.state;
};

describe('rule 17: the seal', () => {
  it('is a compact JWS over canonical JSON, with the key in its header', () => {
    const [header, body] = seal.split('.').map((part) => Buffer.from(part, 'base64url').toString());
    expect(JSON.parse(header ?? '')).toEqual({ alg: 'ES256', kid: ours.key.kid, typ: 'kvitt-seal+jws' });
    expect(body).toBe(canonicalJson(payload));
  });

  it('covers the same bytes whatever order the keys of the content come in', () => {
    fc.assert(
      fc.property(
        fc.object({ values: [fc.string(), fc.boolean(), fc.constant(null)] }),
        fc.integer(),
        (value, seed) => {
          expect(canonicalJson(reordered(value, seed))).toBe(canonicalJson(value));
        },
      ),
    );
    expect(canonicalJson(reordered(payload, 7))).toBe(canonicalJson(payload));
  });

  it('is intact when nothing has changed', async () => {
    const verdict = await verifySeal([other.jwk, ours.jwk], seal, structuredClone(payload));
    expect(verdict).toMatchObject({ state: 'intact', compared: true, textCompared: true, kid: ours.key.kid });
  });

  it.each<[string, Partial<SealPayload>, string]>([
    ['another revision', { submission: { id: 'submission-1', revision: 3 } }, 'submission'],
    ['another signature of the case', { signatureId: 'signature-2' }, 'submission'],
    ['test passed off as live', { environment: 'live' }, 'submission'],
    [
      'another version of the service',
      { serviceVersion: { ...payload.serviceVersion, number: 4 } },
      'service_version',
    ],
    [
      'other texts in the service',
      { serviceVersion: { ...payload.serviceVersion, sha256: hex('a') } },
      'service_version',
    ],
    ['another person', { signer: { ...payload.signer, id: hex('a') } }, 'signer'],
    ['another name', { signer: { ...payload.signer, name: hex('a') } }, 'signer'],
    ['another party', { actingParty: { id: 'party-1', kind: 'person' } }, 'acting_party'],
    ['a lower level', { acr: 'idporten-loa-substantial' }, 'level'],
    ['another sign-in', { authTime: '2026-11-21T09:00:00.000Z' }, 'level'],
    ['another moment', { time: '2026-11-20T10:05:00.000Z' }, 'time'],
    ['other answers', { answers: { sha256: hex('a') } }, 'answers'],
    ['another attachment', { attachments: [{ id: 'file-1', sha256: hex('a') }] }, 'attachments'],
    ['an attachment removed', { attachments: [] }, 'attachments'],
    [
      'another sum',
      { order: { ...(payload.order as NonNullable<SealPayload['order']>), totalMinor: 1 } },
      'order',
    ],
    ['no order', { order: null }, 'order'],
    ['another text', { text: { ...payload.text, sha256: hex('a') } }, 'text'],
    ['other content', { contentHash: hex('a') }, 'content'],
  ])('names what was tampered with: %s', async (_what, change, reason) => {
    expect(await reasons({ ...payload, ...change })).toEqual([reason]);
  });

  it('names everything that was tampered with', async () => {
    expect(
      await reasons({ ...payload, answers: { sha256: hex('a') }, order: null, contentHash: hex('b') }),
    ).toEqual(['answers', 'order']);
  });

  it('is not broken by new wording on the portal, and says that the text was not compared', async () => {
    const text = { ...payload.text, sha256: hex('a'), wordingSha256: hex('b') };
    expect(await verifySeal([ours.jwk], seal, { ...payload, text })).toMatchObject({
      state: 'intact',
      textCompared: false,
    });
  });

  it('rule 19: still verifies when the content has been deleted, and only then', async () => {
    expect(await verifySeal([ours.jwk], seal, 'deleted')).toMatchObject({ state: 'content_deleted' });
    expect(await verifySeal([other.jwk], seal, 'deleted')).toMatchObject({
      state: 'broken',
      reasons: ['unknown_key'],
    });
  });

  it('is broken when the seal itself was changed', async () => {
    const [header, , signature] = seal.split('.');
    const forged = Buffer.from(canonicalJson({ ...payload, acr: 'x' })).toString('base64url');
    expect(await verifySeal([ours.jwk], `${header}.${forged}.${signature}`)).toMatchObject({
      reasons: ['signature'],
    });
  });

  it('is broken with a key that is not ours, or one that was put in the place of ours', async () => {
    expect(await verifySeal([other.jwk], seal)).toMatchObject({ state: 'broken', reasons: ['unknown_key'] });
    expect(await verifySeal([{ ...other.jwk, kid: ours.key.kid }], seal)).toMatchObject({
      reasons: ['unknown_key'],
    });
    const forged = await makeSeal({ kid: ours.key.kid, privateKey: other.key.privateKey }, payload);
    expect(await verifySeal([ours.jwk], forged, payload)).toMatchObject({ reasons: ['signature'] });
  });

  it('refuses another algorithm, another type of token and what is no token', async () => {
    const unsigned = `${Buffer.from(JSON.stringify({ alg: 'none', kid: ours.key.kid, typ: 'kvitt-seal+jws' })).toString('base64url')}.${seal.split('.')[1]}.`;
    expect(await verifySeal([ours.jwk], unsigned)).toMatchObject({ reasons: ['signature'] });
    const other = await new CompactSign(Buffer.from(canonicalJson(payload)))
      .setProtectedHeader({ alg: 'ES256', kid: ours.key.kid, typ: 'JWT' })
      .sign(ours.key.privateKey);
    expect(await verifySeal([ours.jwk], other)).toMatchObject({ reasons: ['malformed'] });
    for (const text of ['', 'a.b.c', 'not a seal', '..']) {
      expect(await verifySeal([ours.jwk], text)).toMatchObject({ reasons: ['malformed'] });
    }
  });
});

describe('what the seal is made of', () => {
  it('hashes answers whose numbers are decimal strings, and refuses any other number', () => {
    expect(answersHash({ a: '1.50', b: ['x'] })).toBe(answersHash({ b: ['x'], a: '1.50' }));
    expect(answersHash({ a: '1.5' })).not.toBe(answersHash({ a: '1.50' }));
    expect(() => answersHash({ a: { b: [1.5] } } as unknown as Answers)).toThrow('decimal strings');
  });

  it('calls a person something else at each owner, and gives neither id nor name away', () => {
    const key = Buffer.alloc(32, 7).toString('base64');
    const person = { id: 'person-1', name: 'Kari Testesen' };
    const [one, two] = [signerPseudonym(key, 'owner-1', person), signerPseudonym(key, 'owner-2', person)];
    expect(one.id).not.toBe(two.id);
    expect(one.name).not.toBe(two.name);
    expect(JSON.stringify([one, two])).not.toMatch(/person-1|Kari/);
    expect(signerPseudonym(Buffer.alloc(32, 8).toString('base64'), 'owner-1', person)).not.toEqual(one);
  });
});

/** The same value with the keys of every object in another order. */
function reordered(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((each) => reordered(each, seed));
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, each]) => [key, reordered(each, seed)] as const);
  const turned = seed % 2 ? entries.reverse() : [...entries.slice(1), ...entries.slice(0, 1)];
  return Object.fromEntries(turned);
}
