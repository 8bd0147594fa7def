import { expect } from '@playwright/test';
import { readIn } from '../support/accessible.ts';
import { addAgreement, keyField } from '../support/agreements.ts';
import { confirmCase, filledBuilding, signCase } from '../support/http-case.ts';
import { people, signIn } from '../support/journey.ts';
import { Probe } from '../support/probe.ts';
import { employees, signInStaff } from '../support/staff.ts';
import { withRoles } from './completed.ts';
import type { Walk } from './walk.ts';

const list = '/admin/agreements';
const one = '/admin/agreements/[id]';
const pay = '/submissions/[id]/pay';
const done = '.ds-alert[data-color="success"]';

/** What an employee with the role finance sees of agreements, and what a payer sees who must choose first. */
export async function agreeing(walk: Walk): Promise<void> {
  const { page, language, database, look, visit } = walk;
  // Names are taken for good.
  const salt = Date.now() % 1_000_000;
  await readIn(page, language);
  await signInStaff(page, employees.camilla, list);
  await look(page, list, 'some', 'table');
  await visit(page, `${list}/new`, `${list}/new`, 'with whom', 'a[href*="provider="]');
  await visit(page, `${list}/new?provider=payex`, `${list}/new`, 'its keys', 'form#keys');
  await page.locator('form#keys button[type="submit"]').click();
  await look(page, `${list}/new/save`, 'something is missing', '.ds-error-summary');

  const payex = await addAgreement(page, 'payex', `PayEx ${salt}`, ['Visa', 'MasterCard', 'Vipps']);
  await look(page, one, 'just added', done);
  await keyField(page, 'accessToken').fill('no-such-access-token');
  await page.locator('form#keys button').click();
  await look(page, `${one}/keys`, 'the provider refuses', '.ds-error-summary');
  await page.goto(payex);
  for (const box of await page.locator('form#ways input[name="methods"]').all()) await box.uncheck();
  await page.locator('form#ways button').click();
  await look(page, `${one}/ways`, 'nothing is left', '.ds-error-summary');
  await withRoles(walk, ['editor'], () => visit(page, payex, one, 'for those who may not change it', 'dl'));

  await addAgreement(page, 'dibs', `DIBS ${salt}`, ['VISA']);
  await keyField(page, 'macKey').fill('ab'.repeat(32));
  await page.locator('form#keys button').click();
  await page.waitForURL('**done=keys_unasked');
  await look(page, one, 'with a key that was replaced', 'form[action$="/old-keys"]');

  const vipps = await addAgreement(page, 'vipps', `Vipps ${salt}`, ['Vipps']);
  const id = vipps.split('/').at(-1) ?? '';
  await database.during('payment_agreement', { id }, { registration: null }, () =>
    visit(page, vipps, one, 'not registered for messages', 'form[action$="/register"]'),
  );
  await choosing(walk, payex.split('/').at(-1) ?? '');
}

/** A case that is paid under the agreement with another provider, whose page is for one thing at a time. */
async function choosing({ database, language, look, visit, newPage }: Walk, agreement: string) {
  const page = await newPage();
  await signIn(page, people.nils);
  await readIn(page, language);
  const own = new Probe(page.context().request);
  const id = await filledBuilding(own);
  await confirmCase(own, id);
  await signCase(own, id);
  const name = await database.value('select name from payment_agreement where id = $1', [agreement]);
  const version = await database.value(
    `insert into service_version (id, service_id, owner_id, environment, version, definition, created_at)
     select gen_random_uuid(), v.service_id, v.owner_id, v.environment, 9999,
            jsonb_set(v.definition, '{payment,agreement}', to_jsonb($2::text)), now()
       from service_version v join submission s on s.service_version_id = v.id where s.id = $1
     returning id`,
    [id, name],
  );
  try {
    await database.during('submission', { id }, { service_version_id: version }, async () => {
      await visit(page, `/submissions/${id}/pay`, pay, 'to be chosen first', 'input[name="choice"]');
      await page.locator('button[value="pay"]').click();
      await page.waitForURL('**problem=choose');
      await look(page, pay, 'nothing was chosen', '.ds-error-summary');
      const second = page.locator('input[name="choice"]').nth(1);
      await second.check();
      await page.locator('input[name="seenPrice"]').evaluateAll((all) => {
        for (const one of all) one.setAttribute('value', 'another price');
      });
      await page.locator('button[value="pay"]').click();
      await page.waitForURL('**changed=price**');
      await expect(second).toBeChecked();
      await look(page, pay, 'chosen before the amount changed', 'input[name="choice"]:checked');
    });
  } finally {
    await database.run('delete from service_version where id = $1', [version]);
    await readIn(page, 'nb');
  }
}
