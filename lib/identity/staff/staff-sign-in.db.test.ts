import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemIds } from '@/lib/core/ids.ts';
import { createTestDatabase } from '@/scripts/test-database.ts';
import { findActor } from '../find-actor.ts';
import { createSession } from '../sessions.ts';
import { newBrowser } from '../testing/browser.ts';
import { newTestClock, newTestDeps, portalUrl } from '../testing/deps.ts';
import { startSandbox } from '../testing/sandbox.ts';
import type { StaffSignInDeps } from './deps.ts';
import { finishStaffSignIn } from './finish-staff-sign-in.ts';
import { staffCookie, staffSignInCookie } from './staff-cookie.ts';
import { deleteEndedStaffSessions, endStaffSession, findStaff } from './staff-sessions.ts';
import { startStaffSignIn } from './start-staff-sign-in.ts';

const host = new URL(portalUrl).host;
const clock = newTestClock();
let sandbox: Awaited<ReturnType<typeof startSandbox>>;
let database: Awaited<ReturnType<typeof createTestDatabase>>;
let deps: StaffSignInDeps;
let ownerId: string;

beforeAll(async () => {
  [sandbox, database] = await Promise.all([startSandbox(portalUrl), createTestDatabase()]);
  deps = {
    ...newTestDeps(database.url, sandbox.url, { clock }),
    ansattporten: {
      issuer: `${sandbox.url}/ansattporten`,
      clientId: 'kvitt-admin',
      clientSecret: 'sandbox-ansattporten-secret',
      resources: { editor: 'kvitt-editor', case_worker: 'kvitt-case-worker', finance: 'kvitt-finance' },
    },
  };
  ownerId = systemIds.uuid();
  await deps.db.owner.create({
    data: {
      id: ownerId,
      slug: 'merkestyret',
      orgNumber: '310419273',
      kind: 'state',
      name: { nb: 'Merkestyret' },
      email: 'post@merkestyret.example',
    },
  });
});
afterAll(async () => {
  await deps?.db.$disconnect();
  sandbox?.stop();
  await database?.drop();
});

type Browser = ReturnType<typeof newBrowser>;

async function begin(browser: Browser): Promise<URL> {
  const start = await startStaffSignIn(deps, { next: '/admin/payments', language: 'nb' });
  browser.keep(host, start.cookies);
  return new URL(start.url);
}

async function finish(browser: Browser, callback: URL) {
  const end = await finishStaffSignIn(deps, callback.searchParams, browser.cookies(host));
  browser.keep(host, end.cookies);
  return end;
}

async function signIn(employee: string, browser = newBrowser()) {
  const end = await finish(browser, await browser.atAnsattporten((await begin(browser)).href, employee));
  return { end, browser, token: browser.cookies(host)[staffCookie] ?? '' };
}

