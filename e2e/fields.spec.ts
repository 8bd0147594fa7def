import { expect, test } from '@playwright/test';
import { expectAccessible, wiringProblems } from './support/accessible.ts';
import {
  actFor,
  choose,
  confirm,
  fillLitres,
  next,
  people,
  signIn,
  startService,
  write,
} from './support/journey.ts';

const fromRegister = 'Hentet fra Enhetsregisteret.';

for (const javaScriptEnabled of [false, true]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('a lookup posts the page and comes back filled in, or says why not', async ({ page }) => {
      const name = page.locator('[name="representativeFirm-name"]');
      const fetch = page.locator('button[value="fetch:representativeFirm-fetch"]');
      const error = page.locator('#representativeFirm-number-error');
      await signIn(page, people.kari);
      await startService(page, 'varemerke');
      await write(page, 'contactName', 'Kari Testesen');
      await write(page, 'contactEmail', 'kari@example.test');
      await choose(page, 'hasRepresentative', 'yes');
      if (!javaScriptEnabled) await next(page);
      await write(page, 'representativeName', 'Rune Testregn');

      await write(page, 'representativeFirm-number', '123');
      await fetch.click();
      await expect(error).toContainText('riktige sifre');
      await expect(page.locator('.ds-error-summary').first()).toContainText(
        'Skriv organisasjonsnummeret først',
      );
      // The path holds the submission's random id, which may well have these digits.
      expect(new URL(page.url()).search).not.toContain('123');

      await write(page, 'representativeFirm-number', '310 010 014');
      await page.locator('.kv-actions button[value="next"]').click();
      await expect(error).toContainText('Hent navnet som hører til organisasjonsnummeret');

      await fetch.click();
      await expect(name).toHaveValue('Testvik Skjenkestue AS');
      await expect(name).toHaveAttribute('readonly', '');
      await expect(page.locator('#representativeFirm-name-hint')).toHaveText(fromRegister);
      await expect(error).toHaveCount(0);
      if (javaScriptEnabled) await expectAccessible(page, 'lookup');
      expect(await wiringProblems(page, page.url())).toEqual([]);

      await next(page);
      await expect(page).toHaveURL(/\/mark$/);
    });
  });
}

test('a draft begins with what the registers say, and the last answers are offered the next time', async ({
  page,
}) => {
  await signIn(page, people.lars);
  await actFor(page, 'Testvik Skjenkestue AS');
  await startService(page, 'omsetningsoppgave');
  await expect(page.locator('[name="placeName"]')).toHaveValue('Testvik Skjenkestue AS');
  await expect(page.locator('#placeName-hint')).toContainText(fromRegister);
  await fillLitres(page);
  await confirm(page);
  await page.waitForURL('**/nets/hostedpaymentpage/**');

  await startService(page, 'omsetningsoppgave');
  const licence = page.locator('[name="licenceNumber"]');
  await expect(licence).toHaveValue('');
  await expectAccessible(page, 'offer');
  await page.getByRole('button', { name: 'Bruk svarene fra forrige gang' }).click();
  await expect(licence).not.toHaveValue('');
  await expect(page.locator('#licenceNumber-hint')).toContainText('Fra forrige gang.');
  await expect(page.locator('button[value="reuse"]')).toHaveCount(0);
});

test('an address begins with the one in the register', async ({ page }) => {
  await signIn(page, people.kari);
  const draft = await startService(page, 'registrer-smabat');
  await page.goto(`/submissions/${draft}/delivery`);
  await choose(page, 'card', 'plastic');
  await expect(page.locator('[name="deliveryAddress-address"]')).toHaveValue('Prøveveien 1');
  await expect(page.getByRole('group', { name: 'Hvor skal vi sende det?' })).toBeVisible();
  await expectAccessible(page, 'address');
});
