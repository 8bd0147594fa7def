import { readIn } from '../support/accessible.ts';
import { employees, signInStaff } from '../support/staff.ts';
import type { Walk } from './walk.ts';

const desk = '/admin/reconciliation';
const termsPage = '/admin/reconciliation/agreements/[id]/terms';
const reports = '/admin/reconciliation/agreements/[id]/reports';
const one = '/admin/reconciliation/differences/[id]';

/** What an employee with the role finance sees of settlements: of an owner for whom nothing is set up, to begin with. */
export async function reconciling(walk: Walk): Promise<void> {
  const { page, language, database, look, visit } = walk;
  await readIn(page, language);
  const owner = await database.value(`select id from owner where slug = 'kystregisteret'`);
  await database.run('delete from settlement_terms where owner_id = $1', [owner]);
  await database.run('delete from settlement_difference where owner_id = $1', [owner]);
  await signInStaff(page, employees.eva, desk);
  await look(page, desk, 'not set up', `a[href$="/terms"]`);
  await terms(walk);
  await handIn(walk);
  const agreement = await database.value('select id from payment_agreement where owner_id = $1', [owner]);
  const difference = await database.value(
    `insert into settlement_difference (id, owner_id, environment, agreement_id, kind, subject, facts, reference, state, found_at)
     values (gen_random_uuid(), $1, 'live', $2, 'amount', 'looked-at', $3, 'KV-LOOKED-AT', 'open', now()) returning id`,
    [owner, agreement, facts],
  );
  await visit(page, desk, desk, 'with differences', 'table');
  await visit(page, `${desk}/differences/${difference}`, one, 'open', 'form[action$="/resolve"]');
  await page.locator('[name="reason"]').fill('x');
  await page.locator('form[action$="/resolve"] button').click();
  await look(page, `${one}/resolve`, 'the reason is missing', '.ds-error-summary');
  await page.locator('[name="reason"]').fill('Leverandøren retter det');
  await page.locator('form[action$="/resolve"] button').click();
  await page.waitForURL('**done=resolved');
  await look(page, one, 'resolved', '.ds-alert[data-color="success"]');
  await database.run('delete from settlement_difference where owner_id = $1', [owner]);
}

const facts = JSON.stringify({
  of: 'payment',
  expected: { amountMinor: 120_000, currency: 'NOK' },
  found: { amountMinor: 119_900, currency: 'NOK' },
  settledOn: '2026-03-02',
});

async function terms({ page, look }: Walk): Promise<void> {
  await page.locator('a[href$="/terms"]').first().click();
  await page.waitForURL('**/terms');
  await look(page, termsPage, 'what is proposed', 'form#terms');
  await page.locator('[name="delayDays"]').fill('snart');
  await page.locator('form#terms button').click();
  await look(page, `${termsPage}/save`, 'cannot be used', '.ds-error-summary');
  await page.locator('[name="delayDays"]').fill('90');
  await page.locator('form#terms button').click();
  await page.waitForURL('**done=terms');
  await look(page, desk, 'set up', '.ds-alert[data-color="success"]');
}

async function handIn({ page, look }: Walk): Promise<void> {
  await page.locator('form[enctype] button').first().click();
  await look(page, reports, 'no file', '.ds-error-summary');
  await page.goto(desk);
  const broken = {
    name: 'broken.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('report;settled_on\nR1;x\n'),
  };
  await page.locator('form[enctype] input[type="file"]').first().setInputFiles(broken);
  await page.locator('form[enctype] button').first().click();
  await look(page, reports, 'with faults', '.ds-alert[data-color="danger"]');
}
