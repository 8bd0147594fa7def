import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lookupHash } from '@/lib/core/secret-box.ts';
import { createTestDatabase } from '@/scripts/test-database.ts';
import type { SignInDeps } from './deps.ts';
import { findActor } from './find-actor.ts';
import { finishSignIn } from './finish-sign-in.ts';
import { unknownName } from './people.ts';
import { readSession } from './read-session.ts';
import { RegisterUnavailable } from './register.ts';
import { sessionCookieName } from './session-cookie.ts';
import { endSessionsBySid } from './sessions.ts';
import { signOutUrl } from './sign-out-url.ts';
import { startSignIn } from './start-sign-in.ts';
import { newBrowser } from './testing/browser.ts';
import { gunnhild, kari, lars, newTestClock, newTestDeps, portalUrl } from './testing/deps.ts';
import { startSandbox } from './testing/sandbox.ts';

const host = new URL(portalUrl).host;
const cookieName = sessionCookieName(portalUrl);
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let deps: SignInDeps;
let clock: ReturnType<typeof newTestClock>;

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', portalUrl);
  [sandbox, database] = await Promise.all([startSandbox(portalUrl), createTestDatabase()]);
  clock = newTestClock();
  deps = newTestDeps(database.url, sandbox.url, { clock });
});
afterAll(async () => {
  await deps?.db.$disconnect();
  sandbox?.stop();
  await database?.drop();
  vi.unstubAllEnvs();
});

type Browser = ReturnType<typeof newBrowser>;

async function begin(
  browser: Browser,
  level: 'idporten-loa-substantial' | 'idporten-loa-high' = 'idporten-loa-substantial',
) {
  const start = await startSignIn(deps, { next: '/services/x?a=1', level, language: 'nn' });
  if (!start.started) throw new Error('not started');
  browser.keep(host, start.cookies);
  return start.url;
}

async function finish(browser: Browser, callback: URL, using = deps) {
  const end = await finishSignIn(using, Object.fromEntries(callback.searchParams), browser.cookies(host));
  browser.keep(host, end.cookies);
  return end;
}

async function signIn(pid: string, browser = newBrowser(), using = deps) {
  const end = await finish(browser, await browser.atIdporten(await begin(browser), { pid }), using);
  return { end, browser, token: browser.cookies(host)[cookieName] ?? '' };
}

