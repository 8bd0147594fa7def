import { expect, type Page, test } from '@playwright/test';
import {
  actFor,
  cards,
  caseId,
  confirm,
  expectReceipt,
  fillBuildingPermit,
  fillLitres,
  payByCard,
  people,
  reaches,
  sign,
  signIn,
  startService,
} from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

test.beforeEach(({ request }) => sandbox.clearFaults(request));
test.afterEach(({ request }) => sandbox.clearFaults(request));

/** Steps that are left after the one of the page, by its own count. */
async function stepsLeft(page: Page): Promise<number> {
  const words = (await page.locator('.kv-progress-position').textContent()) ?? '';
  const [at = Number.NaN, all = Number.NaN] = [...words.matchAll(/\d+/g)].map(Number);
  return all - at;
}

test.describe('pay_before_sign: the fee for a licence to serve alcohol, for an organisation', () => {
  test.beforeEach(async ({ page }) => {
    await signIn(page, people.lars);
    await actFor(page, 'Skjenkestue');
    await startService(page, 'omsetningsoppgave');
    await fillLitres(page);
    expect(await stepsLeft(page), 'payment and signing').toBe(2);
    await confirm(page);
  });

  test('the money is reserved, taken when it is signed, and the receipt comes', async ({ page, request }) => {
    await payByCard(page);
    await page.waitForURL('**/sign');
    expect(await stepsLeft(page)).toBe(0);
    const before = (await sandbox.payments(request)).at(-1);
    expect(before).toMatchObject({ charged: 0 });
    const id = caseId(page);
    await sign(page, people.lars);
    await reaches(page, id, '/receipts/');
    const after = (await sandbox.payments(request)).find((one) => one.reference === before?.reference);
    expect(after?.charged).toBe(after?.amount);
  });

  test('the charge fails after signing: back to payment, the signature is kept, another card completes it', async ({
    page,
  }) => {
    await payByCard(page, cards.chargeFails);
    await sign(page, people.lars);
    await page.waitForURL(/submissions/);
    const id = caseId(page);
    await reaches(page, id, '/pay');
    await expect(page.locator('main')).toContainText('Signaturen din er tatt vare på');
    await page.locator('button[value="pay"]').click();
    await payByCard(page);
    await page.waitForURL(/submissions|receipts/);
    await reaches(page, id, '/receipts/');
  });

  test('not signed: back to the answers, and the reservation is released', async ({ page, request }) => {
    await payByCard(page);
    await page.waitForURL('**/sign');
    const payment = (await sandbox.payments(request)).at(-1);
    await page.locator('button[value="reject"]').click();
    await page.waitForURL((url) => !url.pathname.endsWith('/sign'));
    await expect
      .poll(
        async () => {
          const books = await sandbox.payments(request);
          return books.find((one) => one.paymentId === payment?.paymentId);
        },
        { timeout: 20_000 },
      )
      .toMatchObject({ cancelled: payment?.amount, charged: 0 });
  });
});

test('pay_after_sign: a building permit with attachments is signed, paid and received', async ({ page }) => {
  await signIn(page, people.kari);
  await startService(page, 'byggesoknad');
  await fillBuildingPermit(page);
  expect(await stepsLeft(page), 'signing and payment').toBe(2);
  await confirm(page);
  await page.waitForURL('**/sign');
  expect(await stepsLeft(page), 'payment').toBe(1);
  await expect(page.locator('main')).toContainText('kart.pdf');
  await sign(page, people.kari);
  await page.waitForURL('**/pay');
  expect(await stepsLeft(page)).toBe(0);
  await page.locator('button[value="pay"]').click();
  await payByCard(page);
  await expectReceipt(page);
});

test('prefilled: an issued fee is paid from the message box', async ({ page }) => {
  await signIn(page, people.ola);
  await page.goto('/inbox/in-progress');
  await page.locator('main a[href^="/submissions/"]').first().click();
  await page.waitForURL('**/pay');
  await expect(page.locator('main')).toContainText('KID');
  await expect(page.locator('.kv-progress')).toHaveCount(0);
  await expect(page.locator('button[value="edit"]')).toHaveCount(0);
  await page.locator('button[value="pay"]').click();
  await payByCard(page);
  await expectReceipt(page);
});
