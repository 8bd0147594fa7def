import { expect, test } from '@playwright/test';
import {
  expectNothingLeaked,
  type HostileWorld,
  hostileWorld,
  portalOrigin,
  sandboxUrl,
  unknownId,
} from './support/hostile-world.ts';
import { begin, booked } from './support/http-case.ts';
import { actFor, people, signIn } from './support/journey.ts';
import { essence, Probe } from './support/probe.ts';

/*
 * Who may see and do what: nobody learns what exists, nobody acts as another, no other site posts for anybody.
 */

let world: HostileWorld;

test.beforeAll(async ({ browser, playwright }) => {
  test.setTimeout(120_000);
  world = await hostileWorld(browser, playwright);
});
test.afterAll(() => expectNothingLeaked(world));

/** Every address with an id: of the owner's own thing, and the same of nothing. */
function addresses(): [own: string, unknown: string][] {
  const { done, draft, paying } = world;
  const of = (path: string): [string, string] => [
    path,
    path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, unknownId).replace(/AR-[A-Z0-9-]+/, 'AR-ZZZZ-ZZZZ-ZZ'),
  ];
  return [
    ...[done.id, draft, paying].map((id) => of(`/submissions/${id}`)),
    ...['property', 'check', 'pay', 'sign', 'closed', 'nonsense'].map((step) =>
      of(`/submissions/${draft}/${step}`),
    ),
    ...['pay', 'to-payment', 'sign'].map((step) => of(`/submissions/${paying}/${step}`)),
    ...[done.receipt, `${done.receipt}/print`, `${done.receipt}/pdf`].map(of),
    ...[done.archive, ...done.archiveFiles.slice(0, 5)].map(of),
    ...[done.seal, `${done.seal}/seal.jws`, done.file, done.message, done.attachment].map(of),
  ];
}

test('the cases under attack are there, and their owner can open every address', async () => {
  const { kari, done } = world;
  expect(done.archiveFiles.length).toBeGreaterThanOrEqual(8);
  for (const [own] of addresses()) {
    expect(own).toMatch(/^\/[a-z]+\/.+/);
    const reply = await kari.get(own);
    expect([200, 303, 307], own).toContain(reply.status);
    expect(reply.location).not.toContain('/sign-in');
  }
});

test('unknown and foreign ids answer the same 404', async () => {
  const { kari, ola, done, draft, paying } = world;
  for (const [foreign, unknown] of addresses()) {
    const [theirs, nothing] = [await ola.get(foreign), await ola.get(unknown)];
    expect(theirs.status, foreign).toBe(404);
    expect(essence(theirs), foreign).toBe(essence(nothing));
    expect(theirs.body).not.toContain('Kari');
    if (theirs.headers['content-type']?.includes('html'))
      expect(withoutScripts(theirs.body)).toContain('<h1');
  }
  for (const steps of ['property', 'check', 'pay', 'sign']) {
    const save = (id: string) =>
      ola.post(`/submissions/${id}/${steps}/save`, { _version: '0', action: 'pay', seenPrice: '1' });
    const [theirs, nothing] = [await save(draft), await save(unknownId)];
    // What is no signing goes to the case's own address, before anything is looked up.
    if (steps === 'sign') expect(theirs.location.replace(draft, unknownId)).toBe(nothing.location);
    else expect(theirs.status, steps).toBe(404);
    expect(essence(theirs)).toBe(essence(nothing));
  }
  for (const act of ['move', 'unread']) {
    expect((await ola.post(`${done.message}/${act}`, { folder: 'trash' })).status).toBe(404);
  }
  expect((await kari.get('/inbox')).body).toContain(done.message);
  const sign = { seenLanguage: 'nb', seenContentHash: 'a', seenTextHash: 'b', action: 'sign' };
  expect((await ola.post(`/submissions/${paying}/sign/save`, sign)).status).toBe(404);
  expect((await ola.post(`/submissions/${paying}/sign/save`, { action: 'reject' })).status).toBe(404);
});

test('ids that are none are not found, and nothing breaks on them', async () => {
  const { kari, done, draft } = world;
  const ids = [
    'x',
    '%00',
    "'%20or%201=1--",
    '..%2f..%2finbox',
    '%F0%9F%92%A9',
    draft.toUpperCase(),
    'a'.repeat(2000),
  ];
  for (const id of ids) {
    for (const path of [
      `/submissions/${id}`,
      `/submissions/${id}/pay`,
      `/submissions/${draft}/files/${id}`,
      `/receipts/${id}`,
      `/receipts/${id}/pdf`,
      `/inbox/messages/${id}`,
      `/inbox/attachments/${id}`,
      `/archive/${id}`,
      `${done.archive}/files/${id}`,
      `/seals/${id}`,
      `/seals/${id}/seal.jws`,
      `/services/${id}`,
    ])
      expect((await kari.get(path)).status, path).toBe(404);
    expect((await kari.get(`/submissions/${draft}/${id}`)).status).toBeLessThan(500);
    expect((await kari.post(`/submissions/${draft}/${id}/save`, { _version: '0' })).status).toBeLessThan(500);
    expect((await kari.post(`/services/${id}/start`)).status).toBeLessThan(500);
  }
  for (const path of ['/submissions/%E0%A4%A/pay', '/receipts/%FF', '/api/webhooks/x/%FF', '/%C3'])
    expect((await kari.get(path)).status, path).toBe(400);
});