describe('sign-in with ID-porten', () => {
  it('asks with PKCE, state, nonce, level and language, and comes back to the page that was wanted', async () => {
    const browser = newBrowser();
    const url = new URL(await begin(browser, 'idporten-loa-high'));
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'kvitt-portal',
      response_type: 'code',
      scope: 'openid profile',
      acr_values: 'idporten-loa-high',
      ui_locales: 'nn',
      code_challenge_method: 'S256',
      redirect_uri: `${portalUrl}/api/auth/callback/idporten`,
      state: expect.any(String),
      nonce: expect.any(String),
      code_challenge: expect.any(String),
    });
    const end = await finish(
      browser,
      await browser.atIdporten(url.href, { pid: kari, level: 'idporten-loa-high' }),
    );
    expect(end.problem).toBeUndefined();
    expect(end.next).toBe('/services/x?a=1');
    const session = end.cookies.find((line) => line.startsWith(`${cookieName}=`)) ?? '';
    expect(session).toMatch(/HttpOnly/);
    expect(session).toMatch(/SameSite=Lax/);
    expect(session).not.toMatch(/Expires|Max-Age/);
    const actor = await findActor(deps, browser.cookies(host)[cookieName] ?? '');
    expect(actor).toMatchObject({
      personName: 'Kari Testesen',
      acr: 'idporten-loa-high',
      acting: { kind: 'person', name: 'Kari Testesen' },
    });
  });

  it('stores the fødselsnummer sealed and by its keyed hash, and of the token only a hash', async () => {
    const { token } = await signIn(gunnhild);
    const person = await deps.db.person.findUniqueOrThrow({
      where: { pidHmac: lookupHash(deps.hmacKey, gunnhild) },
      include: { party: true, sessions: true },
    });
    expect(person).toMatchObject({
      name: 'Gunnhild Prøvetun',
      language: 'nn',
      party: { kind: 'person', name: 'Gunnhild Prøvetun' },
    });
    expect(JSON.stringify(person)).not.toContain(gunnhild);
    expect(JSON.stringify(person)).not.toContain(token);
    expect(person.sessions[0]).toMatchObject({ acr: 'idporten-loa-substantial', sid: expect.any(String) });
    expect(Math.abs((person.sessions[0]?.authTime.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  it('tells the browser nothing but an opaque id', async () => {
    const { browser } = await signIn(kari);
    const payload = await readSession(deps, browser.cookies(host));
    expect(Object.keys(payload as object).sort()).toEqual(['expires', 'personId']);
    expect(await readSession(deps, {})).toEqual({});
    expect(await readSession(deps, { [cookieName]: 'made-up' })).toEqual({});
  });

  it('rotates the session: a new sign-in ends the old one', async () => {
    const first = await signIn(kari);
    const second = await signIn(kari, first.browser);
    expect(second.token).not.toBe(first.token);
    expect(await findActor(deps, first.token)).toBeUndefined();
    expect(await findActor(deps, second.token)).toBeDefined();
  });

  it('says when the person cancelled, and leaves an existing session alone', async () => {
    const { browser, token } = await signIn(lars);
    const url = new URL(await begin(browser, 'idporten-loa-high'));
    const end = await finish(browser, await browser.atIdporten(url.href, 'cancel'));
    expect(end).toMatchObject({ problem: 'cancelled', next: '/services/x?a=1' });
    expect(await findActor(deps, token)).toBeDefined();
  });

  it('refuses a lower level than asked for', async () => {
    const browser = newBrowser();
    const url = new URL(await begin(browser, 'idporten-loa-high'));
    // ID-porten answers lower than asked when the request was changed on the way.
    url.searchParams.set('acr_values', 'idporten-loa-substantial');
    const end = await finish(browser, await browser.atIdporten(url.href, { pid: kari }));
    expect(end.problem).toBe('level');
    expect(browser.cookies(host)[cookieName]).toBeUndefined();
  });

  it('refuses an answer that this browser did not ask for, and one that was used', async () => {
    const browser = newBrowser();
    const callback = await browser.atIdporten(await begin(browser), { pid: kari });
    expect((await finish(newBrowser(), callback)).problem).toBe('failed');
    expect((await finish(browser, callback)).problem).toBeUndefined();
    expect((await finish(browser, callback)).problem).toBe('failed');
  });

  it('works without the register, and takes the name when it answers again', async () => {
    const nobody = () => Promise.reject(new RegisterUnavailable('dead'));
    const dead = { ...deps, register: { ...deps.register, findPerson: nobody, contactOf: nobody } };
    const ola = '03907215767';
    const { token } = await signIn(ola, newBrowser(), dead);
    expect((await findActor(deps, token))?.personName).toBe(unknownName);
    const later = await signIn(ola);
    expect(await findActor(deps, later.token)).toMatchObject({
      personName: 'Ola Prøvestad',
      acting: { name: 'Ola Prøvestad' },
    });
  });

  it('makes one person of two first sign-ins at once', async () => {
    const nils = '08849529324';
    const ends = await Promise.all([signIn(nils), signIn(nils)]);
    expect(ends.map(({ end }) => end.problem)).toEqual([undefined, undefined]);
    expect(await deps.db.person.count({ where: { pidHmac: lookupHash(deps.hmacKey, nils) } })).toBe(1);
  });

  it('says when ID-porten gives no answer', async () => {
    const nowhere = { ...deps, idporten: { ...deps.idporten, issuer: 'http://127.0.0.1:9' } };
    expect(
      await startSignIn(nowhere, { next: '/', level: 'idporten-loa-substantial', language: 'nb' }),
    ).toEqual({ started: false, problem: 'unavailable' });
    expect(await signOutUrl(nowhere)).toBe(`${portalUrl}/signed-out?partly=1`);
  });
});

describe('a session', () => {
  it('lives half an hour from the last request, eight hours at most', async () => {
    const { token } = await signIn(kari);
    clock.forward(29 * 60);
    expect(await findActor(deps, token)).toBeDefined();
    clock.forward(29 * 60);
    expect(await findActor(deps, token)).toBeDefined();
    clock.forward(31 * 60);
    expect(await findActor(deps, token)).toBeUndefined();

    const long = (await signIn(kari)).token;
    for (let passed = 0; passed < 8 * 60; passed += 25) {
      expect(await findActor(deps, long), `after ${passed} minutes`).toBeDefined();
      clock.forward(25 * 60);
    }
    expect(await findActor(deps, long)).toBeUndefined();
  });

  it('ends with the session at ID-porten, found by sid', async () => {
    const { token } = await signIn(kari);
    const { sid } = await deps.db.session.findFirstOrThrow({
      where: { id: (await findActor(deps, token))?.sessionId },
    });
    expect(await endSessionsBySid(deps.db, sid ?? '')).toBe(1);
    expect(await findActor(deps, token)).toBeUndefined();
  });

  it('is ended at ID-porten too when the person signs out', async () => {
    const url = new URL(await signOutUrl(deps));
    expect(url.pathname).toBe('/idporten/logout');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      client_id: 'kvitt-portal',
      post_logout_redirect_uri: `${portalUrl}/signed-out`,
      state: expect.any(String),
    });
  });
});
