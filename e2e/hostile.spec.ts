import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type APIRequestContext, type Browser, expect, test } from '@playwright/test';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import {
  begin,
  booked,
  confirmCase,
  type FinishedCase,
  filledBuilding,
  finishedBuilding,
  openPayment,
  payAtProvider,
  pdf,
  reached,
  savePage,
  signCase,
  uploadTo,
} from './support/http-case.ts';
import { actFor, people, signIn } from './support/journey.ts';
import { allReplies, essence, inputsOf, linksOf, multipart, Probe, type Reply } from './support/probe.ts';

/*
 * What a stranger, a careless client or a thief would send (section 6 of the first goal): nothing is told, nothing is
 * lost, nothing is a 500. Everything goes over HTTP to the running portal; every answer is kept and looked at at the end.
 */

const sandboxUrl = process.env.E2E_SANDBOX_URL ?? 'http://127.0.0.1:4210';
const unknownId = '11111111-1111-4111-8111-111111111111';
const testvik = '310010014';

/** Owner of the cases below. */
let kari: Probe;
/** Signed in, and with no part in them. */
let ola: Probe;
/** Not signed in. */
let nobody: Probe;
let request: APIRequestContext;
let done: FinishedCase;
/** A draft, filled in up to the check page. */
let draft: string;
/** A case whose payment page is open. */
let paying: string;

test.describe.configure({ mode: 'default' });

test.beforeAll(async ({ browser, playwright }) => {
  test.setTimeout(120_000);
  request = await playwright.request.newContext();
  nobody = await newProbe(browser);
  kari = await newProbe(browser, people.kari);
  ola = await newProbe(browser, people.ola);
  done = await finishedBuilding(kari, request, {
    measureDescription: `Tilbygg \u202egnp.exe\u202c \u{1f680} <script>alert(1)</script> "'&;-- ${'å\u{20000}'.repeat(300)}`,
    filenames: { sitePlan: `${'\u{20000}'.repeat(60)}a båt.pdf`, drawings: '..\\..\\<img src=x>.pdf' },
  });
  draft = await filledBuilding(kari);
  paying = await filledBuilding(kari);
  await confirmCase(kari, paying);
  await signCase(kari, paying);
});

async function newProbe(browser: Browser, person?: string): Promise<Probe> {
  const context = await browser.newContext();
  const page = await context.newPage();
  if (person) await signIn(page, person);
  return new Probe(context.request);
}

/** Every address with an id: of the owner's own thing, and the same of nothing. */
function addresses(): [own: string, unknown: string][] {
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
  expect(done.archiveFiles.length).toBeGreaterThanOrEqual(8);
  for (const [own] of addresses()) {
    expect(own).toMatch(/^\/[a-z]+\/.+/);
    const reply = await kari.get(own);
    expect([200, 303, 307], own).toContain(reply.status);
    expect(reply.location).not.toContain('/sign-in');
  }
});

test('unknown and foreign ids answer the same 404', async () => {
  for (const [foreign, unknown] of addresses()) {
    const [theirs, nothing] = [await ola.get(foreign), await ola.get(unknown)];
    expect(theirs.status, foreign).toBe(404);
    expect(essence(theirs), foreign).toBe(essence(nothing));
    expect(theirs.body).not.toContain('Kari');
  }
  for (const steps of ['property', 'check', 'pay', 'sign']) {
    const save = (id: string) =>
      ola.post(`/submissions/${id}/${steps}/save`, { _version: '0', action: 'next', seenTotal: '1' });
    const [theirs, nothing] = [await save(draft), await save(unknownId)];
    // A signing form that shows nothing is told to look again, before anything is looked up.
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
  const ids = ['x', '%00', "'%20or%201=1--", '..%2f..%2finbox', '%F0%9F%92%A9', draft.toUpperCase(), 'a'.repeat(2000)];
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
  for (const [own] of addresses()) {
    const reply = await nobody.get(own);
    expect([303, 307], own).toContain(reply.status);
    expect(reply.location).toMatch(/^\/sign-in\?next=/);
  }
  const save = await nobody.post(`/submissions/${draft}/property/save`, { gnr: '99', _version: '0' });
  expect(save.location).toContain('/sign-in');
  const autosave = { accept: 'application/json' };
  expect((await nobody.post(`/submissions/${draft}/property/save`, {}, autosave)).status).toBe(401);
  for (const token of ['a'.repeat(64), '%00', '../..', 'x'.repeat(4000)])
    expect((await nobody.get('/inbox', { cookie: `next-auth.session-token=${token}` })).location).toContain(
      '/sign-in',
    );
});

test('nobody acts for an organisation without a role in it', async ({ browser }) => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, people.lars);
  const lars = new Probe(context.request);
  const choices = [...(await lars.get('/inbox')).body.matchAll(/name="partyId" value="([0-9a-f-]{36})"/g)];
  const parties = choices.map((match) => match[1] ?? '');
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
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, people.lars);
  await actFor(page, 'Skjenkestue');
  const lars = new Probe(context.request);
  const partyId = partyOf((await lars.get('/inbox')).body, 'Testvik Skjenkestue AS');
  const begun = await begin(lars, 'omsetningsoppgave');
  const role = `${sandboxUrl}/register/api/roles/${testvik}/lars-testvik/daglig_leder`;
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

