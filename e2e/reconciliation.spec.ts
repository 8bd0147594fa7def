import { expect, type Page, test } from '@playwright/test';
import {
  confirm,
  expectReceipt,
  fillTrademark,
  payByCard,
  people,
  signIn,
  startService,
} from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';
import { employees, signInStaff } from './support/staff.ts';

/*
 * An employee says how the reports are written, hands in one of the sandbox's with a wrong currency in it, sees the difference
 * with what to do, and closes it with a reason. The employee's pages are driven without JavaScript.
 */
test.setTimeout(240_000);
test.beforeEach(({ request }) => sandbox.clearFaults(request));
test.afterEach(({ request }) => sandbox.clearFaults(request));

const main = (page: Page) => page.locator('main');
const desk = '/admin/reconciliation';

test('set up, hand in, find, close; and nothing of another owner', async ({ browser, request }) => {
  const citizen = await (await browser.newContext()).newPage();
  await signIn(citizen, people.kari);
  await startService(citizen, 'varemerke');
  await fillTrademark(citizen, ['25']);
  await confirm(citizen);
  await payByCard(citizen);
  await expectReceipt(citizen);
  await citizen.context().close();

  const astrid = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInStaff(astrid, employees.astrid, '/admin/payments');
  const reference = (await astrid.locator('tbody a').first().textContent()) ?? '';
  const [payment] = await sandbox.paymentsOf(request, reference);
  await sandbox.faultOf(request, payment?.paymentId ?? '', 'settlement', 'currency');

  await test.step('the settings refuse what they cannot use, and keep it', async () => {
    await astrid.goto(desk);
    await astrid.locator('a[href$="/terms"]').first().click();
    await astrid.locator('[name="delayDays"]').fill('snart');
    await astrid.locator('form#terms button').click();
    await expect(astrid.locator('.ds-error-summary')).toContainText('Dager til oppgjør må fylles ut riktig');
    await expect(astrid.locator('[name="delayDays"]')).toHaveValue('snart');
    await astrid.locator('[name="delayDays"]').fill('5');
    await astrid.locator('[name="fee.payment.fixedMinor"]').fill('1,00');
    await astrid.locator('[name="fee.payment.basisPoints"]').fill('1,1');
    await astrid.locator('form#terms button').click();
    await expect(main(astrid)).toContainText('Oppsettet er lagret');
  });

  await test.step('a file with a fault is told with its line, and not taken in', async () => {
    await hand(astrid, 'broken.csv', 'report;settled_on\nR1;i går\n');
    await expect(main(astrid)).toContainText('Linje 1: Kolonnen «type» mangler.');
    await astrid.goto(desk);
    await astrid.locator('form[enctype] button').first().click();
    await expect(astrid.locator('.ds-error-summary')).toContainText('Oppgjørsrapport må velges');
  });

  await test.step('a report is taken in once', async () => {
    const csv = await sandbox.settlementReport(request, reference);
    expect(csv).toContain(reference);
    await hand(astrid, 'nets.csv', csv);
    await expect(main(astrid)).toContainText(/er lagt inn med \d+ linjer/);
    await hand(astrid, 'nets.csv', csv);
    await expect(main(astrid)).toContainText('var lagt inn fra før');
  });

  await test.step('the difference is there, with what to do, and is closed with a reason', async () => {
    const row = astrid.locator('tbody tr', { hasText: reference });
    await expect(async () => {
      await astrid.goto(`${desk}?kind=currency`);
      await expect(row).toHaveCount(1, { timeout: 500 });
    }).toPass({ timeout: 60_000 });
    await row.getByRole('link').click();
    await astrid.waitForURL('**/differences/*');
    await expect(main(astrid)).toContainText('Spør leverandøren');
    await astrid.locator('[name="reason"]').fill('x');
    await astrid.locator('form[action$="/resolve"] button').click();
    await expect(astrid.locator('.ds-error-summary')).toContainText('Begrunnelse må fylles ut');
    await astrid.locator('[name="reason"]').fill('Leverandøren retter det i neste oppgjør');
    await astrid.locator('form[action$="/resolve"] button').click();
    await expect(main(astrid)).toContainText('Avviket er lukket');
    await expect(main(astrid)).toContainText('Leverandøren retter det i neste oppgjør');
    await astrid.goto('/admin/log');
    await expect(main(astrid)).toContainText('Lukket et avvik');
  });

  await test.step('another owner sees nothing of it', async () => {
    await astrid.goto(`${desk}?state=resolved&kind=currency`);
    const difference = await astrid.locator('tbody a').first().getAttribute('href');
    const terms = await astrid.locator('a[href$="/terms"]').first().getAttribute('href');
    const eva = await (await browser.newContext()).newPage();
    await signInStaff(eva, employees.eva, desk);
    await expect(main(eva)).not.toContainText(reference);
    for (const path of [difference, terms]) {
      expect((await eva.request.get(path ?? '')).status()).toBe(404);
    }
    const bjorn = await (await browser.newContext()).newPage();
    await signInStaff(bjorn, employees.bjorn);
    await bjorn.goto(desk);
    await expect(main(bjorn)).toContainText('Du har ikke rollen');
    for (const page of [eva, bjorn]) await page.context().close();
  });
  await astrid.context().close();
});

/** Hands in a report of the first agreement that is set up. */
async function hand(page: Page, name: string, csv: string): Promise<void> {
  await page.goto(desk);
  const form = page.locator('form[enctype]').first();
  await form
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await form.locator('button').click();
}
