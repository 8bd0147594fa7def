import { expect, test } from '@playwright/test';
import { badBodies, emptyZip, png } from './support/hostile-bodies.ts';
import { expectNothingLeaked, type HostileWorld, hostileWorld, unknownId } from './support/hostile-world.ts';
import {
  begin,
  confirmCase,
  filledBuilding,
  openPayment,
  pdf,
  propertyAnswers,
  savePage,
  signCase,
  uploadTo,
} from './support/http-case.ts';
import { people, signIn } from './support/journey.ts';
import { inputsOf, linksOf, multipart, Probe } from './support/probe.ts';

/*
 * Amounts, fields, bodies, texts and files as a careless client or a thief would send them: the server computes, refuses clearly,
 * and loses nothing.
 */

let world: HostileWorld;

test.beforeAll(async ({ browser, playwright }) => {
  test.setTimeout(120_000);
  world = await hostileWorld(browser, playwright);
});
test.afterAll(() => expectNothingLeaked(world));

test('the server computes the amount; fields that the page did not show change nothing', async () => {
  const { kari, request } = world;
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
  expect((await savePage(kari, id, 'property', { ...forged, ...propertyAnswers })).location).toMatch(
    /\/measure$/,
  );
  const check = await kari.get(`/submissions/${id}/check`);
  for (const word of ['Skjult', 'Fra en annen side', 'nonsense'])
    expect(check.body).not.toContain(`>${word}`);
  const { seenAnswers = '', seenPrice = '' } = inputsOf(check.body);
  expect((await kari.post(`/submissions/${id}/check/save`, forged)).location).toMatch(/\/check\?changed=1$/);
  for (const wrong of ['1', '', '9'.repeat(40), '\u0000', `${seenPrice}0`]) {
    const seen = { ...forged, seenAnswers, seenPrice: wrong };
    const refused = await kari.post(`/submissions/${id}/check/save`, seen);
    expect(refused.location, wrong).toMatch(/\/check\?price=changed$/);
    const unseen = await kari.post(`/submissions/${id}/check/save`, {
      ...seen,
      seenAnswers: wrong,
      seenPrice,
    });
    expect(unseen.location, wrong).toMatch(/\/check\?changed=1$/);
  }
  await confirmCase(kari, id, forged);
  await signCase(kari, id);
  const payment = await openPayment(kari, request, id);
  expect(check.body.replace(/\s|&nbsp;/g, '')).toContain(`>${payment.amount / 100},00kr<`);
});

test('versions, actions and bodies of any kind are answered clearly, and what was saved stays', async () => {
  const { kari, done, draft, paying } = world;
  const page = `/submissions/${draft}/property`;
  for (const _version of ['', '-1', 'x', '1.5', '1e99', '9'.repeat(30), '\u0000'])
    expect((await kari.post(`${page}/save`, { _version, gnr: '99' })).status).toBe(400);
  for (const action of [
    '',
    'x',
    'remove-file:',
    `remove-file:${unknownId}`,
    "remove-file:' or 1=1",
    'NEXT',
    '\r\nX: y',
    '__proto__',
  ])
    expect((await savePage(kari, draft, 'property', propertyAnswers, action)).status, action).toBe(303);
  for (const action of ['', 'x', 'PAY', 'sign', 'delete', '\u0000']) {
    const reply = await kari.post(`/submissions/${paying}/pay/save`, { action });
    expect(reply.location, action).toBe(`/submissions/${paying}`);
  }
  const posts = ['property', 'check', 'sign', 'pay'].map((step) => `/submissions/${draft}/${step}/save`);
  const small = [
    '/acting',
    '/language',
    '/sign-in/start',
    `${done.message}/move`,
    '/services/byggesoknad/start',
  ];
  for (const path of [...posts, ...small]) {
    for (const { data, type } of badBodies()) {
      const reply = await kari.send('POST', path, { data, type });
      expect(reply.status, `${path} ${type}`).toBeLessThan(500);
      if (posts[0] === path) expect([400, 413], `${path} ${type}`).toContain(reply.status);
      // Nobody sends in what was not shown.
      if (reply.status === 303 && path.endsWith('/check/save')) expect(reply.location).toContain('changed=1');
    }
  }
  for (const path of ['/', '/inbox', page, `/submissions/${draft}/check`]) {
    for (const { data, type } of badBodies())
      expect((await kari.send('POST', path, { data, type })).status, path).toBeLessThan(500);
    for (const id of ['x', '40'.repeat(21), '\u00ff'])
      expect(
        (await kari.send('POST', path, { data: '[', type: 'text/plain', headers: { 'next-action': id } }))
          .status,
      ).toBeLessThan(500);
  }
  const { gnr, street } = inputsOf((await kari.get(page)).body);
  expect({ gnr, street }).toEqual({ gnr: '12', street: propertyAnswers.street });
});