test('the server computes the amount; fields that the page did not show change nothing', async () => {
  const id = await filledBuilding(kari);
  const forged = {
    amount: '1',
    amountMinor: '1',
    price: '0',
    total: '0',
    totalMinor: '0',
    currency: 'EUR',
    ownerName: 'Skjult',
    ownerConsent: 'confirmed',
    exemptReference: 'Fra en annen side',
    nonsense: 'x',
    __proto__: 'x',
    constructor: 'x',
    status: 'completed',
    paidAt: '2020-01-01',
    answers: '{}',
    'Eiendom.Gnr': '1',
  };
  const fields = { gnr: '12', bnr: '34', street: 'Prøveveien 1', postcode: '0150', isOwner: 'yes', contactPhone: '98765432' };
  expect((await savePage(kari, id, 'property', { ...forged, ...fields })).location).toMatch(/\/measure$/);
  const check = await kari.get(`/submissions/${id}/check`);
  for (const word of ['Skjult', 'Fra en annen side', 'nonsense']) expect(check.body).not.toContain(`>${word}`);
  const { seenTotal } = inputsOf(check.body);
  for (const wrong of ['1', '0', '-1', '1e9', 'NaN', '', '9'.repeat(40), `${seenTotal}0`]) {
    const refused = await kari.post(`/submissions/${id}/check/save`, { ...forged, seenTotal: wrong });
    expect(refused.location, wrong).toMatch(/\/check\?price=changed$/);
  }
  await confirmCase(kari, id, forged);
  await signCase(kari, id);
  const payment = await openPayment(kari, request, id);
  expect(String(payment.amount)).toBe(seenTotal);
});

test('versions, actions and bodies of any kind are answered clearly, and what was saved stays', async () => {
  const page = `/submissions/${draft}/property`;
  const before = inputsOf((await kari.get(page)).body);
  for (const _version of ['', '-1', 'x', '1.5', '1e99', '9'.repeat(30), '\u0000'])
    expect((await kari.post(`${page}/save`, { _version, gnr: '99' })).status).toBe(400);
  for (const action of ['', 'x', 'remove-file:', `remove-file:${unknownId}`, "remove-file:' or 1=1", 'NEXT', '\r\nX: y', '__proto__'])
    expect((await savePage(kari, draft, 'property', valuesOf(before), action)).status, action).toBe(303);
  for (const action of ['', 'x', 'PAY', 'sign', 'delete', '\u0000']) {
    const reply = await kari.post(`/submissions/${paying}/pay/save`, { action });
    expect(reply.location, action).toBe(`/submissions/${paying}`);
  }
  const posts = ['property', 'check', 'sign', 'pay'].map((step) => `/submissions/${draft}/${step}/save`);
  const small = ['/acting', '/language', '/sign-in/start', `${done.message}/move`, '/services/byggesoknad/start'];
  for (const path of [...posts, ...small]) {
    for (const { data, type } of badBodies()) {
      const reply = await kari.send('POST', path, { data, type });
      expect(reply.status, `${path} ${type}`).toBeLessThan(500);
      if (posts.slice(0, 2).includes(path)) expect([400, 413], `${path} ${type}`).toContain(reply.status);
    }
  }
  for (const path of ['/', '/inbox', page, `/submissions/${draft}/check`]) {
    for (const { data, type } of badBodies())
      expect((await kari.send('POST', path, { data, type })).status, path).toBeLessThan(500);
    for (const id of ['x', '40'.repeat(21), '\u00ff'])
      expect(
        (await kari.send('POST', path, { data: '[', type: 'text/plain', headers: { 'next-action': id } })).status,
      ).toBeLessThan(500);
  }
  expect(valuesOf(inputsOf((await kari.get(page)).body))).toEqual(valuesOf(before));
});

