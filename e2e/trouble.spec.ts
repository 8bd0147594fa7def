import { expect, test } from '@playwright/test';
import {
  caseId,
  confirm,
  expectReceipt,
  fillTrademark,
  payByCard,
  people,
  reaches,
  signIn,
  startService,
} from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

test.beforeEach(async ({ page, request }) => {
  await sandbox.clearFaults(request);
  await signIn(page, people.synnove);
  await startService(page, 'varemerke');
  await fillTrademark(page);
});
test.afterEach(({ request }) => sandbox.clearFaults(request));

test('unknown outcome: the payer is told to wait, sees no pay button, and the receipt comes by itself', async ({
  page,
  request,
}) => {
  test.setTimeout(150_000);
  const id = caseId(page);
  await confirm(page);
  await page.waitForURL('**/nets/hostedpaymentpage/**');
  await sandbox.fault(request, 'get', 'dead');
  await payByCard(page);
  await page.waitForURL('**/pay');
  await expect(page.locator('main')).toContainText('Vi venter på svar fra betalingsleverandøren');
  await expect(page.locator('main')).toContainText('Ikke betal på nytt. Du får melding i meldingsboksen.');
  await expect(page.locator('button[value="pay"]')).toHaveCount(0);
  await sandbox.clearFaults(request);
  await reaches(page, id, '/receipts/', 60_000);
});

test('the provider is dead: nothing is taken, one button tries again', async ({ page, request }) => {
  await sandbox.fault(request, 'create', 'dead');
  await confirm(page);
  await page.waitForURL('**/pay');
  await expect(page.locator('main')).toContainText('Ingen penger er trukket');
  await sandbox.clearFaults(request);
  await page.locator('button[value="pay"]').click();
  await payByCard(page);
  await expectReceipt(page);
});

test('the back button and a reload after paying lead to the receipt, never to a second payment', async ({
  page,
  request,
}) => {
  await confirm(page);
  await payByCard(page);
  await expectReceipt(page);
  const receipt = page.url();
  const before = (await sandbox.payments(request)).length;
  await page.goBack();
  await page.goBack();
  const button = page.locator('form[action$="/check/save"] button[type="submit"]');
  if (await button.isVisible().catch(() => false)) await button.click();
  else await page.goto(receipt);
  await page.waitForURL('**/receipts/*');
  await page.reload();
  await expectReceipt(page);
  expect((await sandbox.payments(request)).length).toBe(before);
});

test('a double click on the button opens one payment', async ({ page, request }) => {
  const before = (await sandbox.payments(request)).length;
  await page.locator('form[action$="/check/save"] button[type="submit"]').dblclick();
  await payByCard(page);
  await expectReceipt(page);
  expect((await sandbox.payments(request)).length).toBe(before + 1);
});
