import { type Page, test } from '@playwright/test';
import { expectAccessible, readIn } from './support/accessible.ts';
import {
  actFor,
  cancelAtProvider,
  cards,
  caseId,
  confirm,
  expectReceipt,
  fillBuildingPermit,
  fillLitres,
  fillTrademark,
  payByCard,
  people,
  reaches,
  sign,
  signIn,
  startService,
  write,
} from './support/journey.ts';
import { sandbox } from './support/sandbox.ts';

test.beforeEach(({ request }) => sandbox.clearFaults(request));
test.afterEach(({ request }) => sandbox.clearFaults(request));
test.afterEach(({ page }) => readIn(page, 'nb'));
test.setTimeout(420_000);

/** Every kind of page in bokmål; three of them in the other languages, or all with KVITT_LONG=1. */
const languages = process.env.KVITT_LONG === '1' ? (['nb', 'nn', 'en'] as const) : (['nb'] as const);
const unknown = '00000000-0000-4000-8000-000000000000';

for (const language of languages) {
  test(`axe finds nothing on open pages and on pages that help, in ${language}`, async ({ page }) => {
    await readIn(page, language);
    const open = [
      '/',
      '/?q=gebyr',
      '/?q=xyzzy',
      '/services/varemerke',
      '/services/feiing-og-tilsyn',
      '/sign-in?next=%2Finbox',
      '/sign-in?next=%2Finbox&problem=cancelled',
      '/signed-out',
      '/accessibility',
      '/privacy',
      '/nowhere',
    ];
    await visit(page, open);
    await signIn(page, people.kari);
    await readIn(page, language);
    await visit(page, [`/submissions/${unknown}/check`, `/receipts/${unknown}`, '/archive/AR-0000-0000-00']);
  });

  test(`axe finds nothing from form to receipt, in ${language}`, async ({ page }) => {
    await signIn(page, people.kari);
    await readIn(page, language);
    const id = await startService(page, 'varemerke');
    await expectAccessible(page, 'an empty form page');
    await page.locator('.kv-actions button[value="next"]').click();
    await page.locator('.ds-error-summary').waitFor();
    await expectAccessible(page, 'a form page with errors');
    await visit(page, [`/submissions/${id}/goods?errors=1`, `/submissions/${id}/check`]);
    await page.goto(`/submissions/${id}/applicant`);
    await fillTrademark(page, ['25', '35']);
    await expectAccessible(page, 'the check page');
    await confirm(page);
    await payByCard(page, cards.declined);
    await page.waitForURL('**declined=card**');
    await expectAccessible(page, 'the declined card page');
    await page.goto(`/submissions/${id}/pay`);
    await expectAccessible(page, 'payment, declined');
    await page.locator('button[value="pay"]').click();
    await cancelAtProvider(page);
    await page.waitForURL('**/pay');
    await expectAccessible(page, 'payment, cancelled');
    await visit(page, ['/inbox/in-progress']);
    await page.goto(`/submissions/${id}/pay`);
    await page.locator('button[value="pay"]').click();
    await payByCard(page);
    await expectReceipt(page);
    await visit(page, [page.url(), `${page.url()}/print`]);
    await reaches(page, id, '/receipts/');
    await page.locator('main a[href^="/archive/"]').click();
    await expectAccessible(page, 'the archive copy');
    await visit(page, ['/inbox', '/inbox/archive', '/inbox/trash']);
    await page.goto('/inbox');
    await page.locator('main a[href^="/inbox/messages/"]').first().click();
    await page.waitForURL('**/inbox/messages/*');
    await expectAccessible(page, 'a message');
  });

  test(`axe finds nothing on signing, its seal, and for an organisation, in ${language}`, async ({
    page,
  }) => {
    await signIn(page, people.lars);
    await actFor(page, 'Skjenkestue');
    await readIn(page, language);
    await startService(page, 'omsetningsoppgave');
    await fillLitres(page);
    await confirm(page);
    await payByCard(page);
    await page.waitForURL('**/sign');
    await expectAccessible(page, 'signing');
    const id = caseId(page);
    await sign(page, people.lars);
    await reaches(page, id, '/receipts/');
    await page.locator('main a[href^="/seals/"]').first().click();
    await expectAccessible(page, 'the seal');
  });

  test(`axe finds nothing on a fresh payment and on one without an answer, in ${language}`, async ({
    page,
    request,
  }) => {
    await signIn(page, people.nils);
    await readIn(page, language);
    await startService(page, 'byggesoknad');
    await fillBuildingPermit(page);
    await confirm(page);
    await sign(page, people.nils);
    await page.waitForURL('**/pay');
    await expectAccessible(page, 'payment, fresh');
    await page.locator('button[value="pay"]').click();
    await page.waitForURL('**/nets/hostedpaymentpage/**');
    const paymentId = new URL(page.url()).searchParams.get('paymentId') ?? '';
    await sandbox.faultOf(request, paymentId, 'webhook', 'never');
    await sandbox.faultOf(request, paymentId, 'get', '500');
    await payByCard(page);
    await page.waitForURL('**/pay');
    await page.locator('button[value="check"]').waitFor();
    await expectAccessible(page, 'payment, waiting for an answer');

    // The answer comes, by way of another window: this page goes on by itself.
    await sandbox.clearFaults(request);
    const other = await page.context().newPage();
    await other.goto(page.url());
    await other.locator('button[value="check"]').click();
    await expectReceipt(other);
    await page.bringToFront();
    await expectReceipt(page);
  });
}

for (const language of ['nn', 'en'] as const)
  test(`axe finds nothing on three pages in ${language}`, async ({ page }) => {
    await readIn(page, language);
    await visit(page, ['/services/byggesoknad']);
    await signIn(page, people.kari);
    await readIn(page, language);
    await startService(page, 'varemerke');
    await write(page, 'contactEmail', 'kari');
    await page.locator('.kv-actions button[value="next"]').click();
    await page.locator('.ds-error-summary').waitFor();
    await expectAccessible(page, 'a form page with errors');
    await visit(page, ['/inbox/in-progress']);
  });

async function visit(page: Page, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await page.goto(path);
    await expectAccessible(page, path);
  }
}