function badBodies(): { data: string | Buffer; type: string }[] {
  const form = 'application/x-www-form-urlencoded';
  const parts = 'multipart/form-data; boundary=x';
  return [
    { type: 'application/json', data: '{"a":' },
    { type: 'application/json', data: '[]' },
    { type: 'text/xml', data: '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>' },
    { type: 'x', data: 'a' },
    { type: form, data: '' },
    { type: form, data: '%%%=%E0%A4%A&&&=&a' },
    { type: form, data: Buffer.from([0xff, 0xfe, 0x00, 0x3d, 0x80]) },
    { type: form, data: `a=${'x'.repeat(300_000)}` },
    { type: form, data: 'a=&'.repeat(30_000) },
    { type: parts, data: 'garbage' },
    { type: parts, data: '' },
    { type: parts, data: '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb' },
    { type: 'multipart/form-data', data: '--x--' },
    { type: `multipart/form-data; boundary=${'y'.repeat(200)}`, data: 'x' },
  ];
}

function valuesOf({ gnr, bnr, street, postcode, contactPhone }: Record<string, string>): Record<string, string> {
  return { gnr, bnr, street, postcode, contactPhone, isOwner: 'yes' } as Record<string, string>;
}

test('text of any kind is kept or refused, and shown as text', async () => {
  const id = await begin(kari, 'byggesoknad');
  const measure = { measureType: 'extension', area: '24,5', boundaryDistance: '4', dispensation: 'no' };
  await savePage(kari, id, 'property', valuesOf(inputsOf((await kari.get(`/submissions/${draft}/property`)).body)));
  const save = (measureDescription: string) => savePage(kari, id, 'measure', { ...measure, measureDescription });
  for (const text of ['x'.repeat(10_000), 'a\u0000b', '\ud83d alone', '\u0007\u001b[31m', '\ufffd'])
    expect((await save(text)).location, text.slice(0, 20)).toContain('errors=1');
  for (const text of ['\u202eabc\u202c', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}', '"><script>alert(1)</script>', '{{7*7}} ${7*7}', "'; drop table submission; --"]) {
    expect((await save(text)).location, text).not.toContain('errors=');
    const { body } = await kari.get(`/submissions/${id}/measure`);
    expect(body).not.toContain('<script>alert(1)');
  }
  for (const area of ['1e5', '0x10', '-5', '9'.repeat(400), 'NaN', '٣', '24,5,5', '1\u00a0000'])
    expect((await savePage(kari, id, 'measure', { ...measure, area, measureDescription: 'x' })).status).toBe(303);
});

test('files are what their bytes say, and nothing else gets in', async () => {
  const id = await begin(kari, 'byggesoknad');
  const fields = valuesOf(inputsOf((await kari.get(`/submissions/${draft}/property`)).body));
  await savePage(kari, id, 'property', fields);
  const send = (filename: string, content: string | Buffer, type = 'application/pdf') =>
    uploadTo(kari, id, [{ component: 'sitePlan', filename, type, content }]);
  const refused: [string, string | Buffer, string][] = [
    ['kart.pdf', Buffer.from('MZ\u0090\u0000This program cannot be run in DOS mode'), 'wrong_type'],
    ['bilde.png', '<html><script>alert(1)</script></html>', 'wrong_type'],
    ['kart.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'wrong_type'],
    ['tom.pdf', '', 'empty'],
    ['stor.pdf', Buffer.concat([Buffer.from(pdf()), Buffer.alloc(10_000_001)]), 'too_large'],
  ];
  for (const [filename, content, reason] of refused)
    expect((await send(filename, content)).location, filename).toContain(`file=${reason}`);
  const taken = ['../../../etc/passwd', 'C:\\x\\con.pdf', 'a%0d%0aSet-Cookie: x=1.pdf', '<b>x</b>.html', '', '.', '\u202efdp.exe', 'å'.repeat(300)];
  const names: string[] = [];
  for (const [index, filename] of taken.entries()) {
    const reply = await uploadTo(kari, id, [{ component: 'sitePlan', filename, content: pdf(String(index)) }]);
    expect(reply.status, filename).toBeLessThan(500);
  }
  for (const link of linksOf((await kari.get(`/submissions/${id}/attachments`)).body, `/submissions/${id}/files/`)) {
    const { status, headers } = await kari.get(link);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toMatch(/^attachment; filename="[^"/\\\r\n]*\.pdf"; filename\*=UTF-8''[^/\\\r\n;]*$/);
    expect(headers['set-cookie']).toBeUndefined();
    names.push(headers['content-disposition'] ?? '');
  }
  expect(names.length).toBeGreaterThan(0);
  const many = Array.from({ length: 60 }, (_, index) => ({ component: 'drawings', filename: `${index}.pdf`, content: pdf(`m${index}`) }));
  expect((await uploadTo(kari, id, many)).location).toContain('file=too_many');
  const nowhere = await uploadTo(kari, id, [{ component: 'gnr', filename: 'a.pdf', content: pdf('n') }]);
  expect(nowhere.status).toBe(400);
});

const postRoutes = () => [
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

test('a post from another site is refused on every route', async () => {
  const before = (await booked(request)).length;
  const foreign: Record<string, string>[] = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: sandboxUrl },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: new URL(process.env.E2E_PORTAL_URL ?? '').origin },
    { 'sec-fetch-site': 'none' },
  ];
  for (const path of postRoutes())
    for (const headers of foreign) {
      const reply = await kari.post(path, { action: 'pay', partyId: unknownId, language: 'en', folder: 'trash' }, headers);
      expect(reply.status, `${path} ${JSON.stringify(headers)}`).toBe(403);
      expect(reply.headers['set-cookie']).toBeUndefined();
    }
  expect((await booked(request)).length).toBe(before);
  expect((await kari.get('/inbox')).body).toContain(done.message);
});

