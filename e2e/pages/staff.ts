import { readIn } from '../support/accessible.ts';
import { unknownId } from '../support/hostile-world.ts';
import { inputsOf, type Probe } from '../support/probe.ts';
import { employees, signInStaff, textField } from '../support/staff.ts';
import { withRoles } from './completed.ts';
import type { Walk } from './walk.ts';

/** What a service owner's employee sees. */
export async function staff(walk: Walk): Promise<void> {
  const { page, language, visit } = walk;
  await readIn(page, language);
  const door = '/admin/sign-in';
  await visit(page, door, door, 'plain');
  await visit(page, `${door}?signedOut=1`, door, 'signed out', '.ds-alert[data-color="success"]');
  await visit(page, `${door}?error=cancelled`, door, 'cancelled', '.ds-alert[data-color="info"]');
  await visit(page, `${door}?error=unknown_owner`, door, 'no such owner', '.ds-alert[data-color="warning"]');
  await signInStaff(page, employees.camilla);
  await alarms(walk);
  await visit(page, '/admin/log', '/admin/log', 'what was done', 'table');
  await visit(page, '/admin/payments', '/admin/payments', 'some', 'table');
  await visit(page, '/admin/payments?status=expired', '/admin/payments', 'none of this status');
  await visit(page, '/admin/submissions', '/admin/submissions', 'some', 'table');
  await visit(page, '/admin/submissions?status=expired', '/admin/submissions', 'none of this status');
  await service(walk);
  await visit(page, `/admin/payments/${unknownId}`, '/_server/staff-page', 'not found');
}

/** The owner's alarms are put aside, then there is one. */
async function alarms(walk: Walk): Promise<void> {
  const { page, database, visit } = walk;
  const owner = await database.value(`select id from owner where slug like 'fjordvik%'`);
  const aside = 'update alarm set owner_id = $1 where owner_id = $2';
  await database.run(aside, [unknownId, owner]);
  try {
    await visit(page, '/admin', '/admin', 'plain');
    await visit(page, '/admin/alarms', '/admin/alarms', 'none');
    await database.run(
      `insert into alarm (id, owner_id, dedupe_key, kind, values, detail, opened_at)
       values (gen_random_uuid(), $1, 'looked-at', 'create_refused', '{"code": "1001"}', '', now())`,
      [owner],
    );
    await visit(page, '/admin', '/admin', 'with alarms', 'a[href="/admin/alarms"]');
    await visit(page, '/admin/alarms', '/admin/alarms', 'some', 'table');
    await oneAlarm(walk, await database.value(`select id from alarm where dedupe_key = 'looked-at'`));
    await alarmMail(walk);
  } finally {
    await database.run(`delete from alarm where dedupe_key = 'looked-at'`);
    await database.run('delete from alarm_receiver where owner_id = $1', [owner]);
    await database.run(aside, [owner, unknownId]);
  }
  await visit(page, '/admin?problem=role', '/admin', 'a role is lacking', '.ds-alert[data-color="warning"]');
}

async function oneAlarm(walk: Walk, id: string): Promise<void> {
  const { page, look, visit } = walk;
  const [here, one] = [`/admin/alarms/${id}`, '/admin/alarms/[id]'] as const;
  await visit(page, '/admin/alarms/past', '/admin/alarms/past', 'no past ones');
  await withRoles(walk, ['case_worker'], () => visit(page, here, one, 'for those who may not handle it'));
  await visit(page, here, one, 'an open one', 'form[action$="/handle"]');
  const handle = page.locator('form[action$="/handle"] button');
  await handle.click();
  await look(page, `${one}/handle`, 'what was done is missing', '.ds-error-summary');
  await page.locator('#reason').fill('Leverandøren har rettet avtalen.');
  await handle.click();
  await page.waitForURL('**done=handled');
  await look(page, one, 'handled', '.ds-alert[data-color="success"]');
  await visit(page, '/admin/alarms/past', '/admin/alarms/past', 'past ones', 'table');
}

