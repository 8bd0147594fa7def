import { type Browser, expect, type Page, test } from '@playwright/test';
import {
  cancelAtProvider,
  confirm,
  expectReceipt,
  fillBoat,
  payByCard,
  people,
  signIn,
} from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';
import { employees, openService, saveSection, signInStaff, textField } from './support/staff.ts';

/*
 * An employee edits a service, publishes it, follows a payment and gives it back; a citizen pays the new price, gets the
 * refund, and withdraws another case. The employee's pages are driven without JavaScript.
 */

test.setTimeout(240_000);
test.beforeEach(({ request }) => sandbox.clearFaults(request));

const reason = 'Kortet ble sendt til feil adresse';
const partly = 'Den ene plasten var skadet';
const main = (page: Page) => page.locator('main');
const refund = (page: Page) => page.locator('form[action$="/refund"] button').click();

async function person(browser: Browser, javaScriptEnabled = true): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled })).newPage();
}

test('edit, publish, pay, refund, withdraw; and nothing of another owner', async ({ browser }) => {
  const eva = await person(browser, false);
  const nils = await person(browser);
  const amount = 210 + (Math.floor(Date.now() / 1000) % 700);
  const price = `${amount},00\u00a0kr`;
  const rest = `${amount - 51},50\u00a0kr`;
  const summary = `Registrer båten din og få kort (${amount}).`;

  await signInStaff(eva, employees.eva);
  await expect(main(eva)).toContainText('Tjenestene til Kystregisteret');
  const service = await openService(eva, /småbåt/i);

  await test.step('a text in bokmål, with the nynorsk one missing', async () => {
    await eva.goto(`${service}/edit/about`);
    await textField(eva, 'nb', 'service.summary').fill(summary);
    await textField(eva, 'nn', 'service.summary').fill('');
    await saveSection(eva);
  });

  await test.step('an amount that cannot be read stays in its field; one with a date is kept', async () => {
    await eva.goto(`${service}/edit/prices`);
    const values = eva.locator('[name="amount.value.card.prices.plastic"]');
    const days = eva.locator('[name="amount.from.card.prices.plastic"]');
    const row = (await values.count()) - 1;
    await values.nth(row).fill('to hundre');
    await days.nth(row).fill('01.01.2026');
    await eva.locator('form#section button[type="submit"]').click();
    await expect(main(eva)).toContainText('Beløp må være et tall');
    await expect(values.nth(row)).toHaveValue('to hundre');
    // One more run of this test on the same portal has its own latest amount.
    if (row > 1)
      for (let line = 1; line < row; line += 1) {
        await values.nth(line).fill('');
        await days.nth(line).fill('');
      }
    await values.nth(row).fill(`${amount}`);
    await saveSection(eva);
  });

  await test.step('allowed methods and what the payer reads', async () => {
    await eva.goto(`${service}/edit/payment`);
    for (const method of ['Visa', 'MasterCard'])
      await eva.locator(`input[name="methods"][value="${method}"]`).check();
    for (const language of ['nb', 'nn', 'en'] as const)
      await textField(eva, language, 'payment.description').fill(`Småbåtkort ${amount} ${language}`);
    await saveSection(eva);
  });

  await test.step('refused while a nynorsk text is missing, and it says which', async () => {
    await eva.goto(service);
    await expect(main(eva)).toContainText('Dette blir endret når du publiserer');
    await expect(main(eva)).toContainText(summary);
    await expect(main(eva)).toContainText(`${amount},00 fra 01.01.2026`);
    await eva.locator('form[action$="/publish"] button').click();
    await expect(main(eva)).toContainText('Tjenesten kan ikke publiseres ennå');
    await eva.getByRole('link', { name: 'Nynorsk: Sammendrag' }).click();
    await textField(eva, 'nn', 'service.summary').fill(`Registrer båten din (${amount}).`);
    await saveSection(eva);
    await eva.goto(service);
    await eva.locator('form[action$="/publish"] button').click();
    await expect(main(eva)).toContainText(/Versjon \d+ er publisert/);
  });

  let paidCase = '';
  await test.step('a citizen pays the new price', async () => {
    await signIn(nils, people.nils);
    await nils.goto('/services/registrer-smabat');
    await expect(main(nils)).toContainText(summary);
    paidCase = await fillBoat(nils);
    await expect(main(nils)).toContainText(price);
    await confirm(nils);
    await payByCard(nils);
    await expectReceipt(nils);
    await expect(main(nils)).toContainText(price);
    await expect(main(nils)).toContainText(`Småbåtkort ${amount}`);
  });

  let payment = '';
  await test.step('the employee sees where the money is, and gives a part of it back with a reason', async () => {
    await eva.goto('/admin/payments?status=captured');
    await eva.locator('tbody tr', { hasText: price }).first().getByRole('link').click();
    await eva.waitForURL('**/admin/payments/*');
    payment = new URL(eva.url()).pathname;
    await expect(main(eva)).toContainText('er trukket hos betaleren');
    await expect(main(eva)).toContainText('Melding fra leverandøren');
    await expect(main(eva)).toContainText(`Det er ${price} igjen å betale tilbake`);
    await eva.locator('[name="part"][value="amount"]').check();
    await eva.locator('[name="amount"]').fill(`${amount},01`);
    await eva.locator('[name="reason"]').fill('x');
    await refund(eva);
    await expect(main(eva)).toContainText('Begrunnelse må fylles ut');
    await expect(main(eva)).toContainText(`Beløp kan være høyst ${price}`);
    await eva.locator('[name="amount"]').fill('50,50');
    await eva.locator('[name="reason"]').fill(partly);
    await refund(eva);
    await expect(main(eva)).toContainText('Tilbakebetalingen er satt i gang');
    await paymentSays(eva, payment, `Noe er betalt tilbake. ${rest} er igjen`);
  });

  await test.step('and the rest later; what was open on another screen meanwhile is not begun', async () => {
    const other = await person(browser, false);
    await signInStaff(other, employees.eva);
    await other.goto(payment);
    for (const page of [eva, other]) {
      await page.locator('[name="part"][value="all"]').check();
      await page.locator('[name="reason"]').fill(reason);
    }
    await refund(eva);
    await expect(main(eva)).toContainText('Tilbakebetalingen er satt i gang');
    await paymentSays(eva, payment, 'er betalt tilbake. Ingenting er igjen hos dere');
    await refund(other);
    await expect(main(other)).toContainText('Alt er betalt tilbake fra før');
    await other.context().close();
    await eva.goto('/admin/log');
    for (const act of ['Lagret utkast', 'Publiserte ny versjon', 'Betalte tilbake'])
      await expect(main(eva)).toContainText(act);
  });

  await test.step('the citizen finds each refund, its reason and the credit note in the message box', async () => {
    const letter = nils.getByRole('link', { name: /Penger er betalt tilbake/ }).first();
    await expect(async () => {
      await nils.goto('/inbox');
      await letter.click();
      await expect(main(nils)).toContainText(reason, { timeout: 2000 });
    }).toPass({ timeout: 30_000 });
    await expect(main(nils)).toContainText(rest);
    await expect(main(nils)).toContainText('Kreditnota');
    await expect(main(nils).locator('a[href^="/inbox/attachments/"]').first()).toBeVisible();
  });

  let withdrawn = '';
  await test.step('the citizen withdraws another case before it is completed', async () => {
    withdrawn = await fillBoat(nils);
    await confirm(nils);
    await cancelAtProvider(nils);
    await nils.waitForURL('**/submissions/*/pay*');
    await nils.goto(`/submissions/${withdrawn}/withdraw`);
    await nils.locator('button[value="withdraw"]').click();
    await nils.waitForURL(`**/submissions/${withdrawn}/closed`);
    await eva.goto('/admin/submissions?status=withdrawn');
    await expect(eva.locator(`a[href="/admin/submissions/${withdrawn}"]`)).toBeVisible();
    await eva.goto(`/admin/submissions/${paidCase}`);
    await expect(main(eva)).toContainText('Testverft');
    expect(await main(eva).textContent()).not.toMatch(/\d{11}/);
  });

  await test.step("nothing of it is another owner's, whoever asks", async () => {
    await nothingIsSeen(browser, { service, payment, cases: [paidCase, withdrawn] }, nils);
  });

  for (const page of [eva, nils]) await page.context().close();
});

