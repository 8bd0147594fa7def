import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { createTestDatabase } from '@/scripts/test-database.ts';
import type { SignInDeps } from './deps.ts';
import { findActor } from './find-actor.ts';
import { finishStepUp } from './finish-step-up.ts';
import { findOrCreatePerson } from './people.ts';
import { createSession } from './sessions.ts';
import { startStepUp } from './step-up.ts';
import { newBrowser } from './testing/browser.ts';
import { kari, lars, newTestClock, newTestDeps, portalUrl } from './testing/deps.ts';
import { startSandbox } from './testing/sandbox.ts';
import { useStepUp } from './use-step-up.ts';

const high = 'idporten-loa-high';
const submissionId = '5f0c2f0e-6c58-4b37-9d5c-0b6f0a1d2e3f';
const contentHash = sha256Hex('what is signed');
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let deps: SignInDeps;
let clock: ReturnType<typeof newTestClock>;
let actor: Actor;

beforeAll(async () => {
  [sandbox, database] = await Promise.all([startSandbox(portalUrl), createTestDatabase()]);
});
afterAll(async () => {
  await deps?.db.$disconnect();
  sandbox?.stop();
  await database?.drop();
});
beforeEach(async () => {
  await deps?.db.$disconnect();
  clock = newTestClock();
  deps = newTestDeps(database.url, sandbox.url, { clock });
  actor = await signedIn(kari);
});

async function signedIn(pid: string): Promise<Actor> {
  const person = await findOrCreatePerson(deps, pid);
  const token = deps.ids.token();
  await createSession(deps, token, person.id, { acr: 'idporten-loa-substantial', authTime: clock.now() });
  const found = await findActor(deps, token);
  if (!found) throw new Error('nobody');
  return found;
}

const start = (acr = high) => startStepUp(deps, { actor, submissionId, contentHash, acr, language: 'nn' });

/** Through the sandbox's ID-porten; gives the query of the callback. */
async function prove(pid = kari, level = high, browser = newBrowser()): Promise<URLSearchParams> {
  return (await browser.atIdporten((await start(level)).url, { pid, level })).searchParams;
}

const use = (stepUpId: string, change: Partial<Parameters<typeof useStepUp>[1]> = {}) =>
  inTransaction(deps.db, (tx) =>
    useStepUp(tx, { stepUpId, actor, submissionId, contentHash, now: clock.now(), ...change }),
  );

async function proved(): Promise<string> {
  const result = await finishStepUp(deps, actor, await prove());
  if (!result.ok) throw new Error(result.reason);
  return result.stepUpId;
}

