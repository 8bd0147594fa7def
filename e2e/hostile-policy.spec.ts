import { expect, test } from '@playwright/test';
import { CspEvaluator } from 'csp_evaluator/dist/evaluator.js';
import { Severity } from 'csp_evaluator/dist/finding.js';
import { CspParser } from 'csp_evaluator/dist/parser.js';
import { expectNothingLeaked, type HostileWorld, hostileWorld, sandboxUrl } from './support/hostile-world.ts';
import { Probe } from './support/probe.ts';
import { employees, openService, signInStaff } from './support/staff.ts';

/*
 * The headers that every kind of answer carries.
 */

let world: HostileWorld;

test.beforeAll(async ({ browser, playwright }) => {
  test.setTimeout(120_000);
  world = await hostileWorld(browser, playwright);
});
test.afterAll(() => expectNothingLeaked(world));

test('every kind of answer carries a strict policy', async ({ browser }) => {
  const { kari, ola, nobody, done, draft } = world;
  const staff = await browser.newPage();
  await signInStaff(staff, employees.camilla);
  const service = await openService(staff, /bygg/i);
  const employee = new Probe(staff.request);
  const pages = [
    '/',
    '/services/byggesoknad',
    '/inbox',
    '/inbox/in-progress',
    ...['property', 'attachments', 'check', 'withdraw'].map((step) => `/submissions/${draft}/${step}`),
    done.message,
    done.seal,
    done.receipt,
    `${done.receipt}/print`,
    done.archive,
    '/sign-in',
    '/nowhere',
    '/admin/sign-in',
    ...['', '/submissions', '/payments', '/alarms', '/log'].map((list) => `/admin${list}`),
    ...['', '/edit/about', '/edit/prices', '/edit/payment', '/edit/terms'].map((page) => `${service}${page}`),
  ];
  for (const path of pages) {
    const who = path.includes('sign-in') ? nobody : path.startsWith('/admin') ? employee : kari;
    const { headers, body } = await who.get(path);
    // The sandbox's payment page is on plain HTTP; a real one is not (production refuses it).
    const policy = (headers['content-security-policy'] ?? '').replaceAll(sandboxUrl, 'https://pay.example');
    const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
    const grave = findings.filter(({ severity }) => severity <= Severity.HIGH_MAYBE);
    expect(
      grave.map(({ directive, description }) => `${directive}: ${description}`),
      path,
    ).toEqual([]);
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
    });
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    for (const [script] of body.matchAll(/<script\b[^>]*>/g))
      expect(script, path).toContain(`nonce="${nonce}"`);
    expect(body.replace(/<script\b[\s\S]*?<\/script>/g, ''), path).not.toMatch(
      /<[^>]+\son[a-z]+=|<[^>]+\sstyle="/,
    );
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
  for (const reply of [
    await kari.post(`/submissions/${draft}/property/save`, {}),
    await ola.get(done.file),
    await nobody.get('/frontchannel-logout'),
  ])
    expect(reply.headers['content-security-policy'], reply.path).toMatch(
      /default-src '(none|self)'.*frame-ancestors/,
    );
});
