import { expect, test } from '@playwright/test';
import { press, useKeyboard } from './support/hand.ts';
import {
  actFor,
  confirm,
  expectReceipt,
  fillBuildingPermit,
  fillLitres,
  fillTrademark,
  payByCard,
  people,
  reaches,
  sign,
  signIn,
  startService,
  withoutScripts,
} from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

/*
 * Every step of every variant, from sign-in to receipt, for those who use no mouse and for those without JavaScript.
 */

const ways = [
  { way: 'by keyboard alone', javaScriptEnabled: true, prepare: useKeyboard, payer: people.per },
  { way: 'without JavaScript', javaScriptEnabled: false, prepare: withoutScripts, payer: people.bjorg },
];

test.beforeEach(({ request }) => sandbox.clearFaults(request));

for (const { way, javaScriptEnabled, prepare, payer } of ways) {
  test.describe(way, () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(180_000);
    test.beforeEach(({ page }) => prepare(page));

    test('submit_and_pay', async ({ page }) => {
      await signIn(page, people.kari);
      await startService(page, 'varemerke');
      await fillTrademark(page, ['25', '35']);
      await confirm(page);
      await payByCard(page);
      await expectReceipt(page);
    });

    test('pay_before_sign, for an organisation, with a new sign-in before signing', async ({ page }) => {
      await signIn(page, people.lars);
      await actFor(page, 'Skjenkestue');
      const id = await startService(page, 'omsetningsoppgave');
      await fillLitres(page);
      await confirm(page);
      await payByCard(page);
      await sign(page, people.lars);
      await reaches(page, id, '/receipts/');
    });

    test('pay_after_sign, with attachments', async ({ page }) => {
      await signIn(page, people.kari);
      const id = await startService(page, 'byggesoknad');
      await fillBuildingPermit(page);
      await confirm(page);
      await sign(page, people.kari);
      await page.waitForURL('**/pay');
      await press(page.locator('button[value="pay"]'));
      await payByCard(page);
      await expectReceipt(page);
      await reaches(page, id, '/receipts/');
    });

    test('prefilled, from the message box to the receipt in it', async ({ page }) => {
      await signIn(page, payer, '/inbox/in-progress');
      await press(page.locator('main a[href^="/submissions/"]:not([href$="/withdraw"])').first());
      await page.waitForURL('**/pay');
      await press(page.locator('button[value="pay"]'));
      await payByCard(page);
      await expectReceipt(page);
      await expect(async () => {
        await page.goto('/inbox');
        await press(page.locator('main a[href^="/inbox/messages/"]').first());
        await expect(page.locator('main a[href^="/inbox/attachments/"]').first()).toBeVisible({
          timeout: 500,
        });
      }).toPass({ timeout: 30_000 });
    });
  });
}