describe('step-up for a signature', () => {
  it('asks for a new login at the level, and proves the same person once (rule 17)', async () => {
    const { url } = await start();
    expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({
      prompt: 'login',
      acr_values: high,
      redirect_uri: `${portalUrl}/step-up/callback`,
      code_challenge_method: 'S256',
      ui_locales: 'nn',
    });
    const params = (await newBrowser().atIdporten(url, { pid: kari, level: high })).searchParams;
    const result = await finishStepUp(deps, actor, params);
    expect(result).toMatchObject({ ok: true, submissionId });
    // Loading the callback again changes nothing.
    expect(await finishStepUp(deps, actor, params)).toEqual(result);

    const used = await use(result.ok ? result.stepUpId : '');
    expect(used?.acr).toBe(high);
    expect(Math.abs((used?.authTime.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    expect(await finishStepUp(deps, actor, params)).toMatchObject({
      ok: false,
      reason: 'used',
      submissionId,
    });
  });

  it('is spent by one of many at once', async () => {
    const stepUpId = await proved();
    const results = await Promise.all(Array.from({ length: 4 }, () => use(stepUpId)));
    expect(results.filter(Boolean)).toHaveLength(1);
  });

  it('is good for nothing else: another case, content, person or session, or too late', async () => {
    const stepUpId = await proved();
    expect(await use(stepUpId, { submissionId: deps.ids.uuid() })).toBeUndefined();
    expect(await use(stepUpId, { contentHash: sha256Hex('changed since') })).toBeUndefined();
    expect(await use(stepUpId, { actor: await signedIn(kari) })).toBeUndefined();
    expect(await use(stepUpId, { actor: await signedIn(lars) })).toBeUndefined();
    expect(await use('not an id')).toBeUndefined();
    clock.forward(16 * 60);
    expect(await use(stepUpId)).toBeUndefined();
  });

  it('is nothing before it is proved', async () => {
    const { url } = await start();
    const { id } = await deps.db.stepUp.findUniqueOrThrow({
      where: { state: new URL(url).searchParams.get('state') ?? '' },
    });
    expect(await use(id)).toBeUndefined();
  });

  it('refuses another person', async () => {
    expect(await finishStepUp(deps, actor, await prove(lars))).toEqual({
      ok: false,
      reason: 'wrong_person',
      submissionId,
    });
  });

  it('refuses an answer to another session, and a made-up one', async () => {
    const params = await prove();
    expect(await finishStepUp(deps, await signedIn(kari), params)).toEqual({ ok: false, reason: 'unknown' });
    for (const state of ['x', '', '\u0000', "' or 1=1", 'a'.repeat(64)])
      expect(await finishStepUp(deps, actor, new URLSearchParams({ state, code: 'y' }))).toEqual({
        ok: false,
        reason: 'unknown',
      });
  });

  it('refuses a lower level than asked for', async () => {
    const { url } = await start();
    const lowered = new URL(url);
    lowered.searchParams.set('acr_values', 'idporten-loa-substantial');
    const { searchParams } = await newBrowser().atIdporten(lowered.href, { pid: kari });
    expect(await finishStepUp(deps, actor, searchParams)).toMatchObject({
      ok: false,
      reason: 'level_too_low',
    });
  });

  it('says when the person cancelled, when it took too long, and when ID-porten is another', async () => {
    const browser = newBrowser();
    const { searchParams } = await browser.atIdporten((await start()).url, 'cancel');
    expect(await finishStepUp(deps, actor, searchParams)).toEqual({
      ok: false,
      reason: 'cancelled',
      submissionId,
    });

    const mixedUp = await prove();
    mixedUp.set('iss', 'https://other.example');
    expect(await finishStepUp(deps, actor, mixedUp)).toMatchObject({ ok: false, reason: 'invalid' });

    const late = await prove();
    clock.forward(16 * 60);
    expect(await finishStepUp(deps, actor, late)).toMatchObject({ ok: false, reason: 'expired' });
  });

  it('refuses a code that ID-porten does not know', async () => {
    const params = await prove();
    params.set('code', 'made-up');
    expect(await finishStepUp(deps, actor, params)).toMatchObject({ ok: false, reason: 'invalid' });
  });

  it('says when ID-porten gives no answer, and can be tried again', async () => {
    const params = await prove();
    const dead = { ...deps, fetch: () => Promise.reject(new TypeError('fetch failed')) };
    expect(await finishStepUp(dead, actor, params)).toMatchObject({ ok: false, reason: 'unavailable' });
    expect(await finishStepUp(deps, actor, params)).toMatchObject({ ok: true });
  });
});

describe('an id_token', () => {
  const nowSeconds = () => Math.floor(Date.now() / 1000);

  /** An ID-porten of our own that says what the test wants, over the same metadata and addresses. */
  async function answerWith(change: Record<string, unknown>, alg = 'RS256') {
    const { publicKey, privateKey } = await generateKeyPair(alg);
    const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'k', alg, use: 'sig' }] };
    const { state, nonce } = Object.fromEntries(new URL((await start()).url).searchParams);
    const claims = {
      iss: deps.idporten.issuer,
      aud: 'kvitt-portal',
      iat: nowSeconds(),
      exp: nowSeconds() + 120,
      auth_time: nowSeconds(),
      nonce,
      pid: kari,
      acr: high,
      ...change,
    };
    const token = await new SignJWT(claims).setProtectedHeader({ alg, kid: 'k' }).sign(privateKey);
    const fetch = async (url: string | URL | Request, init?: RequestInit) => {
      if (String(url).endsWith('/token'))
        return Response.json({ id_token: token, token_type: 'Bearer', access_token: 'x' });
      return String(url).endsWith('/jwk') ? Response.json(keys) : globalThis.fetch(url, init);
    };
    return finishStepUp(
      { ...deps, fetch },
      actor,
      new URLSearchParams({ code: 'c', state: state ?? '', iss: deps.idporten.issuer }),
    );
  }

  it('is accepted when all is right', async () => {
    expect(await answerWith({})).toMatchObject({ ok: true });
  });

  it.each([
    ['another nonce', { nonce: 'n' }, 'invalid'],
    ['another audience', { aud: 'someone-else' }, 'invalid'],
    ['another issuer', { iss: 'https://other.example' }, 'invalid'],
    ['an end in the past', { exp: nowSeconds() - 60 }, 'invalid'],
    ['no pid', { pid: undefined }, 'invalid'],
    ['an unknown level', { acr: 'Level4' }, 'level_too_low'],
    ['a login from before the step-up', { auth_time: nowSeconds() - 300 }, 'not_fresh'],
  ])('is refused with %s', async (_name, change, reason) => {
    expect(await answerWith(change)).toMatchObject({ ok: false, reason });
  });

  it('is refused when signed in another way', async () => {
    expect(await answerWith({}, 'ES256')).toMatchObject({ ok: false, reason: 'invalid' });
  });
});