test('without a session everything asks to sign in, and tells nothing', async () => {
  const { nobody, draft } = world;
  for (const [own] of addresses()) {
    const reply = await nobody.get(own);
    expect([303, 307], own).toContain(reply.status);
    expect(reply.location).toMatch(/^\/sign-in\?next=/);
  }
  const save = await nobody.post(`/submissions/${draft}/property/save`, { gnr: '99', _version: '0' });
  // What was typed is given back, so that it is not lost, and nothing else is.
  expect(save.status).toBe(401);
  expect(save.body).toContain('/sign-in?next=');
  expect(save.body).toContain('value="99"');
  const autosave = { accept: 'application/json' };
  expect((await nobody.post(`/submissions/${draft}/property/save`, {}, autosave)).status).toBe(401);
  for (const token of ['a'.repeat(64), '%00', '../..', 'x'.repeat(4000)])
    expect((await nobody.get('/inbox', { cookie: `next-auth.session-token=${token}` })).location).toContain(
      '/sign-in',
    );
});

test('nobody acts for an organisation without a role in it', async ({ browser }) => {
  const { ola } = world;
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, people.lars);
  const lars = new Probe(context.request);
  const choices = (await lars.get('/inbox')).body.match(/<[^>]*name="partyId"[^>]*>/g) ?? [];
  const parties = choices.map((tag) => /value="([^"]*)"/.exec(tag)?.[1] ?? '');
  expect(parties.length).toBeGreaterThan(0);
  for (const partyId of [...parties, unknownId, "' or 1=1", '\u0000', 'x'.repeat(5000)]) {
    const chosen = await ola.post('/acting', { partyId, next: '/inbox' });
    expect(chosen.location, partyId).toMatch(/^\/acting\/problem\?.*reason=no_role/);
    const inbox = await ola.get('/inbox');
    expect(inbox.body).toContain('Ola Prøvestad');
    expect(inbox.body).not.toContain('Testvik Skjenkestue');
  }
  await context.close();
});

test('a role that is removed in the register is lost at the next choice; what was chosen before, within five minutes', async ({
  browser,
}) => {
  const { request } = world;
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, people.lars);
  await actFor(page, 'Skjenkestue');
  const lars = new Probe(context.request);
  const partyId = partyOf((await lars.get('/inbox')).body, 'Testvik Skjenkestue AS');
  const begun = await begin(lars, 'omsetningsoppgave');
  const role = `${sandboxUrl}/register/api/roles/310010014/lars-testvik/daglig_leder`;
  try {
    expect((await request.delete(role)).status()).toBe(204);
    // The register's answer is kept for five minutes (lib/identity/session-lifetime.ts); choosing asks it at once.
    const chosen = await lars.post('/acting', { partyId, next: '/inbox' });
    expect(chosen.location).toContain('reason=no_role');
    expect((await lars.get(`/submissions/${begun}/place`)).status).toBe(404);
    expect((await lars.post(`/submissions/${begun}/place/save`, { _version: '0' })).status).toBe(404);
  } finally {
    expect((await request.put(role)).status()).toBe(204);
  }
  // The role is back, but the organisation must be chosen anew.
  expect((await lars.get(`/submissions/${begun}`)).status).toBe(404);
  expect((await lars.post('/acting', { partyId, next: '/inbox' })).location).toBe('/inbox');
  expect((await lars.get(`/submissions/${begun}`)).status).toBe(303);
  await context.close();
});

/** Id of the party with this name, from the header's menu. */
function partyOf(html: string, name: string): string {
  const before = html.slice(0, html.indexOf(name, html.indexOf('action="/acting"')));
  return [...before.matchAll(/value="([0-9a-f-]{36})"/g)].at(-1)?.[1] ?? '';
}

function postRoutes(): string[] {
  const { done, draft, paying } = world;
  return [
    ...['property', 'check', 'pay', 'sign'].map((step) => `/submissions/${draft}/${step}/save`),
    `/submissions/${paying}/pay/save`,
    `${done.message}/move`,
    `${done.message}/unread`,
    '/services/byggesoknad/start',
    '/acting',
    '/language',
    '/sign-in/start',
    '/sign-out',
  ];
}

test('a post from another site is refused on every route', async () => {
  const { kari, request, done } = world;
  const before = (await booked(request)).length;
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: sandboxUrl },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: portalOrigin },
    { 'sec-fetch-site': 'none' },
  ];
  for (const path of postRoutes())
    for (const headers of foreign) {
      const reply = await kari.post(
        path,
        { action: 'pay', partyId: unknownId, language: 'en', folder: 'trash' },
        headers,
      );
      expect(reply.status, `${path} ${JSON.stringify(headers)}`).toBe(403);
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
  expect((await booked(request)).length).toBe(before);
  expect((await kari.get('/inbox')).body).toContain(done.message);
});

test('GET on a route that takes posts does nothing', async () => {
  const { kari, request } = world;
  const before = (await booked(request)).length;
  for (const path of postRoutes()) {
    const reply = await kari.get(path);
    expect([303, 404, 405], path).toContain(reply.status);
    expect(reply.location).not.toMatch(/^https?:/);
  }
  expect((await booked(request)).length).toBe(before);
  expect((await kari.get('/inbox')).status).toBe(200);
});

/** What a person without JavaScript gets. */
function withoutScripts(html: string): string {
  return html.replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, '');
}
