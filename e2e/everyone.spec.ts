import { expect, test } from '@playwright/test';
import { expectFits, expectVisibleFocus, wiringProblems } from './support/accessible.ts';
import { tabTo } from './support/hand.ts';
import {
  cancelAtProvider,
  choose,
  confirm,
  expectReceipt,
  fillTrademark,
  next,
  payByCard,
  people,
  signIn,
  startService,
  upload,
  write,
} from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

test.beforeEach(({ request }) => sandbox.clearFaults(request));
test.afterEach(({ request }) => sandbox.clearFaults(request));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a form says what is wrong, asks more, takes files, counts the price and comes back to the check page', async ({
    page,
  }) => {
    const summary = page.locator('.ds-error-summary');
    await signIn(page, people.kari);
    await startService(page, 'varemerke');

    // Nothing filled in: the page comes back with what is wrong, and the focus on it.
    await next(page);
    await expect(summary).toContainText('Rett disse 3 feilene før du går videre');
    await expect(summary.locator('a')).toHaveCount(3);
    await expect(summary).toBeFocused();
    await summary.locator('a').first().click();
    await expect(page.locator('[name="contactName"]')).toBeFocused();

    // An answer that leads to more questions brings the page back with them.
    await write(page, 'contactName', 'Kari Testesen');
    await write(page, 'contactEmail', 'kari@example.test');
    await choose(page, 'hasRepresentative', 'yes');
    await expect(page.locator('[name="representativeName"]')).toHaveCount(0);
    await next(page);
    await expect(page.locator('main')).toContainText('Svarene dine gir flere spørsmål');
    await expect(page.locator('[name="representativeName"]')).toBeVisible();
    await choose(page, 'hasRepresentative', 'no');
    await next(page);

    // A file is attached, removed and attached again.
    await choose(page, 'markType', 'figure');
    await next(page);
    await upload(page, 'markImage', 'merke.pdf');
    await page.locator('button[value^="remove-file:"]').click();
    await expect(page.locator('main')).not.toContainText('merke.pdf');
    await upload(page, 'markImage', 'merke-2.pdf');
    await next(page);

    // The price is asked for.
    await choose(page, 'classes', '25');
    await choose(page, 'classes', '35');
    await write(page, 'goodsDescription', 'Klasse 25: arbeidsklær');
    await page.getByRole('button', { name: 'Beregn pris' }).click();
    await expect(page.locator('aside#price')).toContainText('4\u00a0000,00\u00a0kr');
    await expect(page.locator('input[value="35"]')).toBeChecked();
    await next(page);
    await choose(page, 'claimPriority', 'no');
    await next(page);
    await choose(page, 'handling', 'ordinary');
    await choose(page, 'declaration', 'confirmed');
    await next(page);

    // A change link goes to the question and comes back.
    await expect(page).toHaveURL(/\/check$/);
    await page.locator('main a[href*="/applicant?return=check#contactName"]').click();
    await write(page, 'contactName', 'Kari Endretsen');
    await next(page);
    await expect(page).toHaveURL(/\/check$/);
    await expect(page.locator('main')).toContainText('Kari Endretsen');
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a whole journey, and nothing to scroll to the side, on 390 and on 320 pixels', async ({ page }) => {
    test.setTimeout(120_000);
    const fits = async () => {
      await expectFits(page, 320);
      await expectFits(page, 390);
    };
    for (const path of ['/', '/services/varemerke', '/sign-in?next=%2Finbox', '/accessibility', '/nowhere']) {
      await page.goto(path);
      await fits();
    }
    await signIn(page, people.kari);
    const id = await startService(page, 'varemerke');
    await page.locator('.kv-actions button[value="next"]').click();
    await expect(page.locator('.ds-error-summary')).toBeVisible();
    await fits();
    await fillTrademark(page, ['25', '35']);
    for (const step of ['applicant', 'mark', 'goods', 'priority', 'handling', 'check']) {
      await page.goto(`/submissions/${id}/${step}`);
      await expect(page.locator('h1')).toBeVisible();
      await fits();
    }
    await confirm(page);
    await cancelAtProvider(page);
    await page.waitForURL('**/submissions/*/pay*');
    await fits();
    await page.goto('/inbox/in-progress');
    await fits();
    await page.goto(`/submissions/${id}/pay`);
    await page.locator('button[value="pay"]').click();
    await payByCard(page);
    await expectReceipt(page);
    await fits();
    const receipt = page.url();
    await page.goto(`${receipt}/print`);
    await fits();
    await expect(async () => {
      await page.goto(receipt);
      await page.locator('main a[href^="/archive/"]').click({ timeout: 500 });
    }).toPass({ timeout: 30_000 });
    await page.waitForURL('**/archive/*');
    await fits();
    for (const path of ['/inbox', '/inbox/archive', '/inbox/trash']) {
      await page.goto(path);
      await fits();
    }
    await page.goto('/inbox');
    await page.locator('main a[href^="/inbox/messages/"]').first().click();
    await page.waitForURL('**/inbox/messages/*');
    await fits();
  });
});

