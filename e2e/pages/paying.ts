import { readIn } from '../support/accessible.ts';
import { confirmCase, filledBuilding, openPayment, signCase } from '../support/http-case.ts';
import { people, signIn } from '../support/journey.ts';
import type { StateOf } from './page-states.ts';
import type { Walk } from './walk.ts';

const pay = '/submissions/[id]/pay';

/** What an attempt may have become, and what the page then is. */
const outcomes: readonly { state: StateOf<typeof pay>; set: Record<string, unknown>; mark: string }[] = [
  { state: 'declined', set: { status: 'failed', failure: 'declined' }, mark: 'button[value="pay"]' },
  { state: 'cancelled', set: { status: 'cancelled' }, mark: 'button[value="pay"]' },
  { state: 'the time ran out', set: { status: 'expired' }, mark: 'button[value="pay"]' },
  { state: 'the reservation was released', set: { status: 'voided' }, mark: 'button[value="pay"]' },
  {
    state: 'the capture was refused',
    set: { status: 'failed', failure: 'capture_refused' },
    mark: 'button[value="pay"]',
  },
  {
    state: 'the provider refused',
    set: { status: 'failed', failure: 'create_refused' },
    mark: 'button[value="pay"]',
  },
  {
    state: 'the provider did not answer',
    set: { status: 'failed', failure: 'create_unknown' },
    mark: 'button[value="pay"]',
  },
  {
    state: 'paid in a way that is not allowed',
    set: { status: 'voided', failure: 'method_not_allowed', method: 'AmericanExpress' },
    mark: 'button[value="pay"]',
  },
  { state: 'paid back', set: { status: 'refunded' }, mark: 'button[value="pay"]' },
  {
    state: 'paid back in part',
    set: { status: 'partially_refunded', captured_minor: 2, refunded_minor: 1 },
    mark: 'button[value="pay"]',
  },
  { state: 'being opened', set: { status: 'created' }, mark: 'button[value="check"]' },
  { state: 'does not match', set: { problem: 'amount' }, mark: '.ds-alert[data-color="danger"]' },
  { state: 'being completed', set: { status: 'captured' }, mark: 'button[value="check"]' },
];

/** The payment step and how a try may end, and where the case then stands. */
export async function paying(walk: Walk): Promise<void> {
  const { page, probe, database, language, visit } = walk;
  await signIn(page, people.nils);
  await readIn(page, language);
  const id = await filledBuilding(probe);
  await confirmCase(probe, id);
  await signCase(probe, id);
  const here = `/submissions/${id}`;
  await visit(page, `${here}/pay`, pay, 'nothing tried yet', 'button[value="pay"]');
  await visit(page, '/inbox/in-progress', '/inbox/in-progress', 'to be paid', `a[href="${here}"]`);
  await visit(page, `${here}/pay?problem=edit`, pay, 'answers could not be opened', '.ds-alert');

  const { myReference: attempt } = await openPayment(probe, walk.request, id);
  await visit(page, `${here}/pay`, pay, 'not finished', '.ds-alert');
  await visit(page, `${here}/pay?problem=left`, pay, 'left by its way out', '.ds-alert');
  const whileAttempt = (set: Record<string, unknown>, work: () => Promise<void>) =>
    database.during('payment_attempt', { id: attempt }, { next_check_at: null, ...set }, work);
  for (const { state, set, mark } of outcomes)
    await whileAttempt(set, () => visit(page, `${here}/pay`, pay, state, mark));
  await whileAttempt({ unknown_since: new Date() }, async () => {
    await visit(page, `${here}/pay`, pay, 'waiting for an answer', 'button[value="check"]');
    await visit(page, '/inbox/in-progress', '/inbox/in-progress', 'waiting for the provider');
  });
  await whileAttempt({ form_fields: '{"OrderId": "1"}' }, () =>
    visit(page, `${here}/to-payment`, '/submissions/[id]/to-payment', 'handed over by a form', 'main form'),
  );
  await whileAttempt({ status: 'created', redirect_url: null }, () =>
    visit(page, `${here}/to-payment`, '/submissions/[id]/to-payment', 'being opened', 'main a'),
  );

  const whileCase = (status: string, work: () => Promise<void>) =>
    database.during('submission', { id }, { status }, work);
  const closed = '/submissions/[id]/closed';
  await whileCase('expired', () => visit(page, `${here}/closed`, closed, 'expired'));
  await whileCase('awaiting_signature', () => visit(page, `${here}/closed`, closed, 'being completed'));
  await issued(walk);
}

/** A fee that its owner asks for, before and after its due date. */
async function issued({ database, language, visit, newPage }: Walk): Promise<void> {
  const page = await newPage();
  await signIn(page, people.bjorg);
  await readIn(page, language);
  const link = 'main a[href^="/submissions/"]';
  await visit(page, '/inbox/in-progress', '/inbox/in-progress', 'asked for by its owner', link);
  const href = (await page.locator(link).first().getAttribute('href')) ?? '';
  const id = href.split('/')[2] ?? '';
  await database.during('submission', { id }, { due_date: '2099-01-31' }, () =>
    visit(page, `${href}/pay`, pay, 'issued', 'button[value="pay"]'),
  );
  await database.during('submission', { id }, { due_date: '2020-01-31' }, () =>
    visit(page, `${href}/pay`, pay, 'overdue', '.ds-alert'),
  );
  await readIn(page, 'nb');
}
