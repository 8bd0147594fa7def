import { expect, test } from '@playwright/test';
import {
  expectNothingLeaked,
  type HostileWorld,
  hostileWorld,
  portalOrigin,
  sandboxUrl,
  unknownId,
} from './support/hostile-world.ts';
import { booked, openPayment, payAtProvider, reached, shownOn } from './support/http-case.ts';
import { people, signIn } from './support/journey.ts';
import { inputsOf, Probe, type Reply } from './support/probe.ts';

/*
 * Returns, messages, addresses and sessions that are forged or come again: nothing changes, nothing is told.
 */

let world: HostileWorld;

test.beforeAll(async ({ browser, playwright }) => {
  test.setTimeout(120_000);
  world = await hostileWorld(browser, playwright);
});
test.afterAll(() => expectNothingLeaked(world));

test('returns and messages that are forged or replayed change nothing and tell nothing', async () => {
  const { kari, ola, nobody, request, done, paying } = world;
  const attempt = done.payment.myReference;
  const back = (probe: Probe, id: string, query = '') => probe.get(`/payments/return/${id}${query}`);
  for (const id of [unknownId, 'x', '%00', attempt.toUpperCase()])
    for (const probe of [ola, kari]) expect((await back(probe, id)).location, id).toBe('/inbox');
  // Another person's attempt looks like none.
  expect((await back(ola, attempt)).location).toBe('/inbox');
  for (const id of [attempt, unknownId])
    expect((await back(nobody, id)).location).toBe(
      `/sign-in?next=${encodeURIComponent(`/payments/return/${id}`)}`,
    );
  for (const query of ['?cancelled=1', '?cancelled=1&status=failed&amount=0', '?paymentId=x'])
    expect((await back(kari, attempt, query)).location).toBe(done.receipt);

  const shown = await shownOn(kari, paying, 'pay');
  const payment = await openPayment(kari, request, paying);
  expect((await back(kari, payment.myReference, '?status=paid&resultcode=ok')).location).toBe(
    `/submissions/${paying}/pay`,
  );

  const event = JSON.stringify({
    id: 'a'.repeat(32),
    event: 'payment.charge.created.v2',
    data: { paymentId: payment.paymentId, amount: { amount: payment.amount, currency: 'NOK' } },
  });
  for (const path of [
    '/api/webhooks/nets/abc',
    `/api/webhooks/nets/${'0'.repeat(48)}`,
    '/api/webhooks/x/abc',
    '/api/webhooks/nets/%00',
  ])
    for (const data of [event, '{', '[]', 'null', '', '\u0000', `{"id":"\\u0000","event":"x"}`])
      for (const query of ['', `?attempt=${payment.myReference}`, '?attempt=%00']) {
        const reply = await nobody.send('POST', `${path}${query}`, {
          data,
          type: 'application/json',
          headers: { authorization: 'Bearer guess' },
        });
        expect(reply.status, path).toBe(404);
      }
  const large = { data: 'x'.repeat(300_000), type: 'application/json' };
  expect((await nobody.send('POST', '/api/webhooks/nets/abc', large)).status).toBe(413);
  expect((await nobody.get('/api/webhooks/nets/abc')).status).toBe(405);
  expect((await kari.get(`/submissions/${paying}`)).location).toBe(`/submissions/${paying}/pay`);

  // The true messages of the paid case, once more.
  const replayed = await request.post(`${sandboxUrl}/nets/books/${done.payment.paymentId}/replay-webhook`, {
    data: {},
  });
  expect(replayed.status()).toBe(200);
  const now = (await booked(request)).find(({ paymentId }) => paymentId === done.payment.paymentId);
  expect(now).toMatchObject({ charged: done.payment.amount, refunded: 0 });
  expect((await kari.get(`/submissions/${done.id}`)).location).toBe(done.receipt);

  await payAtProvider(request, payment);
  // The confirmation that was posted long ago, and the button to pay, once more: no second payment.
  await reached(kari, paying, '/receipts/');
  const before = (await booked(request)).length;
  await kari.post(`/submissions/${paying}/pay/save`, { action: 'pay', ...shown });
  await kari.post(`/submissions/${paying}/check/save`, { seenAnswers: 'x', ...shown });
  expect((await booked(request)).length).toBe(before);
});