test('the action that computes the price answers nobody else, and takes any body', async ({ browser }) => {
  const { ola, nobody } = world;
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, people.kari);
  const id = await begin(new Probe(context.request), 'varemerke');
  await page.goto(`/submissions/${id}/goods`);
  const called = page.waitForRequest((sent) => sent.method() === 'POST' && 'next-action' in sent.headers());
  await page.locator('input[name="classes"]').nth(2).check();
  const sent = await called;
  const { 'next-action': action = '', 'content-type': type = 'text/plain' } = sent.headers();
  const call = (probe: Probe, data: string | Buffer, as = type) =>
    probe.send('POST', `/submissions/${id}/goods`, { data, type: as, headers: { 'next-action': action } });
  const body = sent.postData() ?? '';
  const [mine, theirs, none] = await Promise.all(
    [new Probe(context.request), ola, nobody].map((probe) => call(probe, body)),
  );
  expect(mine?.status).toBe(200);
  expect(mine?.body).toContain('total');
  for (const reply of [theirs, none]) expect(reply?.body).not.toContain('total');
  const bodies = [
    '',
    '[',
    'null',
    '1',
    '"x"',
    '{}',
    '[]',
    '[[]]',
    '["x"]',
    '["$K1"]',
    '["$F1"]',
    '["$@1"]',
    '["$1"]',
    `["${id}","goods",{"classes":"25"}]`,
    `["${id}","goods",null]`,
    `["${id}","goods",{"__proto__":["1"]}]`,
    '["\\u0000","\\ud800",{}]',
    '[1,2,3,4,5]',
    '\u0000',
    '[".$Q1"]',
    'x'.repeat(1_200_000),
  ];
  for (const data of bodies) expect((await call(ola, data)).status, data.slice(0, 40)).toBeLessThan(500);
  const parts = multipart([{ name: '0', content: '["$K1"]' }]);
  for (const data of [parts.data ?? '', 'garbage', ''])
    expect((await call(ola, data, parts.type)).status).toBe(415);
  await context.close();
});

test('text of any kind is kept or refused, and shown as text', async () => {
  const { kari } = world;
  const id = await begin(kari, 'byggesoknad');
  const measure = { measureType: 'extension', area: '24,5', boundaryDistance: '4', dispensation: 'no' };
  await savePage(kari, id, 'property', propertyAnswers);
  const save = (measureDescription: string) =>
    savePage(kari, id, 'measure', { ...measure, measureDescription });
  for (const text of ['x'.repeat(10_000), 'a\u0000b', '\ud83d alone', '\u0007\u001b[31m', '\ufffd'])
    expect((await save(text)).location, text.slice(0, 20)).toContain('errors=1');
  for (const text of [
    '\u202eabc\u202c',
    '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}',
    '"><script>alert(1)</script>',
    '{{7*7}} #{7*7}',
    "'; drop table submission; --",
  ]) {
    expect((await save(text)).location, text).not.toContain('errors=');
    const { body } = await kari.get(`/submissions/${id}/measure`);
    expect(body).not.toContain('<script>alert(1)');
  }
  for (const area of ['1e5', '0x10', '-5', '9'.repeat(400), 'NaN', '٣', '24,5,5', '1\u00a0000'])
    expect((await savePage(kari, id, 'measure', { ...measure, area, measureDescription: 'x' })).status).toBe(
      303,
    );
});

