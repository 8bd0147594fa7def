import { type Browser, expect, type Page, test } from '@playwright/test';
import { readIn } from './support/accessible.ts';
import { people, signIn } from './support/journey.ts';

test.afterEach(async ({ browser }) => {
  const page = await newBrowser(browser);
  await signIn(page, people.per);
  await readIn(page, 'nb');
});

test('a person meets their own language everywhere, and the next one at the same machine theirs', async ({
  page,
  browser,
}) => {
  await signIn(page, people.per);
  await expectLanguage(page, 'nb', 'Meldingsboks');
  await choose(page, 'Nynorsk');
  await expectLanguage(page, 'nn', 'Meldingsboks');

  const elsewhere = await newBrowser(browser);
  await elsewhere.goto('/');
  await expectLanguage(elsewhere, 'nb', 'Logg inn');
  await signIn(elsewhere, people.per);
  await expectLanguage(elsewhere, 'nn', 'Meldingsboks');

  await signOut(page);
  await page.goto('/');
  await expectLanguage(page, 'nn', 'Logg inn');
  await signIn(page, people.bjorg);
  await expectLanguage(page, 'nb', 'Meldingsboks');
  await signOut(page);
  await signIn(page, people.emma);
  await expectLanguage(page, 'en', 'Message box');
});

test('a browser in which nobody has chosen is answered in the language that it asks for', async ({
  browser,
}) => {
  const english = await newBrowser(browser, 'en-GB');
  await english.goto('/');
  await expectLanguage(english, 'en', 'Sign in');
  await choose(english, 'Nynorsk');
  await expectLanguage(english, 'nn', 'Logg inn');
  const german = await newBrowser(browser, 'de-DE');
  await german.goto('/');
  await expectLanguage(german, 'nb', 'Logg inn');
});

async function newBrowser(browser: Browser, locale?: string): Promise<Page> {
  return (await browser.newContext(locale ? { locale } : {})).newPage();
}

async function choose(page: Page, name: string): Promise<void> {
  await page.locator('form[action="/language"]').locator('xpath=..').locator('summary').click();
  await page.getByRole('button', { name, exact: true }).click();
}

async function expectLanguage(page: Page, language: string, word: string): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.locator('header')).toContainText(word);
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/inbox');
  await page
    .locator('form[action="/sign-out"]')
    .first()
    .evaluate((form: HTMLFormElement) => form.submit());
  await page.waitForURL('**/signed-out**');
}
