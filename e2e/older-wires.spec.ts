import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
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
} from './support/journey.ts';
import { dibsCards, handOver, netaxeptCards, payAtDibs, payAtNetaxept } from './support/payment-pages.ts';
import { sandbox } from './support/sandbox.ts';
import { employees, openService, saveSection, signInStaff } from './support/staff.ts';

/*
 * The stall in the market square, moved by an employee to an agreement with one of the older wires: no programmer is needed,
 * and the next citizen pays there. Held by card, taken when the rules are signed. Afterwards it is moved back.
 */

const price = '1\u00a0425,00\u00a0kr';
const main = 'main';
const again = (page: Page) => page.locator('button[value="pay"]');

test.setTimeout(180_000);
test.beforeEach(async ({ request }) => sandbox.clearFaults(request));
test.afterEach(async ({ request, browser }) => {
  await sandbox.clearFaults(request);
  await moveStall(browser, 'DIBS Payment Window', ['VISA', 'MC']);
});

async function moveStall(browser: Browser, agreement: string, methods: readonly string[]): Promise<void> {
  const page = await (await browser.newContext()).newPage();
  await signInStaff(page, employees.camilla);
  const service = await openService(page, /salgsplass/i);
  await page.goto(`${service}/edit/payment`);
  await page.locator('[name="agreement"]').selectOption({ label: agreement });
  await saveSection(page);
  const boxes = page.locator('input[name="methods"]');
  const ticked = await boxes.evaluateAll((all: HTMLInputElement[]) =>
    all.filter(({ checked }) => checked).map(({ value }) => value),
  );
  if (ticked.join() !== methods.join()) {
    for (const box of await boxes.all()) await box.setChecked(methods.includes(await box.inputValue()));
    await saveSection(page);
  }
  await page.goto(service);
  await press(page.locator('form[action$="/publish"] button'));
  await expect(page.locator(main)).toContainText(/Versjon \d+ er publisert/);
  await page.context().close();
}

async function toCheck(page: Page): Promise<string> {
  await signIn(page, people.kari);
  await startService(page, 'torgplass');
  await fillStall(page);
  return caseId(page);
}

/** Signed, with the receipt in the message box. */
async function finish(page: Page, id: string): Promise<void> {
  await page.waitForURL('**/sign');
  await sign(page, people.kari);
  await reaches(page, id, '/receipts/');
  await expect(page.locator(main)).toContainText(price);
  await expectMessage(page, 'Kvittering: Leie av salgsplass på Torget');
}

async function expectDeclined(page: Page): Promise<void> {
  await page.waitForURL('**/submissions/*/pay*');
  await expect(page.locator('.ds-alert')).toContainText('Ingen penger er trukket');
  await expectAccessible(page, 'after a declined card');
}

test('Netaxept: declined, left, and paid with another card', async ({ browser, page, request }) => {
  await moveStall(browser, 'Nets Netaxept', ['Visa', 'MasterCard']);
  const id = await toCheck(page);
  await confirm(page);
  await page.waitForURL('**/netaxept/Terminal/**');
  await expect(page.locator(main)).toContainText(price);
  await expectAccessible(page, 'terminal');
  const reference = await referenceOn(page);
  await payAtNetaxept(page, netaxeptCards.declined);
  await expectDeclined(page);
  await press(again(page));
  await page.waitForURL('**/netaxept/Terminal/**');
  await press(page.getByRole('button', { name: 'Avbryt' }));
  await page.waitForURL('**/pay');
  await expect(page.locator('.ds-alert')).toContainText('Betalingen er ikke fullført');
  await press(again(page));
  await payAtNetaxept(page);
  await finish(page, id);
  const paid = await sandbox.paymentsOf(request, reference, 'netaxept');
  expect(paid.map(({ charged }) => charged)).toEqual([0, 0, 142_500]);
});

test('FlexWin: declined and left, then paid in another window', async ({ browser, page, request }) => {
  await moveStall(browser, 'DIBS FlexWin', ['VISA', 'MC']);
  const id = await toCheck(page);
  await confirm(page);
  await handOver(page, 'flexwin');
  await expect(page.locator(main)).toContainText(price);
  await expectAccessible(page, 'window');
  const reference = await referenceOn(page);
  await payAtDibs(page, dibsCards.declined);
  await expect(page.locator(main)).toContainText('Betalingen ble avslått. Ingen penger er trukket.');
  await press(page.getByRole('button', { name: 'Gå tilbake uten å betale' }));
  await expectDeclined(page);
  await press(again(page));
  await handOver(page, 'flexwin');
  await payAtDibs(page);
  await finish(page, id);
  const paid = await sandbox.paymentsOf(request, reference, 'flexwin');
  expect(paid.filter(({ charged }) => charged > 0)).toMatchObject([{ charged: 142_500 }]);
});
