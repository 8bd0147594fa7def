import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { confirm, expectReceipt, fillBoat, payByCard, people, signIn } from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

/*
 * A completed case is withdrawn as its service says: all but a fee comes back, told beforehand, with a credit note.
 */

test.beforeEach(({ request }) => sandbox.clearFaults(request));

const kroner = (text: string | null, words: RegExp) =>
  Number((words.exec(text ?? '')?.[1] ?? '').replace(/[^\d,]/g, '').replace(',', ''));

test('all but a fee comes back of what was paid for a completed case', async ({ page, browser, request }) => {
  await page.goto('/services/registrer-smabat');
  const about = page.locator('main');
  await expect(about).toContainText('Etterpå kan du trekke den tilbake i 14 dager.');
  await expect(about).toContainText('Da får du igjen alt unntatt 50,00\u00a0kr.');
  const { id, paidMinor, reference } = await completed(page);
  await page.locator(`a[href="/submissions/${id}/withdraw"]`).click();
  await page.waitForURL('**/withdraw');
  await expectAccessible(page, 'withdraw-completed');
  // The rest without JavaScript.
  const storageState = await page.context().storageState();
  const plain = await (await browser.newContext({ storageState, javaScriptEnabled: false })).newPage();
  const main = plain.locator('main');
  await plain.goto(`/submissions/${id}/withdraw`);
  await expect(main).toContainText('Saken er fullført.');
  await expect(main).toContainText('Tjenesten beholder 50,00\u00a0kr');
  expect(kroner(await main.textContent(), /Du får tilbake ([\d\s]+,\d\d)/)).toBe(paidMinor - 5000);
  await plain.locator('button[value="withdraw"]').click();
  await plain.waitForURL(`**/submissions/${id}/closed`);
  await expect
    .poll(async () => (await sandbox.paymentsOf(request, reference)).at(-1), { timeout: 20_000 })
    .toMatchObject({ charged: paidMinor, refunded: paidMinor - 5000 });
  await expect(async () => {
    await plain.goto('/inbox');
    await plain
      .getByRole('link', { name: /Penger er betalt tilbake/ })
      .first()
      .click();
    await expect(main).toContainText('Grunn: Saken ble trukket tilbake.', { timeout: 2000 });
    await expect(main).toContainText('Kreditnota', { timeout: 2000 });
  }).toPass({ timeout: 30_000 });
  await plain.goto(`/submissions/${id}/closed`);
  await expect(main).toContainText('Tjenesten beholder 50,00\u00a0kr av det du har betalt.');
  await plain.context().close();
});

async function completed(page: Page): Promise<{ id: string; paidMinor: number; reference: string }> {
  await signIn(page, people.nils);
  const id = await fillBoat(page);
  await confirm(page);
  await payByCard(page);
  await expectReceipt(page);
  await expect(page.locator('main')).toContainText(/KV-/);
  const text = await page.locator('main').textContent();
  return {
    id,
    paidMinor: kroner(text, /Du har betalt ([\d\s]+,\d\d)/),
    reference: /KV-[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}/.exec(text ?? '')?.[0] ?? 'none',
  };
}