test('with the keyboard alone: past the menus, and a page of the form, with the focus in sight', async ({
  page,
}) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expectVisibleFocus(page);
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();

  await signIn(page, people.kari);
  await startService(page, 'varemerke');
  await tabTo(page, '[name="contactName"]');
  await page.keyboard.type('Kari Testesen');
  await tabTo(page, '[name="contactEmail"]');
  await page.keyboard.type('kari@example.test');
  await tabTo(page, '[name="hasRepresentative"]');
  await page.keyboard.press('ArrowDown');
  await expect(page.locator('[name="hasRepresentative"][value="no"]')).toBeChecked();
  await page.keyboard.press('Shift+Tab');
  await expectVisibleFocus(page);
  await tabTo(page, '.kv-actions [value="next"]');
  await page.keyboard.press('Space');
  await page.waitForURL('**/mark');
});

test('the HTML as it is sent ties every control to its label, hint and error', async ({ page }) => {
  await page.goto('/');
  expect(await wiringProblems(page, '/')).toEqual([]);
  await signIn(page, people.kari);
  const trademark = `/submissions/${await startService(page, 'varemerke')}`;
  for (const step of ['applicant', 'mark', 'goods', 'priority', 'handling'])
    for (const query of ['', '?errors=1'])
      expect(await wiringProblems(page, `${trademark}/${step}${query}`), `${step}${query}`).toEqual([]);
  const building = `/submissions/${await startService(page, 'byggesoknad')}`;
  for (const step of ['property', 'measure', 'neighbours', 'attachments'])
    for (const query of ['', '?errors=1'])
      expect(await wiringProblems(page, `${building}/${step}${query}`), `${step}${query}`).toEqual([]);
});

test('text at twice its size, no motion for those who want none, and paper without the frame', async ({
  page,
}) => {
  await signIn(page, people.kari);
  const id = await startService(page, 'varemerke');
  // 1280 pixels wide at 200 % leaves 640; the text alone at 200 % leaves less for each word.
  for (const path of [
    '/',
    '/services/varemerke',
    `/submissions/${id}/goods`,
    `/submissions/${id}/check`,
    '/inbox',
  ]) {
    await page.goto(path);
    await expectFits(page, 640);
    // The policy lets no style sheet in, not even a test's.
    await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%', 'important'));
    await expectFits(page, 640);
  }
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`/submissions/${id}/goods`);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { animationName, transitionDuration } = getComputedStyle(element);
        return (
          animationName !== 'none' || transitionDuration.split(', ').some((time) => parseFloat(time) > 0)
        );
      })
      .map((element) => element.outerHTML.slice(0, 80)),
  );
  expect(moving).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('.kv-header-menu')).toBeHidden();
  await expect(page.locator('footer')).toBeHidden();
});

test('the language of the whole page follows the menu, and what stands in the form is kept', async ({
  page,
}) => {
  await signIn(page, people.synnove);
  await startService(page, 'varemerke');
  await write(page, 'contactName', 'Synnøve');
  await page.locator('[name="contactEmail"]').focus();
  await expect(page.locator('[data-state="saved"]')).toBeVisible();
  const pages = [
    { choice: 'Nynorsk', lang: 'nn', later: 'Lagre og hald fram seinare', account: 'Meldingsboks' },
    { choice: 'English', lang: 'en', later: 'Save and continue later', account: 'Message box' },
    { choice: 'Bokmål', lang: 'nb', later: 'Lagre og fortsett senere', account: 'Meldingsboks' },
  ];
  for (const { choice, lang, later, account } of pages) {
    await page.locator('form[action="/language"]').locator('xpath=..').locator('summary').click();
    await page.getByRole('button', { name: choice, exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.locator('button[value="later"]')).toHaveText(later);
    await expect(page.locator('header')).toContainText(account);
    await expect(page.locator('[name="contactName"]')).toHaveValue('Synnøve');
    await page.goto(page.url());
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
  }
});

/** From the second page of the trademark application on. */
