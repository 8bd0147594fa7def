import { expect, type Page } from '@playwright/test';
import { readIn } from '../support/accessible.ts';
import { type FinishedCase, finishedBuilding } from '../support/http-case.ts';
import { people, signIn } from '../support/journey.ts';
import { linksOf } from '../support/probe.ts';
import { employees, signInStaff } from '../support/staff.ts';
import type { Walk } from './walk.ts';

/** A completed case: receipt, copy, seal and messages; its payment at the owner's; paid back, and erased in the end. */
export async function completed(walk: Walk): Promise<void> {
  const { page, probe, language, visit, newPage } = walk;
  await emptyBox(walk);
  await signIn(page, people.synnove);
  await readIn(page, language);
  const done = await finishedBuilding(probe, walk.request);
  await receiptAndCopy(walk, done);
  await seal(walk, done);
  await messages(walk, done);

  const staff = await newPage();
  await signInStaff(staff, employees.camilla);
  await readIn(staff, language);
  await atTheOwner(walk, staff, done);
  await refunded(walk, staff, done);
  await erased(walk, done);
  await visit(staff, `/admin/submissions/${done.id}`, '/admin/submissions/[id]', 'erased');
}

async function emptyBox({ language, visit, newPage }: Walk): Promise<void> {
  const page = await newPage();
  await signIn(page, 'ingrid-proveberg');
  await readIn(page, language);
  await visit(page, '/inbox', '/inbox', 'empty');
  await visit(page, '/inbox/in-progress', '/inbox/in-progress', 'empty');
  await visit(page, '/inbox/archive', '/inbox/archive', 'empty');
  await visit(page, '/inbox/trash', '/inbox/trash', 'empty');
  await expect(page.locator('.kv-entry')).toHaveCount(0);
  await readIn(page, 'nb');
}

async function receiptAndCopy({ page, database, visit }: Walk, done: FinishedCase): Promise<void> {
  const { receipt, archive } = done;
  const reference = archive.split('/')[2] ?? '';
  await visit(page, receipt, '/receipts/[id]', 'with PDF, copy and seal', 'a[href$="/pdf"]');
  await visit(page, `/submissions/${done.id}/withdraw`, '/submissions/[id]/withdraw', 'completed');
  await visit(page, `${receipt}/print`, '/receipts/[id]/print', 'on paper');
  await database.during('archive_record', { reference }, { reference: 'AR-0000-0000-00' }, async () => {
    await visit(page, receipt, '/receipts/[id]', 'just paid');
    await expect(page.locator('a[href$="/pdf"]')).toHaveCount(0);
  });
  const intact = '.ds-alert[data-color="success"]';
  await visit(page, archive, '/archive/[reference]', 'intact', intact);
  const name = decodeURIComponent(done.archiveFiles.at(-1)?.split('/').at(-1) ?? '');
  await database.during('archive_file', { reference, name }, { content: Buffer.from('damaged') }, () =>
    visit(page, archive, '/archive/[reference]', 'broken', '.ds-alert[data-color="danger"]'),
  );
}

async function seal({ page, database, visit }: Walk, done: FinishedCase): Promise<void> {
  const check = '/seals/[signatureId]';
  await visit(page, done.seal, check, 'intact', '.ds-alert[data-color="success"]');
  const of = { id: done.seal.split('/')[2] ?? '' };
  await database.during('signature_request', of, { status: 'voided' }, () =>
    visit(page, done.seal, check, 'voided', '.ds-alert[data-color="info"]'),
  );
  await database.during('signature_request', of, { signed_by_name: 'En Annen' }, () =>
    visit(page, done.seal, check, 'broken', '.ds-alert[data-color="danger"]'),
  );
}

async function messages({ page, probe, visit }: Walk, done: FinishedCase): Promise<void> {
  const { message } = done;
  await visit(page, '/inbox', '/inbox', 'messages', '.kv-entry');
  await visit(page, '/inbox/archive', '/inbox/archive', 'copies and messages', '.kv-entry');
  await visit(page, message, '/inbox/messages/[id]', 'with attachments', 'a[href^="/inbox/attachments/"]');
  await probe.post(`${message}/move`, { folder: 'trash' });
  await visit(page, message, '/inbox/messages/[id]', 'in the trash', 'a[href="/inbox/trash"]');
  await visit(page, '/inbox/trash', '/inbox/trash', 'messages', '.kv-entry');
  const { location } = await probe.post(`${message}/move`, { folder: 'inbox' });
  await visit(page, '/inbox?moved=inbox', '/inbox', 'a message was moved here', '.ds-alert, [role="status"]');
  expect(location).toMatch(/^\/inbox/);
}

