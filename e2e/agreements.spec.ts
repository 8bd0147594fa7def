import { type Browser, expect, type Page, test } from '@playwright/test';
import { addAgreement, keyField, tick } from './support/agreements.ts';
import { sandbox } from './support/sandbox.ts';
import { employees, openService, signInStaff, textField } from './support/staff.ts';

/*
 * An employee keeps the owner's agreements with payment providers, and moves a service to another of them. Every page is
 * driven without JavaScript.
 */

test.setTimeout(120_000);
test.beforeEach(({ request }) => sandbox.clearFaults(request));

const main = (page: Page) => page.locator('main');

async function employee(browser: Browser, who: string, next?: string): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signInStaff(page, who, next);
  return page;
}

test('add an agreement, narrow it, replace its key, move a service to it; nobody else sees it', async ({
  browser,
}) => {
  const camilla = await employee(browser, employees.camilla, '/admin/agreements');
  const name = `PayEx ${Date.now() % 100_000}`;
  let path = '';

  await test.step('the form is what the provider wants; what is missing is said', async () => {
    await camilla.getByRole('link', { name: 'Legg til avtale' }).click();
    await camilla.getByRole('link', { name: 'PayEx (Swedbank Pay)' }).click();
    await keyField(camilla, 'accessToken').fill('abc');
    await camilla.locator('form#keys button[type="submit"]').click();
    await expect(camilla.locator('.ds-error-summary')).toContainText('Tilgangsnøkkel er ikke skrevet riktig');
    await expect(camilla.locator('.ds-error-summary')).toContainText('Betalingsmottakerens id må fylles ut');
    await expect(camilla.locator('.ds-error-summary')).toContainText('Betalingsmåter må velges');
    // A secret is not sent back.
    await expect(keyField(camilla, 'accessToken')).toHaveValue('');
  });

  await test.step('it is stored once the provider accepts the key', async () => {
    path = await addAgreement(camilla, 'payex', name, ['Visa', 'MasterCard', 'Amex', 'Vipps']);
    await expect(main(camilla)).toContainText('leverandøren godtok nøklene');
    await expect(main(camilla)).toContainText('5cabf558-5283-482f-b252-4d58e06f6f3b');
    expect(await camilla.content()).not.toContain('sandbox-payex-access-token');
  });

  await test.step('a key that the provider does not know is not stored', async () => {
    await keyField(camilla, 'accessToken').fill('no-such-access-token');
    await camilla.locator('form#keys button').click();
    await expect(camilla.locator('.ds-error-summary')).toContainText('leverandøren godtar dem ikke');
    expect(await camilla.content()).not.toContain('no-such-access-token');
    await camilla.goto(path);
    await keyField(camilla, 'payeeName').fill('Fjordvik kommune');
    await camilla.locator('form#keys button').click();
    await expect(main(camilla)).toContainText('Nøklene er lagret, og leverandøren godtok dem.');
    await expect(keyField(camilla, 'payeeName')).toHaveValue('Fjordvik kommune');
  });

  await test.step('what the contract allows', async () => {
    await camilla.locator('form#ways input[value="Amex"]').uncheck();
    await camilla.locator('form#ways button').click();
    await expect(main(camilla)).toContainText('Navn og betalingsmåter er lagret');
    await expect(camilla.locator('form#ways input[value="Amex"]')).not.toBeChecked();
  });

  await test.step('a service is moved to it, with a description that fits and a limit that is kept honestly', async () => {
    const service = await openService(camilla, /byggetillatelse/i);
    await camilla.goto(`${service}/edit/payment`);
    await camilla.locator('[name="agreement"]').selectOption({ label: name });
    for (const language of ['nb', 'nn', 'en'] as const)
      await textField(camilla, language, 'payment.description').fill(
        'Gebyr for byggesak, som er altfor langt å skrive her',
      );
    await camilla.locator('form#section button[type="submit"]').click();
    await expect(main(camilla)).toContainText('Den kan ha høyst 40 tegn');
    for (const language of ['nb', 'nn', 'en'] as const)
      await textField(camilla, language, 'payment.description').fill('Gebyr for byggesak');
    await camilla.locator('form#section button[type="submit"]').click();
    await expect(main(camilla)).toContainText('Utkastet er lagret');
    await expect(main(camilla)).toContainText('kan ikke stenge for Visa eller Mastercard på betalingssiden');
    await expect(main(camilla)).toContainText('velger betaleren en av dem i Kvitt først');
    await tick(camilla, 'cardTypes', 'debit');
    await camilla.locator('form#section button[type="submit"]').click();
    await expect(camilla.locator('input[name="cardTypes"][value="debit"]')).toBeChecked();
    await camilla.goto(service);
    await expect(main(camilla)).toContainText('Betalingsavtale');
    await camilla.locator('form[action$="/discard"] button').click();
  });

  await test.step('it is on record, and nobody of another owner finds it', async () => {
    await camilla.goto('/admin/log');
    await expect(main(camilla)).toContainText('La til en betalingsavtale');
    await expect(main(camilla)).toContainText('Byttet nøkler i en betalingsavtale');
    const eva = await employee(browser, employees.eva, '/admin/agreements');
    await expect(main(eva)).not.toContainText(name);
    expect((await eva.goto(path))?.status()).toBe(404);
    await expect(main(eva)).not.toContainText(name);
  });
});