/** Looks at a payment's page until it says something. */
async function paymentSays(page: Page, payment: string, words: string): Promise<void> {
  await expect
    .poll(
      async () => {
        await page.goto(payment);
        return main(page).textContent();
      },
      { timeout: 30_000 },
    )
    .toContain(words);
}

interface Foreign {
  service: string;
  payment: string;
  cases: string[];
}

/** Every address of the admin area with an id, asked for by another owner's employee, by a citizen and by nobody. */
async function nothingIsSeen(browser: Browser, { service, payment, cases }: Foreign, citizen: Page) {
  const unknown = '00000000-0000-4000-8000-000000000000';
  const pages = [
    service,
    ...['about', 'prices', 'payment', 'terms', 'page-boat'].map((section) => `${service}/edit/${section}`),
    payment,
    ...cases.map((id) => `/admin/submissions/${id}`),
  ];
  const posts = [
    `${service}/publish`,
    `${service}/discard`,
    `${service}/edit/about/save`,
    `${payment}/refund`,
    `${payment}/settle`,
    ...cases.map((id) => `/admin/submissions/${id}/begin`),
  ];
  const astrid = await person(browser);
  await signInStaff(astrid, employees.astrid);
  const toNothing = (path: string) => path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, unknown);
  const send = async (page: Page, method: 'GET' | 'POST', path: string) => {
    const reply = await page.request.fetch(path, {
      method,
      maxRedirects: 0,
      ...(method === 'POST' && {
        form: { version: '2', revision: '1', seen: 'x', reason },
        headers: { 'sec-fetch-site': 'same-origin' },
      }),
    });
    return { status: reply.status(), text: await reply.text(), location: reply.headers().location ?? '' };
  };
  for (const [method, paths] of [
    ['GET', pages],
    ['POST', posts],
  ] as const) {
    for (const path of paths) {
      const foreign = await send(astrid, method, path);
      expect(foreign.status, `${method} ${path}`).toBe(404);
      expect((await send(astrid, method, toNothing(path))).status, toNothing(path)).toBe(404);
      expect(foreign.text).not.toContain('Testverft');
      // A citizen's session opens nothing here: it leads to the employees' door.
      const asCitizen = await send(citizen, method, path);
      expect([303, 307], `${method} ${path} as a citizen`).toContain(asCitizen.status);
      expect(asCitizen.location).toContain('/admin/sign-in');
    }
  }
  for (const list of ['/admin', '/admin/submissions', '/admin/payments', '/admin/alarms', '/admin/log']) {
    const { status, text } = await send(astrid, 'GET', list);
    expect(status).toBe(200);
    for (const path of pages) expect(text, list).not.toContain(path.split('/')[3] ?? path);
    expect(text).not.toContain('Eva Testnes');
  }
  // Nor does an employee's session open a citizen's page.
  await astrid.goto('/inbox');
  await expect(astrid).toHaveURL(/\/sign-in/);
  await astrid.context().close();
}