test('GET on a route that takes posts does nothing', async () => {
  const before = (await booked(request)).length;
  for (const path of postRoutes()) {
    const reply = await kari.get(path);
    expect([303, 404, 405], path).toContain(reply.status);
    expect(reply.location).not.toMatch(/^https?:/);
  }
  expect((await booked(request)).length).toBe(before);
  expect((await kari.get('/inbox')).status).toBe(200);
});

test('returns and messages that are forged or replayed change nothing and tell nothing', async () => {
  const attempt = done.payment.myReference;
  const back = (probe: Probe, id: string, query = '') => probe.get(`/payments/return/${id}${query}`);
  for (const id of [unknownId, 'x', '%00', attempt.toUpperCase()])
    for (const probe of [ola, kari]) expect((await back(probe, id)).location, id).toBe('/inbox');
  // Another person's attempt looks like none.
  expect((await back(ola, attempt)).location).toBe('/inbox');
  for (const id of [attempt, unknownId])
    expect((await back(nobody, id)).location).toBe(`/sign-in?next=${encodeURIComponent(`/payments/return/${id}`)}`);
  for (const query of ['?cancelled=1', '?cancelled=1&status=failed&amount=0', '?paymentId=x'])
    expect((await back(kari, attempt, query)).location).toBe(`/submissions/${done.id}`);
  expect((await kari.get(`/submissions/${done.id}`)).location).toBe(done.receipt);

  const payment = await openPayment(kari, request, paying);
  expect((await back(kari, payment.myReference, '?status=paid&resultcode=ok')).location).toBe(`/submissions/${paying}`);
  expect((await kari.get(`/submissions/${paying}`)).location).toBe(`/submissions/${paying}/pay`);

  const event = JSON.stringify({
    id: 'a'.repeat(32),
    event: 'payment.charge.created.v2',
    data: { paymentId: payment.paymentId, amount: { amount: payment.amount, currency: 'NOK' } },
  });
  for (const path of ['/api/webhooks/nets/abc', `/api/webhooks/nets/${'0'.repeat(48)}`, '/api/webhooks/x/abc', '/api/webhooks/nets/%00'])
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
  const replayed = await request.post(`${sandboxUrl}/nets/books/${done.payment.paymentId}/replay-webhook`, { data: {} });
  expect(replayed.status()).toBe(200);
  const now = (await booked(request)).find(({ paymentId }) => paymentId === done.payment.paymentId);
  expect(now).toMatchObject({ charged: done.payment.amount, refunded: 0 });
  expect((await kari.get(`/submissions/${done.id}`)).location).toBe(done.receipt);

  await payAtProvider(request, payment);
  // The confirmation that was posted long ago, and the button to pay, once more: no second payment.
  await reached(kari, paying, '/receipts/');
  const before = (await booked(request)).length;
  await kari.post(`/submissions/${paying}/pay/save`, { action: 'pay' });
  await kari.post(`/submissions/${paying}/check/save`, { seenTotal: String(payment.amount) });
  expect((await booked(request)).length).toBe(before);
});