test('files are what their bytes say, and nothing else gets in', async () => {
  const { kari } = world;
  const id = await begin(kari, 'byggesoknad');
  await savePage(kari, id, 'property', propertyAnswers);
  const send = (filename: string, content: string | Buffer, type = 'application/pdf') =>
    uploadTo(kari, id, [{ component: 'sitePlan', filename, type, content }]);
  const refused: [string, string | Buffer, string][] = [
    ['kart.pdf', Buffer.from('MZ\u0090\u0000This program cannot be run in DOS mode'), 'wrong_type'],
    ['bilde.png', '<html><script>alert(1)</script></html>', 'wrong_type'],
    ['kart.svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'wrong_type'],
    ['kart.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'wrong_type'],
    ['side.pdf', `${pdf()}<!DOCTYPE html><html><script>alert(1)</script></html>`, 'wrong_type'],
    ['arkiv.pdf', Buffer.concat([Buffer.from(pdf()), emptyZip]), 'wrong_type'],
    ['bilde.jpg', Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), emptyZip]), 'wrong_type'],
    ['bombe.png', png(1_000_000, 1_000_000), 'wrong_type'],
    ['kuttet.pdf', pdf().replace('%%EOF', ''), 'wrong_type'],
    ['tom.pdf', '', 'empty'],
    ['stor.pdf', Buffer.concat([Buffer.from(pdf()), Buffer.alloc(10_000_001)]), 'too_large'],
  ];
  for (const [filename, content, reason] of refused)
    expect((await send(filename, content)).location, filename).toContain(`file=${reason}`);
  const brokenOff = multipart([{ name: 'sitePlan', filename: 'a.pdf', content: pdf() }]);
  const half = String(brokenOff.data).slice(0, -40);
  expect(
    (await kari.send('POST', `/submissions/${id}/attachments/save`, { data: half, type: brokenOff.type }))
      .status,
  ).toBe(400);
  const page = async () => (await kari.get(`/submissions/${id}/attachments`)).body;
  expect(linksOf(await page(), `/submissions/${id}/files/`)).toEqual([]);

  // Called something else: taken for what it is, and shown so.
  await uploadTo(kari, id, [
    { component: 'drawings', filename: 'kart.pdf', type: 'text/html', content: png(1, 1) },
  ]);
  const [picture = ''] = linksOf(await page(), `/submissions/${id}/files/`);
  const { headers: ofPicture, body: pictureAsText } = await kari.get(picture);
  expect(ofPicture['content-type']).toBe('image/png');
  expect(ofPicture['content-disposition']).toContain('attachment; filename="kart.pdf.png"');
  expect(pictureAsText).toBe(png(1, 1).toString());

  const taken = [
    '../../../etc/passwd',
    'C:\\x\\con.pdf',
    'a%0d%0aSet-Cookie: x=1.pdf',
    '<b>x</b>.html',
    '',
    '.',
    '\u202efdp.exe',
    'å'.repeat(300),
  ];
  const names: string[] = [];
  for (const [index, filename] of taken.entries()) {
    const reply = await uploadTo(kari, id, [
      { component: 'sitePlan', filename, content: pdf(String(index)) },
    ]);
    expect(reply.status, filename).toBeLessThan(500);
  }
  for (const link of linksOf(await page(), `/submissions/${id}/files/`)) {
    if (link === picture) continue;
    const { status, headers } = await kari.get(link);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect(headers['content-disposition']).toMatch(
      /^attachment; filename="[^"/\\\r\n]*\.pdf"; filename\*=UTF-8''[^/\\\r\n;]*$/,
    );
    expect(headers['set-cookie']).toBeUndefined();
    names.push(headers['content-disposition'] ?? '');
  }
  expect(names.length).toBeGreaterThan(0);
  const many = Array.from({ length: 60 }, (_, index) => ({
    component: 'drawings',
    filename: `${index}.pdf`,
    content: pdf(`m${index}`),
  }));
  expect((await uploadTo(kari, id, many)).location).toContain('file=too_many');
  const nowhere = await uploadTo(kari, id, [{ component: 'gnr', filename: 'a.pdf', content: pdf('n') }]);
  expect(nowhere.status).toBe(400);
});
