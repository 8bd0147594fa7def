import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignInDeps } from '@/lib/identity/deps.ts';
import { findActor } from '@/lib/identity/find-actor.ts';
import { finishSignIn } from '@/lib/identity/finish-sign-in.ts';
import { sessionCookieName } from '@/lib/identity/session-cookie.ts';
import { signOutUrl } from '@/lib/identity/sign-out-url.ts';
import { startSignIn } from '@/lib/identity/start-sign-in.ts';
import { newBrowser } from '@/lib/identity/testing/browser.ts';
import { gunnhild, kari, newTestDeps, portalUrl } from '@/lib/identity/testing/deps.ts';
import { startSandbox } from '@/lib/identity/testing/sandbox.ts';
import { createTestDatabase } from '@/scripts/test-database.ts';
import { GET } from './route.ts';

const { host } = new URL(portalUrl);
const holder: { deps?: SignInDeps } = {};
vi.mock('@/app/_server/sign-in-deps.ts', () => ({ signInDeps: () => holder.deps }));

let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let deps: SignInDeps;

beforeAll(async () => {
  vi.stubEnv('NEXTAUTH_URL', portalUrl);
  [sandbox, database] = await Promise.all([startSandbox(portalUrl), createTestDatabase()]);
  deps = newTestDeps(database.url, sandbox.url);
  holder.deps = deps;
});
afterAll(async () => {
  await deps?.db.$disconnect();
  sandbox?.stop();
  await database?.drop();
  vi.unstubAllEnvs();
});

async function signIn(pid: string) {
  const browser = newBrowser();
  const start = await startSignIn(deps, { next: '/', level: 'idporten-loa-substantial', language: 'nb' });
  if (!start.started) throw new Error('not started');
  browser.keep(host, start.cookies);
  const callback = await browser.atIdporten(start.url, { pid });
  const end = await finishSignIn(deps, Object.fromEntries(callback.searchParams), browser.cookies(host));
  browser.keep(host, end.cookies);
  return { browser, token: browser.cookies(host)[sessionCookieName(portalUrl)] ?? '' };
}
const isSignedIn = async ({ token }: { token: string }) => (await findActor(deps, token)) !== undefined;
const sidOf = async ({ token }: { token: string }) => {
  const sessionId = (await findActor(deps, token))?.sessionId;
  return (await deps.db.session.findUniqueOrThrow({ where: { id: sessionId } })).sid ?? '';
};
const told = (query: Record<string, string>) =>
  GET(new Request(`${portalUrl}/frontchannel-logout?${new URLSearchParams(query)}`));

describe('logging out at ID-porten', () => {
  let here: Awaited<ReturnType<typeof signIn>>;
  let other: Awaited<ReturnType<typeof signIn>>;

  beforeEach(async () => {
    here = await signIn(kari);
    other = await signIn(gunnhild);
  });

  it('ends the person’s session here too, by the frame of ID-porten’s own page, and nobody else’s', async () => {
    const page = await here.browser.open(await signOutUrl(deps));
    const [, src = ''] = /<iframe[^>]+src="([^"]+)"/.exec(await page.text()) ?? [];
    const frame = new URL(src.replaceAll('&#38;', '&').replaceAll('&amp;', '&'));
    expect(frame.origin + frame.pathname).toBe(`${portalUrl}/frontchannel-logout`);
    expect(await isSignedIn(here)).toBe(true);
    const answer = await GET(new Request(frame));
    expect(answer.status).toBe(200);
    expect(await isSignedIn(here)).toBe(false);
    expect(await isSignedIn(other)).toBe(true);
  });

  it('is believed of our issuer alone, and of a session that it names', async () => {
    const { issuer: iss } = deps.idporten;
    const sid = await sidOf(here);
    const wrong: Record<string, string>[] = [
      { iss: 'https://idporten.no', sid },
      { iss: `${iss}/`, sid },
      { sid },
      { iss },
      { iss, sid: '' },
      { iss, sid: 'another' },
      { iss, sid: `${sid} ` },
      { iss, sid: '%' },
      { iss, sid: 'x'.repeat(501) },
    ];
    const right = await (await told({ iss, sid: 'another' })).text();
    for (const query of wrong) {
      const answer = await told(query);
      // Alike, so that nobody learns which sessions there are.
      expect([answer.status, await answer.text()], JSON.stringify(query)).toEqual([200, right]);
      expect(await isSignedIn(here), JSON.stringify(query)).toBe(true);
    }
    await told({ iss, sid });
    expect(await isSignedIn(here)).toBe(false);
    expect(await isSignedIn(other)).toBe(true);
  });

  it('is framed by ID-porten only, and kept nowhere', async () => {
    const { headers } = await told({});
    expect(headers.get('content-security-policy')).toBe(
      `default-src 'none'; frame-ancestors ${new URL(deps.idporten.issuer).origin}`,
    );
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