test('no address that came from outside leads to another site or into a header', async () => {
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
    const page = await nobody.get(`/sign-in?next=${encodeURIComponent(next)}&error=${encodeURIComponent(next)}`);
    expect(inputsOf(page.body).next).toMatch(/^\/(?![/\\])/);
    const begun = await nobody.post('/sign-in/start', { next, level: 'idporten-loa-low' });
    const to = new URL(begun.location);
    expect(to.origin).toBe(new URL(sandboxUrl).origin);
    // Nobody signs in below the portal's own level.
    expect(to.searchParams.get('acr_values')).toBe('idporten-loa-substantial');
    expect(decodeURIComponent(begun.headers['set-cookie'] ?? '')).not.toContain('//evil');
  }
});

test('a session that was planted is not taken over, and its cookie is closed to scripts', async ({ browser, baseURL }) => {
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
  for (const path of ['/api/auth/providers', '/api/auth/csrf', '/api/auth/signin', '/api/auth/signout', '/api/auth/callback/credentials'])
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
  expect((await after.get('/inbox', { cookie: `next-auth.session-token=${session?.value}` })).location).toContain('/sign-in');
});

test('every kind of answer carries a strict policy', async () => {
  const pages = ['/', '/services/byggesoknad', '/inbox', '/inbox/in-progress', `/submissions/${draft}/check`, done.message, done.seal, done.receipt, `${done.receipt}/print`, done.archive, '/sign-in', '/nowhere'];
  for (const path of pages) {
    const { headers, body } = path === '/sign-in' ? await nobody.get(path) : await kari.get(path);
    const policy = headers['content-security-policy'] ?? '';
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
    const grave = findings.filter(({ severity }) => severity <= Severity.HIGH_MAYBE);
    expect(grave.map(({ directive, description }) => `${directive}: ${description}`), path).toEqual([]);
    expect(headers, path).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    for (const [script] of body.matchAll(/<script\b[^>]*>/g)) expect(script, path).toContain(`nonce="${nonce}"`);
    expect(body.replace(/<script\b[\s\S]*?<\/script>/g, ''), path).not.toMatch(/<[^>]+\son[a-z]+=|<[^>]+\sstyle="/);
  }
  const files = [`${done.receipt}/pdf`, done.file, done.attachment, ...done.archiveFiles];
  for (const path of files) {
    const { headers, status } = await kari.get(path);
    expect(status, path).toBe(200);
    expect(headers, path).toMatchObject({
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
      'content-disposition': expect.stringMatching(/^attachment; /),
    });
  }
  // What the proxy does not pass over has a policy of its own.
  for (const reply of [await kari.post(`/submissions/${draft}/property/save`, {}), await ola.get(done.file), await nobody.get('/frontchannel-logout')])
    expect(reply.headers['content-security-policy'], reply.path).toContain("default-src 'none'");
});

test('nothing answered 5xx; no number, token or secret stood in any answer, address or log', async () => {
  const register = await (await request.get(`${sandboxUrl}/register`)).text();
  const numbers = [...new Set(register.match(/\b\d{11}\b/g))];
  expect(numbers.length).toBeGreaterThanOrEqual(12);
  expect(allReplies.length).toBeGreaterThan(500);
  expect(allReplies.filter(({ status }) => status >= 500).map(({ method, path, status }) => `${status} ${method} ${path}`)).toEqual([]);
  const secret = /eyJ[\w-]{20,}\.[\w-]{20,}|Bearer [\w-]{10,}|sandbox-[a-z]+-secret/;
  for (const { path, body, location, headers } of allReplies) {
    const shown = `${path}\n${location}\n${body}`;
    expect(numbers.filter((number) => shown.includes(number)), path).toEqual([]);
    // Seals are signed by Kvitt for the person to keep: they are files, never parts of a page.
    if ((headers['content-type'] ?? '').includes('html')) expect(shown, path).not.toMatch(secret);
  }
  const logs = join(process.env.KVITT_DATA_DIR ?? '.data', 'logs');
  const names = existsSync(logs) ? readdirSync(logs).filter((name) => /portal|worker/.test(name)) : [];
  for (const name of names) {
    const text = readFileSync(join(logs, name), 'utf8');
    expect(numbers.filter((number) => text.includes(number)), name).toEqual([]);
    expect(text, name).not.toMatch(secret);
    expect(text, name).not.toMatch(/4925 ?0000 ?0000 ?0004|next-auth\.session-token=[0-9a-f]/);
  }
});
