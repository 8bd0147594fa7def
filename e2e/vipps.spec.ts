import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { fillFishingCard } from './support/fjordvik.ts';
import { press, type } from './support/hand.ts';
import {
  caseId,
  confirm,
  expectMessage,
  expectReceipt,
  next,
  people,
  reaches,
  referenceOn,
  signIn,
  startService,
  withoutScripts,
  write,
} from './support/journey.ts';
import { openVippsApp, payInVippsApp, payWithVipps } from './support/payment-pages.ts';
import { sandbox } from './support/sandbox.ts';

/*
 * A fishing card, paid by telephone: landing page, app and PIN at Vipps, whose pages speak the browser's language. Money is held
 * first and taken at once, as Vipps has no charge in one step.
 */

const main = 'main';
const held = '240,00\u00a0kr';

test.beforeEach(async ({ page, request }) => {
  await sandbox.clearFaults(request);
  await signIn(page, people.kari);
  await startService(page, 'fiskekort');
});
test.afterEach(({ request }) => sandbox.clearFaults(request));

test('from form to receipt in the message box, by landing page and app', async ({ page, request }) => {
  await fillFishingCard(page);
  await expect(page.locator(main)).toContainText(held);
  await confirm(page);
  await page.waitForURL('**/vipps/landing?**');
  await expectAccessible(page, 'landing page');
  for (const words of ['Fjordvik kommune', held, 'Fiskekort for Fjordvik'])
    await expect(page.locator(main)).toContainText(words);
  const reference = await referenceOn(page);
  await type(page.locator('#phone'), '12');
  await press(page.getByRole('button', { name: 'Neste' }));
  await expect(page.locator(main)).toContainText('Mobilnummer må ha åtte siffer');
  await openVippsApp(page);
  await expectAccessible(page, 'app');
  await payInVippsApp(page, '0000');
  await expect(page.locator(main)).toContainText('PIN-koden er feil');
  await payInVippsApp(page);
  await expectReceipt(page);
  await expect(page.locator(main)).toContainText(held);
  await expect(page.locator(main)).toContainText('Vipps');
  await expect
    .poll(() => sandbox.paymentsOf(request, reference, 'vipps'), { timeout: 20_000 })
    .toMatchObject([{ amount: 24_000, charged: 24_000, refunded: 0 }]);
  await expectMessage(page, 'Kvittering: Kjøp fiskekort');
});

test('no in the app, a message, and yes the second time', async ({ page, request }) => {
  await fillFishingCard(page);
  await confirm(page);
  await openVippsApp(page);
  const reference = await referenceOn(page);
  await press(page.getByRole('button', { name: 'Nei takk' }));
  await page.waitForURL('**/pay');
  await expect(page.locator('.ds-alert')).toContainText('Betalingen er ikke fullført');
  await expect(page.locator('.ds-alert')).toContainText('Ingen penger er trukket');
  await expectAccessible(page, 'after a no');
  await press(page.getByRole('button', { name: 'Prøv å betale igjen' }));
  await payWithVipps(page);
  await expectReceipt(page);
  await expect
    .poll(async () => (await sandbox.paymentsOf(request, reference, 'vipps')).map(({ charged }) => charged), {
      timeout: 20_000,
    })
    .toEqual([0, 24_000]);
});

test('time runs out in the app: nothing is taken, and one button pays', async ({ page }) => {
  await fillFishingCard(page);
  await confirm(page);
  await openVippsApp(page);
  await press(page.getByRole('button', { name: 'La tiden gå ut' }));
  await page.waitForURL('**/pay');
  await expect(page.locator('.ds-alert')).toContainText('Ingen penger er trukket');
  await press(page.locator('button[value="pay"]'));
  await payWithVipps(page);
  await expectReceipt(page);
});

test('cancelled on the landing page, one adult more, and the new price is paid', async ({
  page,
  request,
}) => {
  await fillFishingCard(page);
  const id = caseId(page);
  await confirm(page);
  await page.waitForURL('**/vipps/landing?**');
  const reference = await referenceOn(page);
  await press(page.getByRole('button', { name: 'Avbryt' }));
  await page.waitForURL('**/pay');
  await press(page.getByRole('button', { name: 'Gå tilbake og endre svarene' }));
  await page.waitForURL((url) => !url.pathname.endsWith('/pay'));
  await page.goto(`/submissions/${id}/card`);
  await write(page, 'adults', '3');
  await next(page);
  await expect(page.locator(main)).toContainText('360,00\u00a0kr');
  await confirm(page);
  await payWithVipps(page);
  await expectReceipt(page);
  await expect
    .poll(async () => (await sandbox.paymentsOf(request, reference, 'vipps')).map(({ charged }) => charged), {
      timeout: 20_000,
    })
    .toEqual([0, 36_000]);
});

test('the browser is closed at the landing page and the payer approves on the telephone', async ({
  page,
  context,
  request,
}) => {
  await fillFishingCard(page);
  const id = caseId(page);
  await confirm(page);
  await page.waitForURL('**/vipps/landing?**');
  const reference = await referenceOn(page);
  await page.close();
  const [payment] = await sandbox.paymentsOf(request, reference, 'vipps');
  await sandbox.pay(request, payment?.paymentId ?? '', 'vipps');
  await reaches(await context.newPage(), id, '/receipts/');
});

test.describe('in English', () => {
  test.use({ locale: 'en-GB' });

  test('the pages of Vipps follow the browser', async ({ page }) => {
    await fillFishingCard(page);
    await confirm(page);
    await expect(page.locator('h1')).toHaveText('Pay with Vipps');
    await press(page.getByRole('button', { name: 'Open the app on this device' }));
    await press(page.getByRole('button', { name: /^Pay\s/ }));
    await expectReceipt(page);
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('from form to receipt, with a no on the way', async ({ page }) => {
    withoutScripts(page);
    await fillFishingCard(page);
    await confirm(page);
    await openVippsApp(page);
    await press(page.getByRole('button', { name: 'Nei takk' }));
    await page.waitForURL('**/pay');
    await press(page.locator('button[value="pay"]'));
    await payWithVipps(page);
    await expectReceipt(page);
  });
});
