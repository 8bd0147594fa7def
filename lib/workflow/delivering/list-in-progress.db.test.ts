import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { saveAnswers } from '../filling/save-answers.ts';
import { startSubmission } from '../filling/start-submission.ts';
import { issuePayment } from '../paying/issue-payment.ts';
import { startPayment } from '../paying/start-payment.ts';
import { createWorld, type World } from '../testing/world.ts';
import { deliverCase } from './deliver-case.ts';
import { type InProgressCase, listInProgress } from './list-in-progress.ts';

let world: World;
let kari: Actor;
let stranger: Actor;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  stranger = await world.person('Ola Ukjent');
});
afterAll(() => world?.close());

async function draft(variant = 'submit_and_pay', count = '2'): Promise<string> {
  const { submissionId, firstPage } = await startSubmission(
    world.app,
    kari,
    await world.service(variant),
    'nb',
  );
  await saveAnswers(world.app, kari, submissionId, firstPage, { count: [count], _shown: ['count'] }, 0);
  world.clock.forward(1);
  return submissionId;
}

async function caseOf(id: string): Promise<InProgressCase | undefined> {
  return (await listInProgress(world.app, kari)).cases.find((one) => one.id === id);
}

describe('listInProgress', () => {
  it('shows a draft with its deadline, then what it waits for, and nothing when its receipt is delivered', async () => {
    const id = await draft('submit_and_pay', '0');
    expect(await caseOf(id)).toMatchObject({
      state: 'draft',
      title: 'Prøvegebyr',
      ownerName: { nb: 'Testkommune' },
      overdue: false,
    });
    expect((await caseOf(id))?.deadlineAt).toBeInstanceOf(Date);
    await confirmSubmission(world.app, kari, id, undefined);
    expect(await caseOf(id)).toMatchObject({ state: 'delivering' });
    await deliverCase(world.app, id);
    expect(await caseOf(id)).toBeUndefined();
  });

  it('shows what is to be paid and signed', async () => {
    const paying = await draft();
    await confirmSubmission(world.app, kari, paying, undefined);
    expect(await caseOf(paying)).toMatchObject({
      state: 'to_pay',
      amount: { amountMinor: 20_000, currency: 'NOK' },
    });
    const signing = await draft('pay_after_sign');
    await confirmSubmission(world.app, kari, signing, undefined);
    expect(await caseOf(signing)).toMatchObject({ state: 'to_sign' });
  });

  it('says to wait, not to pay, while the provider gives no clear answer', async () => {
    const id = await draft();
    await confirmSubmission(world.app, kari, id, undefined);
    await startPayment(world.app, kari, id);
    expect(await caseOf(id)).toMatchObject({ state: 'to_pay' });
    await world.app.db.paymentAttempt.updateMany({
      where: { order: { submissionId: id } },
      data: { unknownSince: world.clock.now() },
    });
    expect(await caseOf(id)).toMatchObject({ state: 'waiting_for_provider' });
  });

  it('marks a prefilled payment overdue from the day after its due date in Oslo', async () => {
    const slug = await world.service('prefilled');
    const version = await world.app.db.serviceVersion.findFirstOrThrow({ where: { service: { slug } } });
    const issue = (dueDate: string) =>
      inTransaction(world.app.db, (tx) =>
        issuePayment(tx, world.app, {
          serviceVersionId: version.id,
          payerPartyId: kari.acting.id,
          language: 'nb',
          title: 'Feieavgift',
          dueDate,
          kid: '1234567',
        }),
      );
    const [due, past] = [await issue('2026-03-10'), await issue('2026-03-09')];
    expect(await caseOf(due)).toMatchObject({
      state: 'to_pay',
      dueDate: '2026-03-10',
      overdue: false,
      kid: '1234567',
      amount: { amountMinor: 60_000 },
    });
    expect(await caseOf(past)).toMatchObject({ overdue: true });
  });

  it('rule 13: shows a party its own cases only, page by page', async () => {
    expect((await listInProgress(world.app, stranger)).cases).toEqual([]);
    const all = (await listInProgress(world.app, kari)).cases.map(({ id }) => id);
    const first = await listInProgress(world.app, kari, { limit: 2 });
    const second = await listInProgress(world.app, kari, { limit: 20, before: first.next });
    expect([...first.cases, ...second.cases].map(({ id }) => id)).toEqual(all);
  });
});
