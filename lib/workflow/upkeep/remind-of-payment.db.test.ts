import { describe, expect, it, vi } from 'vitest';
import { attemptMachine } from '@/lib/payments/attempt-machine.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { situationOf } from '../paying/payment-view.ts';
import { ask } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { dueReminders } from './due-reminders.ts';
import { remindOfPayment } from './remind-of-payment.ts';
import { pastDeadline, reserve } from './testing/deadlines.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = journeyStage();
const reminders = (id: string) => stage.journey.messages(id, 'reminder');
/** Noon: the next day's end is more than a day away. */
function toNoonIn(days: number): void {
  const { clock } = stage.world;
  const noon = new Date(clock.now().getTime() + days * 86_400_000).setUTCHours(12, 0, 0, 0);
  clock.forward((noon - clock.now().getTime()) / 1000);
}
const twoDaysLeft = (id: string) => pastDeadline(stage, id, -2 * 86_400);

describe('nobody is told to pay while the payment page says to wait', () => {
  it('the provider is silent about an open payment: reminded when it answers that nothing was paid', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.open(id);
    await stage.world.nets.fault('api', 'dead');
    await twoDaysLeft(id);
    await ask(stage.world, attempt);
    await stage.world.work();
    expect((await stage.journey.attempt(attempt.id)).unknownSince).not.toBeNull();
    expect(await reminders(id)).toBe(0);
    await remindOfPayment(stage.world.app, id);
    expect(await reminders(id)).toBe(0);
    await stage.world.nets.clearFaults();
    await ask(stage.world, attempt);
    await stage.world.work();
    expect(await reminders(id)).toBe(1);
  });

  it('what the provider tells does not match: the owner sorts it out', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.paid(id);
    await stage.world.nets.fault('amount', 'wrong');
    await ask(stage.world, attempt);
    await twoDaysLeft(id);
    await stage.world.work();
    await remindOfPayment(stage.world.app, id);
    expect(await reminders(id)).toBe(0);
  });

  it('whatever state the latest payment is in: the query chooses as the page does', async () => {
    const id = await stage.journey.confirmed('submit_and_pay', { change: reserve });
    const attempt = await stage.journey.open(id);
    await twoDaysLeft(id);
    const { db } = stage.world.app;
    for (const status of attemptMachine.states())
      for (const failure of [null, 'declined', 'method_not_allowed'])
        for (const problem of [null, 'amount'])
          for (const unknownSince of [null, stage.world.clock.now()]) {
            const state = { status, failure, problem, unknownSince };
            await db.paymentAttempt.update({ where: { id: attempt.id }, data: state });
            const { kind } = situationOf(state);
            const isDue = (await dueReminders(stage.world.app, 1000)).includes(id);
            expect([state, isDue]).toEqual([state, kind === 'pay' || kind === 'open']);
          }
  });
});

describe('a reminder is of the time that the case was sent in', () => {
  it('an old draft with a short time to pay is not reminded when it has just been sent in', async () => {
    const deadlines = { draftDays: 30, paymentDays: 1, signingDays: 14 };
    const id = await stage.journey.draft('submit_and_pay', { change: { deadlines } });
    toNoonIn(5);
    await confirmSubmission(stage.world.app, stage.kari, id, undefined);
    await stage.world.work();
    expect(await reminders(id)).toBe(0);
    stage.world.clock.forward(86_401);
    await stage.world.work();
    expect(await reminders(id)).toBe(1);
  });

  it('nor one that has just been signed', async () => {
    const deadlines = { draftDays: 30, paymentDays: 1, signingDays: 14 };
    const id = await stage.journey.confirmed('pay_after_sign', { change: { deadlines } });
    toNoonIn(5);
    expect(await stage.journey.sign(id)).toBe('signed');
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect(await reminders(id)).toBe(0);
    stage.world.clock.forward(86_401);
    await stage.world.work();
    expect(await reminders(id)).toBe(1);
  });

  it('reopened and sent in again, it is reminded again, once', async () => {
    const id = await stage.journey.confirmed();
    await twoDaysLeft(id);
    await stage.world.work();
    expect(await reminders(id)).toBe(1);
    expect(await reopenSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'reopened' });
    await confirmSubmission(stage.world.app, stage.kari, id, undefined);
    await stage.world.work();
    expect(await reminders(id)).toBe(1);
    await twoDaysLeft(id);
    await stage.world.work();
    await stage.world.work();
    expect(await reminders(id)).toBe(2);
  });
});
