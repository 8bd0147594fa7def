import { expect, test } from '@playwright/test';
import {
  cancelAtProvider,
  cards,
  caseId,
  confirm,
  expectReceipt,
  fillTrademark,
  next,
  payByCard,
  people,
  reaches,
  signIn,
  startService,
  write,
} from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

test.beforeEach(async ({ page, request }) => {
  await sandbox.clearFaults(request);
  await signIn(page, people.kari);
});
test.afterEach(({ request }) => sandbox.clearFaults(request));

test('from form to receipt in the message box, paid by card', async ({ page }) => {
  await startService(page, 'varemerke');
  await fillTrademark(page, ['25', '35']);
  await expect(page.locator('main')).toContainText('4\u00a0000,00\u00a0kr');
  await confirm(page);
  await payByCard(page);
  await expectReceipt(page);
  await expect(page.locator('main')).toContainText('4\u00a0000,00\u00a0kr');
  await expect
    .poll(
      async () => {
        await page.goto('/inbox');
        return page.locator('main').textContent();
      },
      { timeout: 20_000 },
    )
    .toContain('varemerke');
});

test('a declined card, then another one', async ({ page }) => {
  await startService(page, 'varemerke');
  await fillTrademark(page);
  await confirm(page);
  await payByCard(page, cards.declined);
  await page.waitForURL('**declined=card**');
  await payByCard(page, cards.good);
  await expectReceipt(page);
});

test('3-D Secure refused, then approved', async ({ page }) => {
  await startService(page, 'varemerke');
  await fillTrademark(page);
  await confirm(page);
  await payByCard(page, cards.threeDS);
  await page.getByRole('button', { name: 'Avslå' }).click();
  await payByCard(page, cards.threeDS);
  await page.getByRole('button', { name: 'Godkjenn' }).click();
  await expectReceipt(page);
});

test('cancel at the provider, change the answers, pay the new price', async ({ page, request }) => {
  await startService(page, 'varemerke');
  await fillTrademark(page);
  await confirm(page);
  await cancelAtProvider(page);
  await page.waitForURL('**/submissions/*/pay*');
  await expect(page.locator('main')).toContainText('Ingen penger er trukket');
  const id = caseId(page);
  await page.locator('button[value="edit"]').click();
  await page.waitForURL((url) => !url.pathname.endsWith('/pay'));
  await page.goto(`/submissions/${id}/goods`);
  await page.locator('input[name="classes"][value="35"]').check();
  await next(page);
  await page.goto(`/submissions/${id}/check`);
  await expect(page.locator('main')).toContainText('4\u00a0000,00\u00a0kr');
  await confirm(page);
  await payByCard(page);
  await expectReceipt(page);
  const payments = (await sandbox.payments(request)).slice(-2);
  expect(payments.map((payment) => payment.charged).sort()).toEqual([0, 400_000]);
});

test('the browser is closed at the provider after paying: the receipt comes with the webhook', async ({
  page,
  context,
  request,
}) => {
  await sandbox.fault(request, 'return', 'never');
  await startService(page, 'varemerke');
  await fillTrademark(page);
  const id = caseId(page);
  await confirm(page);
  await payByCard(page);
  await expect(page.locator('body')).toContainText('gjennomført');
  await page.close();
  const later = await context.newPage();
  await reaches(later, id, '/receipts/');
});

test('the browser is closed and the webhook never comes: the timer brings the receipt', async ({
  page,
  context,
  request,
}) => {
  test.setTimeout(150_000);
  await sandbox.fault(request, 'return', 'never');
  await sandbox.fault(request, 'webhook', 'never');
  await startService(page, 'varemerke');
  await fillTrademark(page);
  const id = caseId(page);
  await confirm(page);
  await payByCard(page);
  await expect(page.locator('body')).toContainText('gjennomført');
  await page.close();
  const later = await context.newPage();
  await later.goto(`/submissions/${id}/pay`);
  await expect(later).toHaveURL(/\/pay$/);
  await reaches(later, id, '/receipts/', 60_000);
});

test('two tabs: the second sees what happened and nothing is paid twice', async ({
  page,
  context,
  request,
}) => {
  await startService(page, 'varemerke');
  await fillTrademark(page);
  const id = caseId(page);
  await confirm(page);
  await page.waitForURL('**/nets/hostedpaymentpage/**');
  const second = await context.newPage();
  await second.goto(`/submissions/${id}/pay`);
  await payByCard(page);
  await expectReceipt(page);
  const before = (await sandbox.payments(request)).length;
  await second.locator('button[value="pay"]').click();
  await expectReceipt(second);
  expect((await sandbox.payments(request)).length).toBe(before);
});

test('amount zero skips the payment', async ({ page }) => {
  await startService(page, 'registrer-smabat');
  await page.locator('select[name="boatType"]').selectOption({ index: 1 });
  await write(page, 'maker', 'Testverft');
  await write(page, 'length', '6,5');
  await page.locator('input[name="hasEngine"][value="no"]').check();
  await next(page);
  await page.locator('input[name="ownership"][value="alone"]').check();
  await write(page, 'acquired', '01.05.2026');
  await next(page);
  await page.locator('input[name="card"]').first().check();
  await page.locator('input[name="declaration"]').check();
  await next(page);
  await page.waitForURL('**/check');
  await confirm(page);
  await expectReceipt(page);
});
