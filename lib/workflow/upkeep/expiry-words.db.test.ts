import { expect, it, vi } from 'vitest';
import { findCase } from '@/lib/submissions/find-case.ts';
import { translator } from '@/lib/texts/translate.ts';
import { ask } from '../testing/journey.ts';
import { db, journeyStage } from '../testing/journey-stage.ts';
import { afterExpiry } from '../withdrawing/describe-money.ts';
import { moneyOfClosed } from '../withdrawing/read-withdrawal.ts';
import { now, pastDeadline, reserve } from './testing/deadlines.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = journeyStage();

/** The notice of a case when its deadline is over. */
async function expiredNotice(id: string): Promise<string> {
  await pastDeadline(stage, id);
  await stage.world.work();
  // A draft that was not warned of is given time.
  if ((await stage.journey.status(id)) === 'draft') await pastDeadline(stage, id);
  await stage.world.work();
  expect(await stage.journey.status(id)).toBe('expired');
  const { body } = await db(stage).message.findFirstOrThrow({ where: { submissionId: id, kind: 'expired' } });
  return body;
}

/** What the page of the closed case tells of the money. */
async function toldOnPage(id: string): Promise<string> {
  const found = await findCase(db(stage), stage.kari, id);
  const money = await moneyOfClosed(stage.world.app, found);
  return afterExpiry(found, money, translator('nb')).join(' ');
}

it('a draft: nothing was sent in, and nothing is said of money that nobody paid', async () => {
  const id = await stage.journey.draft();
  const body = await expiredNotice(id);
  expect(body).toContain('Ingenting er sendt inn.');
  expect(body).toContain('blir slettet');
  expect(body).not.toContain('betalt');
  expect(await toldOnPage(id)).toBe('');
});

it('sent in and never paid: it was sent in, is not processed, and nothing was paid', async () => {
  const id = await stage.journey.confirmed();
  const body = await expiredNotice(id);
  expect(body).toContain('Saken er avsluttet uten å bli fullført, og den blir ikke behandlet.');
  expect(body).not.toContain('Ingenting er sendt inn');
  expect(body).toContain('Du har ikke betalt noe');
  expect(await toldOnPage(id)).toContain('Du har ikke betalt noe');
});

it.each([
  ['paid', now, '300,00\u00a0kr er på vei tilbake', '300,00\u00a0kr er betalt tilbake.'],
  ['reserved', reserve, 'Reservasjonen på 300,00\u00a0kr blir opphevet', 'Du har ikke betalt noe'],
])('%s and not signed in time: how much goes back', async (_how, change, atOnce, afterwards) => {
  const id = await stage.journey.confirmed('pay_before_sign', { change });
  await ask(stage.world, await stage.journey.paid(id));
  const body = await expiredNotice(id);
  expect(body).toContain('blir ikke behandlet');
  expect(body).toContain(atOnce);
  expect(await toldOnPage(id)).toContain(afterwards);
});
