import { describe, expect, it, vi } from 'vitest';
import { balance } from '@/lib/payments/ledger.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { startPayment } from '../paying/start-payment.ts';
import { breakCase } from '../testing/break-case.ts';
import { ask } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import { expireCase } from './expire-case.ts';
import { reconcile } from './reconcile.ts';
import { bookOf, now, pastDeadline, reserve, submission } from './testing/deadlines.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = journeyStage();

describe('rule 6: the provider is asked before anything expires', () => {
  it('nothing came: the payment is closed at the provider first, then the case ends and everybody is told once', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.open(id);
    await pastDeadline(stage, id);
    await stage.world.work();
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('expired');
    expect((await bookOf(stage, attempt)).terminated).toBe(true);
    expect((await stage.journey.attempt(attempt.id)).status).toBe('cancelled');
    expect(await stage.journey.messages(id, 'expired')).toBe(1);
    expect(await startPayment(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
  });

  it.each([
    ['charged at once', now],
    ['only reserved', reserve],
  ])(
    'paid in the last minute counts, also when it is noticed after the deadline (%s)',
    async (_how, change) => {
      const id = await stage.journey.confirmed('submit_and_pay', { change });
      const attempt = await stage.journey.open(id);
      await pastDeadline(stage, id, -30);
      await ask(stage.world, attempt);
      await stage.world.nets.pay(attempt.providerPaymentId);
      await pastDeadline(stage, id);
      expect(await expireCase(stage.world.app, id)).not.toBe('expired');
      await stage.world.work();
      stage.world.clock.forward(901);
      await stage.world.work();
      expect(await stage.journey.status(id)).toBe('completed');
      expect(await bookOf(stage, attempt)).toMatchObject({ charged: 30_000, cancelled: 0 });
    },
  );

  it('pay_before_sign, reserved in the last minute: the case goes on to its signature', async () => {
    const id = await stage.journey.confirmed('pay_before_sign');
    const attempt = await stage.journey.open(id);
    await pastDeadline(stage, id, -1);
    await stage.world.nets.pay(attempt.providerPaymentId);
    await pastDeadline(stage, id);
    await expireCase(stage.world.app, id);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('awaiting_signature');
    expect(await bookOf(stage, attempt)).toMatchObject({ reserved: 30_000, cancelled: 0 });
  });

  it('the provider is dead: postponed, not expired; when it is back the payment counts', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.paid(id);
    await stage.world.nets.fault('api', 'dead');
    await pastDeadline(stage, id);
    expect(await expireCase(stage.world.app, id)).toBe('postponed');
    expect((await submission(stage, id)).deadlineAt?.getTime()).toBe(
      stage.world.clock.now().getTime() + 900_000,
    );
    await reconcile(stage.world.app);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    await stage.world.nets.clearFaults();
    stage.world.clock.forward(901);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    expect((await bookOf(stage, attempt)).charged).toBe(30_000);
  });

  it('rule 7: signed in time and only the capture is missing: the case does not expire', async () => {
    const id = await stage.journey.confirmed('pay_before_sign');
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    await stage.journey.sign(id);
    await pastDeadline(stage, id);
    await stage.world.nets.fault('charge', 'dead');
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('awaiting_signature');
    await stage.world.nets.clearFaults();
    stage.world.clock.forward(3600);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    expect((await bookOf(stage, attempt)).charged).toBe(30_000);
  });

  it('rule 7, 9: a payment that does not match is not closed by the clock, nor asked about without end', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.paid(id);
    await stage.world.nets.fault('amount', 'wrong');
    await ask(stage.world, attempt);
    await pastDeadline(stage, id);
    expect(await expireCase(stage.world.app, id)).toBe('postponed');
    expect((await submission(stage, id)).deadlineAt?.getTime()).toBeGreaterThan(
      stage.world.clock.now().getTime(),
    );
    expect(
      await stage.world.app.db.paymentOperation.count({ where: { attemptId: attempt.id, kind: 'cancel' } }),
    ).toBe(0);
    expect(await stage.journey.alarms(id)).toEqual(['payment_mismatch']);
  });

  it.each([
    ['reserved', {}, { cancelled: 30_000, charged: 0 }],
    ['captured', now, { charged: 30_000, refunded: 30_000 }],
  ])('rule 4: not signed in time: what was %s goes back', async (_how, change, book) => {
    const id = await stage.journey.confirmed('pay_before_sign', { change });
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    await pastDeadline(stage, id);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('expired');
    expect(await bookOf(stage, attempt)).toMatchObject(book);
    expect(await balance(stage.world.app.db, attempt.id, 'provider')).toBe(0);
  });

  it('one failing case does not stop the others, and does not make the timer run in circles', async () => {
    const broken = await stage.journey.confirmed();
    const fine = await stage.journey.confirmed();
    await breakCase(stage.world.app, broken);
    const attempt = await stage.journey.open(fine);
    await stage.world.nets.pay(attempt.providerPaymentId);
    await pastDeadline(stage, fine);
    let rounds = 0;
    while ((await reconcile(stage.world.app)).handled > 0 && rounds < 10) rounds += 1;
    expect(rounds).toBeLessThan(10);
    expect(await stage.journey.status(fine)).toBe('completed');
  });
});

describe('reminders and prefilled payments', () => {
  it('a case that waits for payment is reminded once, two days before its deadline', async () => {
    const id = await stage.journey.confirmed();
    await pastDeadline(stage, id, -3 * 86_400);
    await stage.world.work();
    expect(await stage.journey.messages(id, 'reminder')).toBe(0);
    await pastDeadline(stage, id, -2 * 86_400);
    await Promise.all([reconcile(stage.world.app), reconcile(stage.world.app)]);
    await stage.world.work();
    expect(await stage.journey.messages(id, 'reminder')).toBe(1);
    await pastDeadline(stage, id, -3600);
    await stage.world.work();
    expect(await stage.journey.messages(id, 'reminder')).toBe(1);
  });

  it('a draft and a case that is paid are not reminded', async () => {
    const id = await stage.journey.confirmed();
    await ask(stage.world, await stage.journey.paid(id));
    stage.world.clock.forward(13 * 86_400);
    await stage.world.work();
    expect(await stage.journey.messages(id, 'reminder')).toBe(0);
  });

  it('rule 15: a prefilled payment is overdue when its Oslo day is over, is reminded once, and stays payable', async () => {
    const today = stage.world.clock.now();
    const due = new Date(today.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    const id = await stage.journey.issued(due);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    stage.world.clock.forward((Date.parse(`${due}T21:30:00Z`) - today.getTime()) / 1000);
    await stage.world.work();
    expect(await stage.journey.messages(id, 'reminder')).toBe(0);
    stage.world.clock.forward(3 * 3600);
    await stage.world.work();
    await stage.world.work();
    expect(await stage.journey.messages(id, 'reminder')).toBe(1);
    stage.world.clock.forward(400 * 86_400);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await bookOf(stage, attempt)).toMatchObject({ amount: 60_000, charged: 60_000 });
  });

  it('a prefilled payment has no answers to go back to and nobody to withdraw it', async () => {
    const id = await stage.journey.issued('2030-01-01');
    await expect(reopenSubmission(stage.world.app, stage.kari, id)).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(withdrawSubmission(stage.world.app, stage.kari, id)).rejects.toMatchObject({
      code: 'not_found',
    });
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
  });
});