describe("an employee's sign-in", () => {
  it('asks with PKCE, state and nonce for every role, on behalf of one organisation', async () => {
    const asked = Object.fromEntries((await begin(newBrowser())).searchParams);
    expect(asked).toMatchObject({
      client_id: 'kvitt-admin',
      scope: 'openid profile',
      acr_values: 'substantial',
      code_challenge_method: 'S256',
      state: expect.any(String),
      nonce: expect.any(String),
      redirect_uri: `${portalUrl}/admin/sign-in/callback`,
    });
    expect(JSON.parse(asked.authorization_details ?? '')).toEqual(
      ['kvitt-editor', 'kvitt-case-worker', 'kvitt-finance'].map((resource) => ({
        type: 'ansattporten:altinn:resource',
        resource: `urn:altinn:resource:${resource}`,
        representation_is_required: true,
      })),
    );
  });

  it('gives the owner and the roles that the claim names, in a cookie that only the admin area gets', async () => {
    const { end, token } = await signIn('astrid-testdal');
    expect(end).toMatchObject({
      ok: true,
      next: '/admin/payments',
      staff: { name: 'Astrid Testdal', ownerId, roles: ['editor', 'case_worker', 'finance'] },
    });
    const line = end.cookies.find((each) => each.startsWith(`${staffCookie}=`)) ?? '';
    expect(line).toMatch(/Path=\/admin; HttpOnly; SameSite=Lax$/);
    expect(await findStaff(deps, token)).toMatchObject({ name: 'Astrid Testdal', ownerId });
    const bjorn = await signIn('bjorn-testgard');
    expect(await findStaff(deps, bjorn.token)).toMatchObject({ roles: ['case_worker'] });
  });

  it('keeps no fødselsnummer, and knows an employee again', async () => {
    await signIn('astrid-testdal');
    const rows = await deps.db.staff.findMany({ where: { name: 'Astrid Testdal' } });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('14887920185');
  });

  it('refuses an organisation that owns nothing here, a cancelled sign-in, and another browser', async () => {
    expect((await signIn('camilla-provevik')).end).toMatchObject({ ok: false, problem: 'unknown_owner' });
    const browser = newBrowser();
    const cancelled = await finish(
      browser,
      await browser.atAnsattporten((await begin(browser)).href, 'cancel'),
    );
    expect(cancelled).toMatchObject({ ok: false, problem: 'cancelled' });

    const victim = newBrowser();
    const callback = await victim.atAnsattporten((await begin(victim)).href, 'astrid-testdal');
    expect(await finish(newBrowser(), callback)).toMatchObject({ ok: false, problem: 'failed' });
    const other = newBrowser();
    await begin(other);
    expect(await finish(other, callback)).toMatchObject({ ok: false, problem: 'failed' });
  });

  it('refuses an answer of another issuer, a code used twice, and one that came too late', async () => {
    const browser = newBrowser();
    const callback = await browser.atAnsattporten((await begin(browser)).href, 'astrid-testdal');
    const pending = browser.cookies(host)[staffSignInCookie];
    const mixedUp = new URL(callback);
    mixedUp.searchParams.set('iss', `${sandbox.url}/idporten`);
    const again = (url: URL) => finishStaffSignIn(deps, url.searchParams, { [staffSignInCookie]: pending });
    expect(await again(mixedUp)).toMatchObject({ ok: false, problem: 'failed' });
    expect(await again(callback)).toMatchObject({ ok: true });
    expect(await again(callback)).toMatchObject({ ok: false, problem: 'failed' });
    clock.forward(16 * 60);
    expect(await again(callback)).toMatchObject({ ok: false, problem: 'failed' });
  });

  it('ends with idle time, by signing out, and when another sign-in takes the browser over', async () => {
    const { token, browser } = await signIn('astrid-testdal');
    clock.forward(20 * 60);
    expect(await findStaff(deps, token)).toBeDefined();
    clock.forward(20 * 60);
    expect(await findStaff(deps, token)).toBeDefined();
    const next = await signIn('bjorn-testgard', browser);
    expect(await findStaff(deps, token)).toBeUndefined();
    await endStaffSession(deps.db, next.token);
    expect(await findStaff(deps, next.token)).toBeUndefined();
    const idle = await signIn('astrid-testdal');
    clock.forward(31 * 60);
    expect(await findStaff(deps, idle.token)).toBeUndefined();
    await deleteEndedStaffSessions(deps.db, clock.now());
    expect(await deps.db.staffSession.count()).toBe(0);
  });
});

describe('the two kinds of sessions', () => {
  it("a citizen's token opens no admin area, and an employee's no citizen's page", async () => {
    const personId = systemIds.uuid();
    await deps.db.person.create({
      data: {
        id: personId,
        pidSealed: 'x',
        pidHmac: 'x',
        name: 'Kari Testesen',
        createdAt: clock.now(),
        party: { create: { id: systemIds.uuid(), kind: 'person', name: 'Kari Testesen' } },
      },
    });
    await createSession(deps, 'citizen-token', personId, { acr: 'idporten-loa-high', authTime: clock.now() });
    expect(await findActor(deps, 'citizen-token')).toBeDefined();
    expect(await findStaff(deps, 'citizen-token')).toBeUndefined();
    const { token } = await signIn('astrid-testdal');
    expect(await findStaff(deps, token)).toBeDefined();
    expect(await findActor(deps, token)).toBeUndefined();
  });
});
