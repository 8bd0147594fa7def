import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { fillParking } from './support/fjordvik.ts';
import { press, type } from './support/hand.ts';
import {
  confirm,
  expectMessage,
  expectReceipt,
  people,
  referenceOn,
  signIn,
  startService,
} from './support/journey.ts';
import { chooseAtPayex, payAtPayexByCard, payexCards } from './support/payment-pages.ts';
import { sandbox } from './support/sandbox.ts';

/*
 * A parking permit at PayEx, where the payer chooses how to pay: card with 3-D Secure, Vipps or invoice. Money is held there and
 * taken at once.
 */

const alert = '.ds-alert';
const price = '450,00\u00a0kr';
const failed = 'Betalingen gikk ikke gjennom. Ingen penger er trukket.';

test.beforeEach(async ({ page, request }) => {
  await sandbox.clearFaults(request);
  await signIn(page, people.kari);
  await startService(page, 'beboerparkering');
  await fillParking(page);
});

test('from form to receipt in the message box, by card with 3-D Secure', async ({ page, request }) => {
  await expect(page.locator('main')).toContainText(price);
  await confirm(page);
  await page.waitForURL('**/payex/checkout/**');
  for (const words of ['Betal til Fjordvik kommune', 'Parkeringstillatelse for beboere', price])
    await expect(page.locator('main')).toContainText(words);
  await expectAccessible(page, 'menu');
  const reference = await referenceOn(page);
  await payAtPayexByCard(page, payexCards.threeDS);
  await expect(page.locator('h1')).toHaveText('Bekreft betalingen');
  await expectAccessible(page, '3-D Secure');
  await press(page.getByRole('button', { name: 'Godkjenn' }));
  await expectReceipt(page);
  await expect(page.locator('main')).toContainText(price);
  await expect(page.locator('main')).toContainText('Visa');
  await expect
    .poll(() => sandbox.paymentsOf(request, reference, 'payex'), { timeout: 20_000 })
    .toMatchObject([{ amount: 45_000, charged: 45_000, refunded: 0, creates: 1 }]);
  await expectMessage(page, 'Kvittering: Parkeringstillatelse for beboere');
});

test('a declined card, then another one', async ({ page }) => {
  await confirm(page);
  await payAtPayexByCard(page, payexCards.unknown);
  await expect(page.locator('main')).toContainText(failed);
  await expectAccessible(page, 'menu after a declined card');
  await payAtPayexByCard(page);
  await expectReceipt(page);
});

test('3-D Secure refused by the bank, broken off and without answer, then approved', async ({ page }) => {
  await confirm(page);
  for (const decision of ['Banken avslår', 'Bankens tjeneste svarer ikke', 'Avbryt hos banken']) {
    await payAtPayexByCard(page, payexCards.threeDS);
    await press(page.getByRole('button', { name: decision }));
    await expect(page.locator('main')).toContainText('Ingen penger er trukket');
    // A try that is broken off at the bank may end the visit.
    if (!page.url().includes('/payex/')) await press(page.locator('button[value="pay"]'));
  }
  await payAtPayexByCard(page, payexCards.threeDS);
  await press(page.getByRole('button', { name: 'Godkjenn' }));
  await expectReceipt(page);
});

test('a declined card and away from there: a message, and paid at the second visit', async ({
  page,
  request,
}) => {
  await confirm(page);
  await payAtPayexByCard(page, payexCards.unknown);
  const reference = await referenceOn(page);
  await press(page.getByRole('button', { name: 'Avbryt betalingen' }));
  await page.waitForURL('**/submissions/*/pay*');
  await expect(page.locator(alert)).toContainText('Ingen penger er trukket');
  await expectAccessible(page, 'after a declined card');
  await press(page.getByRole('button', { name: 'Prøv å betale igjen' }));
  await payAtPayexByCard(page);
  await expectReceipt(page);
  await expect
    .poll(async () => (await sandbox.paymentsOf(request, reference, 'payex')).map(({ charged }) => charged), {
      timeout: 20_000,
    })
    .toEqual([0, 45_000]);
});

test('Vipps at PayEx: rejected in the app, then approved', async ({ page }) => {
  await confirm(page);
  for (const decision of ['Avvis betalingen', 'Godkjenn betalingen']) {
    await chooseAtPayex(page, 'Vipps');
    await type(page.locator('#msisdn'), '987 65 432');
    await press(page.getByRole('button', { name: 'Åpne Vipps' }));
    await press(page.getByRole('button', { name: decision }));
    if (decision === 'Avvis betalingen') await expect(page.locator('main')).toContainText(failed);
  }
  await expectReceipt(page);
  await expect(page.locator('main')).toContainText('Vipps');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an invoice that the credit check refuses, and another way to pay', async ({ page }) => {
    await confirm(page);
    await chooseAtPayex(page, 'Faktura');
    await press(page.getByRole('button', { name: 'Kredittvurderingen avslås' }));
    await expect(page.locator('main')).toContainText(failed);
    await chooseAtPayex(page, 'Kort');
    await press(page.getByRole('link', { name: 'Velg en annen betalingsmåte' }));
    await chooseAtPayex(page, 'Faktura');
    await press(page.getByRole('button', { name: 'Kredittvurderingen godkjennes' }));
    await expectReceipt(page);
    await expect(page.locator('main')).toContainText(/Betalt med\s*(Faktura|Invoice)/);
  });
});