async function atTheOwner({ database, look, visit }: Walk, staff: Page, done: FinishedCase): Promise<void> {
  const attempt = done.payment.myReference;
  const [here, payment] = [`/admin/payments/${attempt}`, '/admin/payments/[id]'] as const;
  await visit(staff, `/admin/submissions/${done.id}`, '/admin/submissions/[id]', 'completed');
  await visit(staff, here, payment, 'delivered', '[name="reason"]');
  await visit(staff, `${here}?refund=nothing_taken`, payment, 'nothing to give back');
  await database.during('payment_attempt', { id: attempt }, { problem: 'amount' }, async () => {
    await visit(staff, here, payment, 'does not match', '.ds-alert[data-color="danger"]');
    await staff.locator('form[action$="/mismatch"] button').click();
    await staff.waitForURL('**/mismatch');
    await look(staff, '/admin/payments/[id]/mismatch', 'the reason is missing', '.ds-error-summary');
  });
  const unanswered = { kind: 'cancel', status: 'unknown', next_try_at: null };
  const operation = { attempt_id: attempt, kind: 'create' };
  await database.during('payment_operation', operation, unanswered, async () => {
    await visit(staff, here, payment, 'nobody knows what came of a call', '[name="outcome"]');
    await staff.locator('form[action$="/settle"] button').click();
    await staff.waitForURL('**/settle');
    await look(staff, '/admin/payments/[id]/settle', 'nothing is said', '.ds-error-summary');
  });
  await withRoles({ database }, ['case_worker'], async () => {
    await visit(staff, here, payment, 'for those who may not refund');
    await expect(staff.locator('[name="reason"]')).toHaveCount(0);
  });
}

/** Camilla's newest session has other roles for a while. */
export async function withRoles(
  { database }: Pick<Walk, 'database'>,
  roles: string[],
  work: () => Promise<void>,
): Promise<void> {
  const id = await database.value(
    `select s.id from staff_session s join staff p on p.id = s.staff_id
      where p.name like 'Camilla%' order by s.created_at desc limit 1`,
  );
  await database.during('staff_session', { id }, { roles }, work);
}

async function refunded(walk: Walk, staff: Page, done: FinishedCase): Promise<void> {
  const { page, probe, look, visit } = walk;
  await staff.goto(`/admin/payments/${done.payment.myReference}`);
  await staff.locator('[name="reason"]').fill('x');
  await staff.locator('form[action$="/refund"] button').click();
  await staff.waitForURL('**/refund');
  await look(staff, '/admin/payments/[id]/refund', 'the reason is missing', '.ds-error-summary');
  await staff.locator('[name="part"][value="all"]').check();
  await staff.locator('[name="reason"]').fill('Gebyret var ikke riktig');
  await staff.locator('form[action$="/refund"] button').click();
  await staff.waitForURL('**refund=under_way');
  await look(staff, '/admin/payments/[id]', 'a refund is under way', '.ds-alert[data-color="success"]');
  let note = '';
  await expect
    .poll(
      async () => {
        const links = linksOf((await probe.get(done.receipt)).body, '/receipts/');
        note = links.find((link) => !link.startsWith(done.receipt)) ?? '';
        return note;
      },
      { timeout: 30_000 },
    )
    .not.toBe('');
  await visit(page, note, '/receipts/[id]', 'credit note');
  const told = async () => linksOf((await probe.get('/inbox')).body, '/inbox/messages/')[0];
  await expect.poll(told, { timeout: 20_000 }).not.toBe(done.message);
  await visit(page, (await told()) ?? '', '/inbox/messages/[id]', 'of a refund');
}

/** Its time has come: answers and attachments are gone, in the copy too, and the seal says so. */
async function erased({ page, database, visit, probe }: Walk, done: FinishedCase): Promise<void> {
  await database.run('update submission set erase_at = now(), warn_at = null where id = $1', [done.id]);
  const files = async () => linksOf((await probe.get(done.archive)).body, `${done.archive}/files/`).length;
  await expect.poll(files, { timeout: 20_000 }).toBeLessThan(done.archiveFiles.length);
  await visit(page, done.archive, '/archive/[reference]', 'erased', '.ds-tag[data-color="neutral"]');
  await visit(
    page,
    done.seal,
    '/seals/[signatureId]',
    'its content is erased',
    '.ds-alert[data-color="info"]',
  );
}
