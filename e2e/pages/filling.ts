import { expect, type Page } from '@playwright/test';
import { readIn } from '../support/accessible.ts';
import { unknownId } from '../support/hostile-world.ts';
import { begin, filledBuilding, savePage } from '../support/http-case.ts';
import { people, signIn, write } from '../support/journey.ts';
import type { Walk } from './walk.ts';

const minute = 60_000;
const main = (page: Page) => page.locator('.kv-actions button[value="next"]');

/** From the way in to the button that makes it final, with all that can be in the way. */
export async function filling(walk: Walk): Promise<void> {
  const { page, probe, language, look, visit } = walk;
  await signIn(page, people.kari);
  await readIn(page, language);
  await visit(page, '/nowhere', '/not-found', 'signed in', 'main a[href="/inbox"]');
  await visit(page, `/submissions/${unknownId}/check`, '/_server/guarded-page', 'not found');
  await visit(page, `/receipts/${unknownId}`, '/_server/answer-error', 'not found');
  await visit(
    page,
    '/services/omsetningsoppgave',
    '/services/[slug]',
    'for others than the acting party',
    '.ds-alert',
  );
  const draft = `/submissions/${await begin(probe, 'varemerke')}`;
  await errors(walk, draft);
  await refusals(walk, draft);
  await filled(walk);
  await visit(page, '/inbox/in-progress', '/inbox/in-progress', 'drafts', `a[href="${draft}"]`);
  await twoVersions(walk, draft);
  await sessionEnds(walk, draft);
  const withdrawal = `${draft}/withdraw`;
  await visit(page, withdrawal, '/submissions/[id]/withdraw', 'nothing is paid');
  await visit(
    page,
    `${withdrawal}?problem=changed`,
    '/submissions/[id]/withdraw',
    'something has changed',
    '.ds-alert',
  );
  await visit(
    page,
    `${withdrawal}?problem=no_answer`,
    '/submissions/[id]/withdraw',
    'no answer from the provider',
    '.ds-alert',
  );
  await page.locator('button[value="withdraw"]').click();
  await page.waitForURL('**/closed');
  await look(page, '/submissions/[id]/closed', 'withdrawn');
}

const step = '/submissions/[id]/[step]';

async function errors({ page, look, visit }: Walk, draft: string): Promise<void> {
  await visit(page, `${draft}/applicant`, step, 'empty');
  await main(page).click();
  await look(page, step, 'errors found while filling in', '.ds-error-summary');
  await visit(page, `${draft}/goods?errors=1`, step, 'errors found by the server', '.ds-error-summary');
  await visit(page, `${draft}/applicant?more=1`, step, 'more questions', '.ds-alert');
  await visit(page, `${draft}/mark?return=check`, step, 'from the check page');
  await page.goto(`${draft}/applicant`);
  await write(page, 'contactName', 'Kari Testesen');
  await page.locator('[name="contactEmail"]').focus();
  await look(page, step, 'saved by itself', '[data-state="saved"]');
  await visit(page, `${draft}/check`, '/submissions/[id]/check', 'something is missing', '.ds-error-summary');
}

/** What the server says no to, of what a page sent. */
async function refusals({ page, probe, visit }: Walk, draft: string): Promise<void> {
  const id = draft.split('/')[2] ?? '';
  await savePage(probe, id, 'applicant', { contactName: 'Kari', hasRepresentative: 'yes' }, 'later');
  await visit(
    page,
    `${draft}/applicant?lookup=number&on=representativeFirm-number`,
    step,
    'a lookup that found nothing',
    '.ds-error-summary',
  );
  await savePage(probe, id, 'mark', { markType: 'figure' }, 'later');
  await visit(
    page,
    `${draft}/mark?file=wrong_type&on=markImage`,
    step,
    'a file that was refused',
    '.ds-error-summary',
  );
  await savePage(probe, id, 'goods', { classes: '25', goodsDescription: 'Arbeidsklær' }, 'later');
  await visit(page, `${draft}/goods`, step, 'with a price', 'aside#price');
}

/** A form that is filled in; what registers and earlier answers bring. */
async function filled({ page, probe, visit }: Walk): Promise<void> {
  const id = await filledBuilding(probe);
  const building = `/submissions/${id}`;
  await visit(page, `${building}/attachments`, step, 'with files', 'button[value^="remove-file:"]');
  await visit(
    page,
    `${building}/check`,
    '/submissions/[id]/check',
    'complete',
    'form[action$="/check/save"]',
  );
  await visit(
    page,
    `${building}/check?price=changed`,
    '/submissions/[id]/check',
    'the price has changed',
    '.ds-alert[data-color="warning"]',
  );
  await visit(
    page,
    `${building}/check?price=failed`,
    '/submissions/[id]/check',
    'no price',
    '.ds-alert[data-color="danger"]',
  );
  const again = await begin(probe, 'byggesoknad');
  await savePage(probe, again, 'neighbours', { notified: 'yes', notifiedDate: '1.3.2026' }, 'later');
  await savePage(probe, again, 'neighbours', { notified: 'yes' }, 'add-row:neighbour');
  await visit(page, `/submissions/${again}/neighbours`, step, 'with rows', 'button[value^="remove-row:"]');
  const boat = await begin(probe, 'registrer-smabat');
  await savePage(probe, boat, 'delivery', { card: 'plastic' }, 'later');
  await visit(
    page,
    `/submissions/${boat}/delivery`,
    step,
    'with what a register knew',
    '[name="deliveryAddress-address"]',
  );
}

async function twoVersions({ page, probe, look }: Walk, draft: string): Promise<void> {
  await page.goto(`${draft}/applicant`);
  await savePage(probe, draft.split('/')[2] ?? '', 'applicant', { contactName: 'Den første' }, 'later');
  await write(page, 'contactName', 'Den andre');
  await page.locator('[name="contactEmail"]').fill('den-andre@example.test');
  await page.locator('[name="hasRepresentative"][value="no"]').check();
  await main(page).click();
  await page.waitForURL('**/save');
  await look(page, '/submissions/[id]/[step]/save', 'two versions', 'main form button');
}

async function sessionEnds({ page, look }: Walk, draft: string): Promise<void> {
  const context = page.context();
  const other = await context.newPage();
  await other.clock.install();
  let secondsLeft = 240;
  await other.route('**/session', (route) => route.fulfill({ json: { secondsLeft } }));
  await other.goto(`${draft}/handling`);
  const warning = other.locator('.kv-session-end');
  // The clock may run before the page has set its timer by it.
  await expect(async () => {
    await other.clock.runFor(26 * minute);
    await expect(warning.locator('button')).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await look(other, '/submissions/[id]/[step]', 'the session ends soon', '.kv-session-end button');
  secondsLeft = 0;
  await other.clock.runFor(26 * minute);
  await look(other, '/submissions/[id]/[step]', 'the session has ended', '.kv-session-end a');
  await other.close();

  // Signed out while the page is open: what was typed comes back, to be sent once more.
  await page.goto(`${draft}/applicant`);
  const cookies = await context.cookies();
  await context.clearCookies({ name: /session/ });
  await page
    .locator('form.kv-form, form[action$="/save"]')
    .first()
    .evaluate((form: HTMLFormElement) => form.submit());
  await page.waitForURL('**/save');
  await look(page, '/submissions/[id]/[step]/save', 'signed out meanwhile', 'main a[target="_blank"]');
  await context.addCookies(cookies);
}
