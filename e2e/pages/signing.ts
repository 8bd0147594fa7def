import { readIn } from '../support/accessible.ts';
import { begin, confirmCase, openPayment, payAtProvider, reached, savePage } from '../support/http-case.ts';
import { actFor, people, pickPerson, signIn } from '../support/journey.ts';
import { sandbox } from '../support/sandbox.ts';
import type { Walk } from './walk.ts';

const litres: Record<string, Record<string, string>> = {
  place: {
    placeName: 'Testkroa',
    licenceNumber: 'SB-2026-001',
    street: 'Prøveveien 1',
    postcode: '0150',
    contactEmail: 'kro@example.test',
    period: 'whole',
  },
  litres: { group1: '12000', group2: '3000', group3: '1000', deviation: 'no' },
  documentation: { confirmedBy: 'accountant', confirmedByName: 'Rune Testregn' },
};

/** For an organisation: the signing step at a higher level than the sign-in, and when the role is in doubt. */
export async function signing(walk: Walk): Promise<void> {
  const { page, language, visit, look } = walk;
  await signIn(page, people.lars);
  // The menu is found by its words in bokmål.
  await readIn(page, 'nb');
  await actFor(page, 'Skjenkestue');
  await readIn(page, language);
  const sign = '/submissions/[id]/sign';
  const here = await paidStatement(walk);
  const next = await begin(walk.probe, 'omsetningsoppgave');
  await visit(
    page,
    `/submissions/${next}/place`,
    '/submissions/[id]/[step]',
    'earlier answers are offered',
    'button[value="reuse"]',
  );
  await visit(page, `${here}/withdraw`, '/submissions/[id]/withdraw', 'money is held');
  await visit(page, '/inbox/in-progress', '/inbox/in-progress', 'to be signed', `a[href="${here}"]`);
  await visit(
    page,
    `${here}/sign?problem=content_changed`,
    sign,
    'the content has changed',
    '.ds-alert[data-color="warning"]',
  );
  await visit(
    page,
    `${here}/sign?problem=cancelled`,
    sign,
    'the new sign-in was cancelled',
    '.ds-alert[data-color="warning"]',
  );
  await visit(page, `${here}/sign`, sign, 'a new sign-in is needed', 'button[value="sign"]');
  await page.locator('button[value="sign"]').click();
  await pickPerson(page, people.lars);
  await page.waitForURL('**/sign?stepUp=*');
  await look(page, sign, 'the level is proved', '.ds-alert[data-color="success"]');
  await walk.database.during(
    'signature_request',
    { submission_id: here.split('/')[2] ?? '' },
    { party_id: '00000000-0000-4000-8000-000000000000' },
    () => visit(page, `${here}/sign`, sign, 'others have something to do'),
  );
  await inDoubt(walk);
}

/** A statement of sold litres that is filled in and paid for; gives the address of the case. */
async function paidStatement({ probe, request }: Walk): Promise<string> {
  const id = await begin(probe, 'omsetningsoppgave');
  for (const [page, fields] of Object.entries(litres)) await savePage(probe, id, page, fields);
  await confirmCase(probe, id);
  const payment = await openPayment(probe, request, id);
  await payAtProvider(request, payment);
  await probe.get(`/payments/return/${payment.myReference}`);
  await reached(probe, id, `/submissions/${id}/sign`);
  return `/submissions/${id}`;
}

/** The register does not answer when the role must be asked for again; then there is no such role. */
async function inDoubt({ page, database, request, visit }: Walk): Promise<void> {
  const problem = '/acting/problem';
  await visit(page, `${problem}?reason=no_role`, problem, 'no such role');
  const ofLars = `where person_id = (select id from person where name = 'Lars Testvik')`;
  await sandbox.silence(request, 'register');
  await database.run(`update party_role set checked_at = now() - interval '1 day' ${ofLars}`);
  await visit(page, '/', '/', 'while a role cannot be confirmed', '.kv-notice');
  await visit(page, problem, problem, 'the register does not answer');
  await sandbox.clearFaults(request);
  await database.run(`delete from party_role ${ofLars}`);
  await visit(page, '/', '/', 'after a role was lost', '.kv-notice');
}
