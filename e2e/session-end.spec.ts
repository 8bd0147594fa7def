import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { choose, next, people, pickPerson, signIn, startService, write } from './support/journey.ts';

const minute = 60_000;

test('the page warns before the session ends, and one press lets it go on', async ({ page }) => {
  await page.clock.install();
  await signIn(page, people.nils);
  await startService(page, 'varemerke');
  const asked = await page.request.get('/session');
  expect(((await asked.json()) as { secondsLeft: number }).secondsLeft).toBeGreaterThan(25 * 60);

  let secondsLeft = 240;
  const methods: string[] = [];
  await page.route('**/session', (route) => {
    methods.push(route.request().method());
    if (route.request().method() === 'POST') secondsLeft = 1800;
    return route.fulfill({ json: { secondsLeft } });
  });
  const warning = page.getByRole('alert').filter({ hasText: 'Du blir logget ut om mindre enn fem minutter' });
  await page.clock.runFor(24 * minute);
  await expect(warning).toBeHidden();
  // The clock may run before the page has set its timer by it.
  await expect(async () => {
    await page.clock.runFor(2 * minute);
    await expect(warning).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await expectAccessible(page, 'a page whose session is about to end');
  await page.getByRole('button', { name: 'Forbli innlogget', exact: true }).click();
  await expect(warning).toBeHidden();
  expect(methods).toContain('POST');

  secondsLeft = 0;
  await page.clock.runFor(26 * minute);
  await expect(page.getByRole('alert').filter({ hasText: 'Du er logget ut' })).toBeVisible();
});

test('a session is made longer by a post of our own only', async ({ page }) => {
  expect(await (await page.request.get('/session')).json()).toEqual({ secondsLeft: 0 });
  await signIn(page, people.nils);
  expect((await page.request.post('/session')).status()).toBe(200);
  const foreign = await page.request.post('/session', { headers: { 'sec-fetch-site': 'cross-site' } });
  expect(foreign.status()).toBe(403);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('what is sent after the session has ended is kept, and saved once one has signed in again', async ({
    page,
    browser,
  }) => {
    await signIn(page, people.nils);
    await startService(page, 'varemerke');
    // Chromium under test does not draw <noscript>, so what was sent is looked at.
    const sent = await (await page.request.get(page.url())).text();
    expect(sent).toMatch(/<noscript>.*Du blir logget ut når det har gått 30 minutter/);
    await write(page, 'contactName', 'Nils "Nesten" <Teststi>');
    await write(page, 'contactEmail', 'nils@example.test');
    await choose(page, 'hasRepresentative', 'no');
    await page.context().clearCookies();
    await page.locator('.kv-actions button[value="next"]').click();
    await expect(page.locator('h1')).toHaveText('Du ble logget ut mens du fylte ut');
    // axe is a script itself: it looks at the same document in a page that has them.
    const scripted = await (await browser.newContext({ javaScriptEnabled: true })).newPage();
    await scripted.route(page.url(), async (route) =>
      route.fulfill({ body: await page.content(), contentType: 'text/html' }),
    );
    await scripted.goto(page.url());
    await expectAccessible(scripted, 'a post without a session');
    await scripted.context().close();

    const [beside] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Logg inn igjen i en ny fane' }).click(),
    ]);
    await beside.locator('form[action="/sign-in/start"] button').first().click();
    await pickPerson(beside, people.nils);
    await beside.waitForURL('**/inbox/in-progress');
    await page.getByRole('button', { name: 'Send det jeg skrev' }).click();
    await page.waitForURL('**/mark');
    await page.goto(page.url().replace(/\/[^/]+$/, '/applicant'));
    await expect(page.locator('[name="contactName"]')).toHaveValue('Nils "Nesten" <Teststi>');
    await next(page);
  });

  test('another person who sends it saves nothing', async ({ page }) => {
    await signIn(page, people.nils);
    await startService(page, 'varemerke');
    await write(page, 'contactName', 'Nils Teststi');
    await page.context().clearCookies();
    await page.locator('.kv-actions button[value="next"]').click();
    const other = await page.context().newPage();
    await signIn(other, people.synnove);
    const [answer] = await Promise.all([
      page.waitForResponse((response) => response.url().endsWith('/save')),
      page.getByRole('button', { name: 'Send det jeg skrev' }).click(),
    ]);
    expect(answer.status()).toBe(404);
  });
});