test('an employee with one role sees what it is for', async ({ browser }) => {
  const bjorn = await person(browser);
  await signInStaff(bjorn, employees.bjorn);
  const service = await openService(bjorn, /varemerke/i);
  await expect(bjorn.locator('form[action$="/publish"]')).toHaveCount(0);
  await bjorn.goto(`${service}/edit/about`);
  await expect(main(bjorn)).toContainText('Du har ikke rollen');
  await bjorn.goto('/admin/submissions');
  await expect(bjorn.locator('h1')).toHaveText('Saker');
  await bjorn.locator('form[action="/admin/sign-out"] button').click();
  await expect(main(bjorn)).toContainText('Du er logget ut');
  await bjorn.goto('/admin/submissions');
  await expect(bjorn).toHaveURL(/\/admin\/sign-in\?next=/);
  await bjorn.context().close();
});

test('two employees on one text: the second is told, and nothing is lost', async ({ browser }) => {
  const [first, second] = [await person(browser, false), await person(browser, false)];
  await signInStaff(first, employees.camilla);
  await signInStaff(second, employees.camilla);
  const service = await openService(first, /bygg/i);
  for (const page of [first, second]) await page.goto(`${service}/edit/about`);
  await textField(first, 'nb', 'service.summary').fill('Den første skrev dette.');
  await saveSection(first);
  await textField(second, 'nb', 'service.summary').fill('Den andre skrev noe annet.');
  await second.locator('form#section button[type="submit"]').click();
  await expect(main(second)).toContainText('Noen andre lagret det samme før deg');
  await expect(main(second)).toContainText('Lagret nå: Den første skrev dette.');
  await expect(textField(second, 'nb', 'service.summary')).toHaveValue('Den andre skrev noe annet.');
  await saveSection(second);
  await second.goto(service);
  await expect(main(second)).toContainText('Den andre skrev noe annet.');
  await second.locator('form[action$="/discard"] button').click();
  await expect(main(second)).toContainText('Utkastet er forkastet');
  for (const page of [first, second]) await page.context().close();
});
