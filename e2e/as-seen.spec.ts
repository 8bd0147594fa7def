import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible.ts';
import { press } from './support/hand.ts';
import {
  cancelAtProvider,
  caseId,
  confirm,
  expectReceipt,
  fillTrademark,
  next,
  payByCard,
  people,
  signIn,
  startService,
  withoutScripts,
  write,
} from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

/*
 * What is sent in and paid is what was shown: a page that was left open while the case was changed in another tab comes back
 * with what is true now, and the next press of its button goes on.
 */

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });
    test.beforeEach(async ({ page, request }) => {
      if (!javaScriptEnabled) withoutScripts(page);
      await sandbox.clearFaults(request);
      await signIn(page, people.kari);
    });

    async function filled(page: Page): Promise<string> {
      await startService(page, 'varemerke');
      await fillTrademark(page);
      return caseId(page);
    }

    test('another answer of the same price is shown before it is sent in', async ({ page, context }) => {
      const id = await filled(page);
      const other = await context.newPage();
      await other.goto(`/submissions/${id}/mark?return=check`);
      await write(other, 'markText', 'Et annet merke');
      await next(other);

      await confirm(page);
      await page.waitForURL('**/check?changed=1');
      await expect(page.locator('main')).toContainText('Noe er endret siden du åpnet siden');
      await expect(page.locator('main')).toContainText('Et annet merke');
      await expectFits(page, 320);
      if (javaScriptEnabled) await expectAccessible(page, 'changed answers');
      await confirm(page);
      await payByCard(page);
      await expectReceipt(page);
    });

    test('the second tab goes on to the same payment, unless it showed something else', async ({
      page,
      context,
      request,
    }) => {
      const id = await filled(page);
      const [same, stale] = [await context.newPage(), await context.newPage()];
      await stale.goto(`/submissions/${id}/check`);
      await page.goto(`/submissions/${id}/mark?return=check`);
      await write(page, 'markText', 'Et annet merke');
      await next(page);
      await same.goto(`/submissions/${id}/check`);
      const before = (await sandbox.payments(request)).length;
      await confirm(page);
      await page.waitForURL('**/nets/hostedpaymentpage/**');
      await confirm(same);
      await same.waitForURL('**/nets/hostedpaymentpage/**');
      expect(same.url()).toBe(page.url());
      await confirm(stale);
      await stale.waitForURL('**/pay?changed=answers');
      await expect(stale.locator('main')).toContainText('Saken er sendt inn med andre svar enn dem du så.');
      expect((await sandbox.payments(request)).length).toBe(before + 1);
    });

    test('the button of an amount that is no longer asked for opens no payment', async ({
      page,
      context,
      request,
    }) => {
      const id = await filled(page);
      await confirm(page);
      await cancelAtProvider(page);
      await page.waitForURL('**/submissions/*/pay*');
      const old = await context.newPage();
      await old.goto(`/submissions/${id}/pay`);

      await press(page.locator('button[value="edit"]'));
      await page.waitForURL('**/check');
      await page.goto(`/submissions/${id}/goods?return=check`);
      await press(page.locator('input[name="classes"][value="35"]'));
      await next(page);
      await confirm(page);
      await page.waitForURL('**/nets/hostedpaymentpage/**');
      const before = (await sandbox.payments(request)).length;

      await press(old.locator('button[value="pay"]'));
      await old.waitForURL('**/pay?changed=price');
      await expect(old.locator('main')).toContainText('Beløpet er endret siden du åpnet siden');
      await expect(old.locator('main')).toContainText('4\u00a0000,00\u00a0kr');
      await expectFits(old, 320);
      if (javaScriptEnabled) await expectAccessible(old, 'changed amount');
      expect((await sandbox.payments(request)).length).toBe(before);
      await press(old.locator('button[value="pay"]'));
      await payByCard(old);
      await expectReceipt(old);
    });
  });
}
