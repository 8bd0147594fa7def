import { expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { employees, openService, saveSection, signInStaff } from './support/staff.ts';

/*
 * An employee says, without scripts, until when a completed case may be withdrawn and how long answers are kept; and is told
 * at once when the service does not fit an agreement that it is moved to. Nothing is published.
 */
const field = (page: Page, name: string) => page.locator(`[name="${name}"]`);
const save = (page: Page) => page.locator('form#section button[type="submit"]').click();

test('withdrawal and storage are written in a form, and a misfit is told when the draft is stored', async ({
  browser,
}) => {
  const camilla = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const main = camilla.locator('main');
  await signInStaff(camilla, employees.camilla);
  const service = await openService(camilla, /salgsplass/i);
  await camilla.getByRole('link', { name: 'Trekking og lagring' }).click();

  await test.step('what cannot be is said by each field, and stays as it was written', async () => {
    await field(camilla, 'withdrawal').and(camilla.locator('[value="yes"]')).check();
    await field(camilla, 'withdrawalKept').fill('litt');
    await field(camilla, 'submissionDays').fill('30');
    await field(camilla, 'warnDays').fill('30');
    await save(camilla);
    const summary = camilla.locator('.ds-error-summary');
    await expect(summary).toContainText('Antall dager etter fullføring må fylles ut');
    await expect(summary).toContainText('Beløp som ikke betales tilbake må være et beløp');
    await expect(summary).toContainText('må være lavere enn antall dager svarene lagres');
    await expect(field(camilla, 'withdrawalKept')).toHaveValue('litt');
    await summary.getByRole('link').first().click();
    await expect(camilla).toHaveURL(/#withdrawalDays$/);
  });

  await test.step('what can be is stored in the draft, and told before it is published', async () => {
    await field(camilla, 'withdrawalDays').fill('14');
    await field(camilla, 'withdrawalUntilHandled').check();
    await field(camilla, 'withdrawalKept').fill('50');
    await field(camilla, 'warnDays').fill('7');
    await saveSection(camilla);
    await expect(field(camilla, 'withdrawalKept')).toHaveValue('50,00');
    await camilla.goto(service);
    await expect(main).toContainText('Kan en fullført sak trekkes?');
    await expect(main).toContainText(
      'i 14 dager etter fullføring; til noen begynner å behandle saken; 50,00',
    );
    await expect(main).toContainText('svarene slettes 30 dager etter fullføring; beskjed 7 dager før');
  });

  await test.step('moved to an agreement that it does not fit: stored, told at once, and not published', async () => {
    const withScripts = await browser.newContext({ storageState: await camilla.context().storageState() });
    const looking = await withScripts.newPage();
    await looking.goto(`${service}/edit/terms`);
    await expectAccessible(looking, 'service-terms');
    await camilla.goto(`${service}/edit/payment`);
    await field(camilla, 'agreement').selectOption('vipps');
    await saveSection(camilla);
    await expect(camilla.locator('#misfits')).toContainText('har ikke betalingsmåten «Mastercard»');
    await looking.goto(`${service}/edit/payment`);
    await expect(looking.locator('#misfits')).toContainText('kan ikke publiseres før dette er rettet');
    await expectAccessible(looking, 'service-misfits');
    await withScripts.close();
    await camilla.goto(service);
    await camilla.locator('form[action$="/publish"] button').click();
    await expect(main).toContainText('Tjenesten kan ikke publiseres ennå');
    await camilla.locator('form[action$="/discard"] button').click();
    await expect(main).toContainText('Utkastet er forkastet');
  });
  await camilla.context().close();
});