async function alarmMail({ page, look, visit }: Walk): Promise<void> {
  const form = '/admin/alarms/mail';
  await visit(page, form, form, 'who gets e-mail', 'form#receivers');
  const save = page.locator('form#receivers button');
  await page.locator('#addresses').fill('drift@test.example\nikke en adresse');
  await save.click();
  await look(page, `${form}/save`, 'no address', '.ds-error-summary');
  await page.locator('#addresses').fill('drift@test.example');
  await save.click();
  await page.waitForURL('**saved=1');
  await look(page, form, 'just saved', '.ds-alert[data-color="success"]');
}

const section = '/admin/services/[id]/edit/[section]';

async function service(walk: Walk): Promise<void> {
  const { page, database, visit } = walk;
  const id = await database.value(`select id from service where slug = 'byggesoknad'`);
  const [here, one] = [`/admin/services/${id}`, '/admin/services/[id]'] as const;
  await visit(page, here, one, 'published');
  await visit(page, `${here}?published=1`, one, 'just published', '.ds-alert[data-color="success"]');
  await visit(page, `${here}?notice=changed`, one, 'changed meanwhile', '.ds-alert[data-color="warning"]');
  await withRoles(walk, ['case_worker'], () => visit(page, here, one, 'for those who may not edit'));
  await visit(page, `${here}/edit/page-measure`, section, 'a form page');
  await visit(page, `${here}/edit/payment`, section, 'payment');
  await visit(page, `${here}/edit/terms`, section, 'withdrawal and storage', '#withdrawal-title');
  await visit(page, `${here}/edit/prices`, section, 'prices');
  await draft(walk, here);
}

/** A text is changed, by two at once, and taken away; an amount can't be read. Nothing is published. */
async function draft({ page, probe, look, visit }: Walk, here: string): Promise<void> {
  const [one, saved] = ['/admin/services/[id]', `${section}/save`] as const;
  const save = page.locator('form#section button[type="submit"]');
  await page.locator('[name^="amount.value."]').first().fill('to hundre');
  await save.click();
  await look(page, saved, 'unreadable', '.ds-error-summary');

  await visit(page, `${here}/edit/about`, section, 'about the service');
  await textField(page, 'nb', 'service.summary').fill('Den første skrev dette.');
  await save.click();
  await page.waitForURL('**saved=1');
  await look(page, section, 'saved', '.ds-alert[data-color="success"]');
  await visit(page, here, one, 'with a draft', '#changes-title');

  await page.goto(`${here}/edit/about`);
  await saveElsewhere(probe, `${here}/edit/about`);
  await textField(page, 'nb', 'service.summary').fill('Den andre skrev noe annet.');
  await save.click();
  await look(page, saved, 'two versions', '.ds-alert[data-color="warning"]');
  for (const language of ['nb', 'nn', 'en'] as const)
    await textField(page, language, 'service.summary').fill('');
  await save.click();
  await page.waitForURL('**saved=1');
  await visit(page, here, one, 'cannot be published', '#blocking');
  await page.locator('form[action$="/publish"]').evaluate((form: HTMLFormElement, path) => {
    form.action = path;
    form.submit();
  }, `/admin/services/${unknownId}/publish`);
  await page.waitForURL('**/publish');
  await look(page, '/_server/staff-post', 'not found');
  await page.goto(here);
  await page.locator('form[action$="/discard"] button').click();
  await page.waitForURL('**notice=discarded');
}

/** What somebody else would send from the same form: one text differs. */
async function saveElsewhere(probe: Probe, address: string): Promise<void> {
  const { body } = await probe.get(address);
  const texts = [...body.matchAll(/<textarea\b[^>]*\bname="([^"]+)"[^>]*>([^<]*)</g)];
  const form = Object.fromEntries(texts.map(([, name = '', text = '']) => [name, text]));
  await probe.post(`${address}/save`, {
    ...form,
    seen: inputsOf(body).seen ?? '',
    'text.nb.service.summary': 'Noen andre skrev dette.',
  });
}
