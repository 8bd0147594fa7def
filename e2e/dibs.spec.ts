import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible.ts';
import { fillStall } from './support/fjordvik.ts';
import { press } from './support/hand.ts';
import {
  caseId,
  confirm,
  expectMessage,
  people,
  reaches,
  referenceOn,
  sign,
  signIn,
  startService,
  withoutScripts,
} from './support/journey.ts';
import { dibsCards, handOver, payAtDibs } from './support/payment-pages.ts';
import { sandbox } from './support/sandbox.ts';

/*
 * A stall in the market square, paid by card in the Payment Window of DIBS: the browser posts a signed form there, and is posted
 * back, which brings no session along. The money is held until the rules are signed. DIBS cannot be asked how a payment stands.
 */

const price = '1\u00a0425,00\u00a0kr';

test.beforeEach(async ({ page, request }) => {
  await sandbox.clearFaults(request);
  await signIn(page, people.kari);
});
test.afterEach(({ request }) => sandbox.clearFaults(request));

/** A case that is filled in and sent, with the browser in the Payment Window. Gives its id. */
async function toWindow(page: Page): Promise<string> {
  await startService(page, 'torgplass');
  await fillStall(page);
  const id = caseId(page);
  await confirm(page);
  await handOver(page);
  return id;
}

/** Back from the window, still signed in, where the next step is. */
async function expectSigning(page: Page): Promise<void> {
  await page.waitForURL('**/sign');
  await expect(page.locator('h1')).toHaveText('Signer');
}

test('from form to receipt in the message box: held by card, taken when it is signed', async ({
  page,
  request,
}) => {
  await startService(page, 'torgplass');
  await fillStall(page);
  const id = caseId(page);
  await expect(page.locator('main')).toContainText(price);
  await confirm(page);
  await page.waitForURL('**/to-payment');
  await expect(page.locator('main')).toContainText(price);
  await expectAccessible(page, 'handed over');
  await expectFits(page, 320);
  await handOver(page);
  for (const words of ['Betal til Fjordvik kommune', price, 'VISA, MC'])
    await expect(page.locator('main')).toContainText(words);
  await expectAccessible(page, 'Payment Window');
  const reference = await referenceOn(page);
  await payAtDibs(page);
  await expectSigning(page);
  expect(await sandbox.paymentsOf(request, reference, 'dibs')).toMatchObject([
    { amount: 142_500, reserved: 142_500, charged: 0 },
  ]);
  await sign(page, people.kari);
  await reaches(page, id, '/receipts/');
  await expect(page.locator('main')).toContainText(price);
  expect(await sandbox.paymentsOf(request, reference, 'dibs')).toMatchObject([
    { charged: 142_500, refunded: 0, creates: 1, paid: 1 },
  ]);
  await expectMessage(page, 'Kvittering: Leie av salgsplass på Torget');
});

test('a declined card, then another one in the same window', async ({ page }) => {
  await toWindow(page);
  await payAtDibs(page, dibsCards.declined);
  await expect(page.locator('main')).toContainText('Betalingen ble avslått. Ingen penger er trukket.');
  await payAtDibs(page);
  await expectSigning(page);
});

test('a declined card and away from there: a message, and paid in another window', async ({
  page,
  request,
}) => {
  const id = await toWindow(page);
  const reference = await referenceOn(page);
  await payAtDibs(page, dibsCards.declined);
  await press(page.getByRole('button', { name: 'Gå tilbake uten å betale' }));
  await page.waitForURL('**/submissions/*/pay*');
  await expect(page.locator('.ds-alert')).toContainText('Betalingen ble avvist');
  await expect(page.locator('.ds-alert')).toContainText('Ingen penger er trukket');
  await expectAccessible(page, 'after a declined card');
  await press(page.getByRole('button', { name: 'Prøv å betale igjen' }));
  await handOver(page);
  await payAtDibs(page);
  await expectSigning(page);
  await sign(page, people.kari);
  await reaches(page, id, '/receipts/');
  const paid = await sandbox.paymentsOf(request, reference, 'dibs');
  expect(paid.filter(({ charged }) => charged > 0)).toMatchObject([{ charged: 142_500 }]);
});