test('no address that came from outside leads to another site or into a header', async () => {
  const { kari, ola, nobody } = world;
  const evil = [
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    'https://evil.example',
    'https:evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '/%09/evil.example/..//evil.example',
    '/\t/evil.example',
    '/a/..//evil.example',
    '/.//evil.example',
    '/inbox\r\nSet-Cookie: stolen=1',
    '@evil.example',
    '\u0000//evil.example',
  ];
  for (const next of evil) {
    const replies: Reply[] = [
      await kari.post('/language', { language: 'nb', next }),
      await kari.post('/acting', { next }),
      await ola.get(`/sign-in?next=${encodeURIComponent(next)}`),
      await ola.get(`/acting/problem?next=${encodeURIComponent(next)}`),
    ];
    for (const { location, headers, path } of replies) {
      expect(location, `${path} ${next}`).toMatch(/^\/(?![/\\])/);
      expect(new URL(location, 'http://portal.invalid').host, next).toBe('portal.invalid');
      expect(headers['set-cookie'] ?? '').not.toContain('stolen');
    }
    const page = await nobody.get(
      `/sign-in?next=${encodeURIComponent(next)}&error=${encodeURIComponent(next)}`,
    );
    expect(inputsOf(page.body).next).toMatch(/^\/(?![/\\])/);
    const begun = await nobody.post('/sign-in/start', { next, level: 'idporten-loa-low' });
    const to = new URL(begun.location);
    expect(to.origin).toBe(new URL(sandboxUrl).origin);
    // Nobody signs in below the portal's own level.
    expect(to.searchParams.get('acr_values')).toBe('idporten-loa-substantial');
    const kept = /callback-url=([^;]*)/.exec(begun.headers['set-cookie'] ?? '')?.[1] ?? '';
    expect(new URL(decodeURIComponent(kept)).origin).toBe(portalOrigin);
  }
});

test('a session that was planted is not taken over, and its cookie is closed to scripts', async ({
  browser,
  baseURL,
}) => {
  const { nobody } = world;
  const context = await browser.newContext();
  const planted = 'f'.repeat(64);
  await context.addCookies([{ name: 'next-auth.session-token', value: planted, url: baseURL ?? '' }]);
  const page = await context.newPage();
  await signIn(page, people.nils);
  const cookies = await context.cookies(baseURL ?? '');
  const session = cookies.find(({ name }) => name === 'next-auth.session-token');
  expect(session?.value).toMatch(/^[0-9a-f]{64}$/);
  expect(session?.value).not.toBe(planted);
  for (const { name, httpOnly, sameSite } of cookies)
    expect({ name, httpOnly, sameSite }).toEqual({ name, httpOnly: true, sameSite: 'Lax' });
  const nils = new Probe(context.request);
  const said = JSON.parse((await nils.get('/api/auth/session')).body) as Record<string, unknown>;
  expect(Object.keys(said).sort()).toEqual(['expires', 'personId']);
  for (const path of [
    '/api/auth/providers',
    '/api/auth/csrf',
    '/api/auth/signin',
    '/api/auth/signout',
    '/api/auth/callback/credentials',
  ])
    expect((await nils.get(path)).status).toBe(404);
  for (const query of ['', '?code=x&state=y', '?error=x', '?state=%00&code=%00'])
    expect((await nils.get(`/api/auth/callback/idporten${query}`)).location).toMatch(/^\/sign-in\?error=/);
  for (const query of ['', '?state=%00', `?state=${'a'.repeat(64)}&code=x`, '?error=access_denied'])
    expect((await nils.get(`/step-up/callback${query}`)).location).toMatch(/^\/sign-in\?error=/);
  const issuer = encodeURIComponent(`${sandboxUrl}/idporten`);
  for (const sid of ['%00', 'x', "'%20or%201=1", 'é'.repeat(600)])
    expect((await nobody.get(`/frontchannel-logout?iss=${issuer}&sid=${sid}`)).status).toBe(200);
  await context.close();
  const after = new Probe((await browser.newContext({ storageState: { cookies, origins: [] } })).request);
  expect((await after.post('/sign-out')).headers['set-cookie']).toContain('next-auth.session-token=;');
  expect(
    (await after.get('/inbox', { cookie: `next-auth.session-token=${session?.value}` })).location,
  ).toContain('/sign-in');
});
