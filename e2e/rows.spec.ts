import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { press, useKeyboard } from './support/hand.ts';
import {
  choose,
  next,
  people,
  signIn,
  startService,
  upload,
  withoutScripts,
  write,
} from './support/journey.ts';

/*
 * The neighbours of the building application: rows that come and go, with a mouse, by keyboard and without JavaScript.
 */

const ways = [
  { way: 'with a mouse', javaScriptEnabled: true, prepare: () => undefined },
  { way: 'by keyboard alone', javaScriptEnabled: true, prepare: useKeyboard },
  { way: 'without JavaScript', javaScriptEnabled: false, prepare: withoutScripts },
];

for (const { way, javaScriptEnabled, prepare } of ways) {
  test.describe(way, () => {
    test.use({ javaScriptEnabled });
    test.setTimeout(120_000);

    test('rows come and go, are corrected and read over', async ({ page }) => {
      prepare(page);
      await signIn(page, people.ola);
      await openNeighbours(page);
      await choose(page, 'notified', 'yes');
      await write(page, 'notifiedDate', '1.3.2026');

      await button(page, 'add-row:neighbour');
      await expect(page.locator('legend', { hasText: 'Nabo 1' })).toBeVisible();
      if (javaScriptEnabled) await expect(row(page, 0, 'neighbourName')).toBeFocused();
      else expect(new URL(page.url()).hash).toBe('#neighbour[0].neighbourName');
      await write(page, 'neighbour[0].neighbourName', 'Per Testholm');
      await choose(page, 'neighbour[0].neighbourHow', 'letter');
      await button(page, 'add-row:neighbour');
      await button(page, 'add-row:neighbour');
      await write(page, 'neighbour[2].neighbourName', 'Bjørg Testdal');
      if (javaScriptEnabled) await expectAccessible(page, 'rows of neighbours');

      await press(page.locator('.kv-actions button[value="next"]'));
      await expect(page.getByText('Nabo 2: Fyll ut navnet på naboen').first()).toBeVisible();
      await button(page, 'remove-row:neighbour[1]');
      await expect(page.locator('legend', { hasText: 'Nabo 3' })).toHaveCount(0);
      await expect(row(page, 0, 'neighbourName')).toHaveValue('Per Testholm');
      await expect(row(page, 1, 'neighbourName')).toHaveValue('Bjørg Testdal');
      await expect(page.locator('[name="neighbour[0].neighbourHow"][value="letter"]')).toBeChecked();

      await upload(page, 'notifiedProof', 'varsel.pdf');
      await choose(page, 'remarks', 'no');
      await next(page);
      await page.goto(page.url().replace(/\/[^/]*$/, '/check'));
      await expect(page.getByRole('heading', { name: 'Nabo 2' })).toBeVisible();
      await expect(page.locator('main')).toContainText('Bjørg Testdal');
      await page.goto(page.url().replace(/\/[^/]*$/, '/neighbours'));
      await expect(row(page, 1, 'neighbourName')).toHaveValue('Bjørg Testdal');
      // Not asked for any more: nor are the rows.
      await choose(page, 'notified', 'exempt');
      await write(page, 'exemptReference', '2026/7');
      await next(page);
      await page.goto(page.url().replace(/\/[^/]*$/, '/check'));
      await expect(page.getByRole('heading', { name: 'Nabo 1' })).toHaveCount(0);
    });
  });
}

async function openNeighbours(page: Page): Promise<void> {
  await startService(page, 'byggesoknad');
  await page.goto(page.url().replace(/\/[^/]*$/, '/neighbours'));
}

function row(page: Page, index: number, field: string) {
  return page.locator(`input[name="neighbour[${index}].${field}"]`);
}

async function button(page: Page, action: string): Promise<void> {
  await press(page.locator(`button[name="action"][value="${action}"]`));
}