test('3-D Secure without answer and refused, then approved', async ({ page }) => {
  await toWindow(page);
  await payAtDibs(page, dibsCards.good, 'unavailable');
  await expect(page.locator('main')).toContainText('Banken kunne ikke bekrefte betalingen nå');
  await payAtDibs(page, dibsCards.good, 'challenge');
  await expectAccessible(page, '3-D Secure');
  await press(page.getByRole('button', { name: 'Avslå' }));
  await expect(page.locator('main')).toContainText('Banken bekreftet ikke betalingen');
  await payAtDibs(page, dibsCards.good, 'challenge');
  await press(page.getByRole('button', { name: 'Godkjenn' }));
  await expectSigning(page);
});

test('a card that the service does not take is turned away in the window', async ({ page }) => {
  await toWindow(page);
  await payAtDibs(page, '5019 1000 0000 0000');
  await expect(page.locator('main')).toContainText('korttype som brukerstedet ikke tar imot');
  await payAtDibs(page);
  await expectSigning(page);
});

test('the window is left: a message, back to the answers, and paid at last', async ({ page }) => {
  const id = await toWindow(page);
  await press(page.getByRole('button', { name: 'Gå tilbake uten å betale' }));
  await page.waitForURL('**/submissions/*/pay*');
  await expect(page.locator('.ds-alert')).toContainText('Betalingen er ikke fullført');
  await press(page.getByRole('button', { name: 'Gå tilbake og endre svarene' }));
  await page.waitForURL((url) => !url.pathname.endsWith('/pay'));
  await page.goto(`/submissions/${id}/check`);
  await confirm(page);
  await handOver(page);
  await payAtDibs(page);
  await expectSigning(page);
});

test('the money cannot be taken after signing: the signature is kept, and another card completes it', async ({
  page,
}) => {
  const id = await toWindow(page);
  await payAtDibs(page, dibsCards.captureFails);
  await expectSigning(page);
  await sign(page, people.kari);
  await reaches(page, id, '/pay');
  await expect(page.locator('main')).toContainText('Signaturen din er tatt vare på');
  await press(page.locator('button[value="pay"]'));
  await handOver(page);
  await payAtDibs(page);
  await page.waitForURL(/\/(submissions|receipts)\//);
  await reaches(page, id, '/receipts/');
});

test('the browser is never posted back: the callback alone moves the case on', async ({
  page,
  context,
  request,
}) => {
  const id = await toWindow(page);
  await sandbox.fault(request, 'return', 'never', undefined, 'dibs');
  await payAtDibs(page);
  await expect(page.locator('main')).toContainText('Du kan lukke vinduet');
  await page.close();
  await reaches(await context.newPage(), id, '/sign');
});

test('the callback never comes: what the browser brings back is enough', async ({ page, request }) => {
  const id = await toWindow(page);
  await sandbox.fault(request, 'webhook', 'never', undefined, 'dibs');
  await payAtDibs(page);
  await expectSigning(page);
  await sign(page, people.kari);
  await reaches(page, id, '/receipts/');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there and back by buttons, with a declined card on the way', async ({ page }) => {
    withoutScripts(page);
    const back = page.getByRole('button', { name: 'Tilbake til brukerstedet' });
    const id = await toWindow(page);
    await payAtDibs(page, dibsCards.declined);
    await press(page.getByRole('button', { name: 'Gå tilbake uten å betale' }));
    await press(back);
    await page.waitForURL('**/submissions/*/pay*');
    await expect(page.locator('.ds-alert')).toContainText('Betalingen ble avvist');
    await press(page.locator('button[value="pay"]'));
    await handOver(page);
    await payAtDibs(page);
    await expect(page.locator('h1')).toHaveText('Betalingen er godkjent');
    await press(back);
    await expectSigning(page);
    await sign(page, people.kari);
    await reaches(page, id, '/receipts/');
  });
});
