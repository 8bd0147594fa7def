import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, expectFits } from './support/accessible.ts';
import { choose, next, people, signIn, startService, write } from './support/journey.ts';

/*
 * Two tabs edit one draft: the second is told, sees both versions, and chooses. One tab that is loaded again is nobody else:
 * it comes back with what was typed, and is asked nothing. Nothing that was typed is lost.
 */

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('the later one sees both versions and may keep either', async ({ page, context }) => {
      await signIn(page, people.kari);
      const id = await startService(page, 'varemerke');
      const address = `/submissions/${id}/applicant`;
      const other = await context.newPage();
      await other.goto(address);

      await write(page, 'contactName', 'Den første');
      await page.locator('.kv-actions button[value="later"]').click();
      await page.waitForURL('**/inbox/in-progress');

      await write(other, 'contactName', 'Den andre');
      await write(other, 'contactEmail', 'den-andre@example.test');
      await choose(other, 'hasRepresentative', 'no');
      await other.locator('.kv-actions button[value="next"]').click();
      await expect(other.locator('h1')).toHaveText('Noen har endret denne siden et annet sted');
      for (const version of ['Den første', 'Den andre'])
        await expect(other.locator('main')).toContainText(version);
      await expectFits(other, 320);
      if (javaScriptEnabled) await expectAccessible(other, 'two versions');
      await other.locator('main form button').click();
      await expect(other.locator('h1')).not.toHaveText('Noen har endret denne siden et annet sted');

      await page.goto(address);
      await expect(page.locator('[name="contactName"]')).toHaveValue('Den andre');
    });
  });
}

test.describe('a page that is left before it has saved', () => {
  let id: string;
  test.beforeEach(async ({ page }) => {
    await signIn(page, people.kari);
    id = await startService(page, 'varemerke');
  });

  test('has the last words when it is loaded again, and goes on', async ({ page }) => {
    // Before the save begins, about when it does, and after it.
    for (const delayMs of [0, 0, 50, 400, 1000, 1400, 1500, 1520, 1560, 1700]) {
      await write(page, 'contactName', `Kari etter ${delayMs} ms`);
      await page.waitForTimeout(delayMs);
      await page.reload();
      await expectName(page, `Kari etter ${delayMs} ms`);
    }
    await goesOn(page);
  });

  test('has them where the save is slower than the page', async ({ page }) => {
    await slowSaves(page, 900);
    for (const text of ['Kari', 'Kari T', 'Kari Testesen']) {
      await write(page, 'contactName', text);
      await page.reload();
      await expectName(page, text);
    }
    await goesOn(page);
  });

  test('has what was written while a save was under way', async ({ page }) => {
    await slowSaves(page, 900);
    for (const [first, then] of [
      ['Kari', 'Kari Test'],
      ['Ola', 'Ola Prøvestad'],
    ] as const) {
      const underWay = page.waitForRequest((request) => request.url().endsWith('/save'));
      await write(page, 'contactName', first);
      await underWay;
      await write(page, 'contactName', then);
      await page.reload();
      await expectName(page, then);
    }
    await goesOn(page);
  });

  test('is saved though nothing more is written after a save that took long', async ({ page, context }) => {
    await slowSaves(page, 3000);
    const underWay = page.waitForRequest((request) => request.url().endsWith('/save'));
    await write(page, 'contactName', 'Kari');
    await underWay;
    await write(page, 'contactName', 'Kari Testesen');
    await expect(page.locator('.kv-save-status')).toHaveAttribute('data-state', 'saved', { timeout: 20_000 });
    const other = await context.newPage();
    await other.goto(page.url());
    await expectName(other, 'Kari Testesen');
  });

  test('has them in a browser that tells only when the page is gone', async ({ page }) => {
    // As Safari on iOS does.
    await page.addInitScript(() => {
      window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation(), true);
    });
    await page.reload();
    for (const text of ['Kari', 'Kari T', 'Kari Testesen']) {
      await write(page, 'contactName', text);
      await page.reload();
      await expectName(page, text);
    }
    await goesOn(page);
  });

  test('has them after a change that comes to nothing', async ({ page }) => {
    await write(page, 'contactName', 'Kari');
    await page.reload();
    await write(page, 'contactName', 'Kari ');
    await page.reload();
    await expectName(page, 'Kari');
    await goesOn(page);
  });

  test('has them when one goes away by a link, back and forth', async ({ page }) => {
    await write(page, 'contactName', 'Kari');
    await page.goto('/inbox/in-progress');
    await page.goBack();
    await expectName(page, 'Kari');
    await write(page, 'contactName', 'Kari Testesen');
    await page.goBack();
    await page.goForward();
    await expectName(page, 'Kari Testesen');
    await goesOn(page);
  });

  test('is met with what it saved on the way to the summary', async ({ page }) => {
    await write(page, 'contactName', 'Kari Testesen');
    await page.goto(`/submissions/${id}/check`);
    await expect(page.locator('main')).toContainText('Kari Testesen');
  });

  test('leaves nothing that was written in the browser', async ({ page, context }) => {
    await write(page, 'contactName', 'Kari Testesen');
    await page.reload();
    await expectName(page, 'Kari Testesen');
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    const cookies = (await context.cookies()).filter(({ name }) => name === 'kvitt_saving');
    expect(kept).not.toContain('Kari');
    for (const { value, expires } of cookies) {
      expect(value).toMatch(/^\d+\.?$/);
      expect(expires).toBeLessThan(Date.now() / 1000 + 60);
    }
  });
});

async function expectName(page: Page, name: string): Promise<void> {
  await expect(page.locator('[name="contactName"]')).toHaveValue(name);
}

/** More is written, and Next leads to the next page instead of to a question. */
async function goesOn(page: Page): Promise<void> {
  await write(page, 'contactEmail', 'kari@example.test');
  await choose(page, 'hasRepresentative', 'no');
  await next(page);
  await expect(page).toHaveURL(/\/mark$/);
}

/** Every save in the background waits a while on its way. */
async function slowSaves(page: Page, delayMs: number): Promise<void> {
  await page.route('**/save', async (route) => {
    if (route.request().postData()?.includes('action=autosave'))
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    await route.continue();
  });
}
