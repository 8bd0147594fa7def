import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { press } from './support/hand.ts';
import {
  actFor,
  confirm,
  fillLitres,
  payByCard,
  people,
  signIn,
  startService,
  withoutScripts,
} from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

/*
 * «Trekk saken tilbake»: what comes back and when is told before anything is done, with JavaScript and without.
 */

test.beforeEach(({ request }) => sandbox.clearFaults(request));

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test.beforeEach(({ page }) => {
      if (!javaScriptEnabled) withoutScripts(page);
    });

    test('a reservation is told of, released, and told of again in the message box', async ({
      page,
      request,
    }) => {
      await signIn(page, people.lars);
      await actFor(page, 'Skjenkestue');
      const id = await startService(page, 'omsetningsoppgave');
      await fillLitres(page);
      await confirm(page);
      await payByCard(page);
      await page.waitForURL('**/sign');
      await press(page.locator('a[href$="/withdraw"]'));
      await page.waitForURL('**/withdraw');
      if (javaScriptEnabled) await expectAccessible(page, 'withdraw');
      const main = page.locator('main');
      const told = (await main.textContent()) ?? '';
      expect(told).toMatch(/[\d\u00a0]+,\d\d\u00a0kr er reservert/);
      const reference = /KV-[A-Z0-9-]+/.exec(told)?.[0] ?? 'none';
      await press(page.locator('button[value="withdraw"]'));
      await page.waitForURL(`**/submissions/${id}/closed`);
      await expect(main).toContainText('Saken er trukket tilbake');
      if (javaScriptEnabled) await expectAccessible(page, 'closed');
      await expect
        .poll(async () => (await sandbox.paymentsOf(request, reference)).at(-1), { timeout: 20_000 })
        .toMatchObject({ charged: 0, cancelled: expect.any(Number) });
      await page.goto('/inbox');
      await expect(main).toContainText('Saken er trukket tilbake');
      // It is not offered, and cannot be done, a second time.
      await page.goto(`/submissions/${id}/withdraw`);
      await page.waitForURL(`**/submissions/${id}/closed`);
    });

    test('a draft is withdrawn from the list of cases under way; what cannot be told is told again', async ({
      page,
    }) => {
      await signIn(page, people.per);
      const id = await startService(page, 'varemerke');
      await page.goto('/inbox/in-progress');
      await press(page.locator(`a[href="/submissions/${id}/withdraw"]`));
      await page.waitForURL('**/withdraw');
      await expect(page.locator('main')).toContainText('Du har ikke betalt noe');
      await expect(page.locator('main')).toContainText('slettet med en gang');
      const refused = await page.request.post(`/submissions/${id}/withdraw/save`, {
        form: { seen: '100-0-0' },
        headers: { 'sec-fetch-site': 'same-origin' },
      });
      expect(refused.url()).toContain('problem=changed');
      expect(await refused.text()).toContain('Noe har endret seg');
      await press(page.locator('button[value="withdraw"]'));
      await page.waitForURL(`**/submissions/${id}/closed`);
      await expect(page.locator('h1')).toContainText('Det du hadde fylt ut, er slettet');
      await page.goto('/inbox/in-progress');
      await expect(page.locator(`a[href="/submissions/${id}/withdraw"]`)).toHaveCount(0);
    });
  });
}
