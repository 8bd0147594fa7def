import { describe, expect, it, vi } from 'vitest';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { balance } from '@/lib/payments/ledger.ts';
import type { OpenProvider } from '@/lib/payments/provider.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { performOperation } from '../paying/perform-operation.ts';
import { ask, type OpenAttempt } from '../testing/journey.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import { seenOnCheckPage } from '../testing/seen-of.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import { bookOf, closeHere, now, pastDeadline, reserve, submission } from './testing/deadlines.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = journeyStage();

describe('rule 11: late money completes the case or goes back', () => {
  async function expiredThenPaid(
    variant: string,
    change = {},
  ): Promise<{ id: string; attempt: OpenAttempt }> {
    const id = await stage.journey.confirmed(variant, { change });
    const attempt = await stage.journey.open(id);
    // As when the provider had told us that the payment was over, and it was not.
    await closeHere(stage, attempt, 'expired');
    await pastDeadline(stage, id);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('expired');
    await stage.world.nets.pay(attempt.providerPaymentId);
    await ask(stage.world, attempt);
    return { id, attempt };
  }

  it('expired, then paid: the case completes, for everything that it needs is there', async () => {
    const { id, attempt } = await expiredThenPaid('submit_and_pay');
    await stage.world.work();
    expect(await submission(stage, id)).toMatchObject({ status: 'completed', closedAt: null });
    expect((await bookOf(stage, attempt)).refunded).toBe(0);
    expect(await stage.journey.events(id)).toContain('payment.late_money');
    expect(await stage.world.app.db.receipt.count({ where: { submissionId: id } })).toBe(1);
  });

  it('expired, then paid, and a signature is still needed: on to the signature, with a deadline of its own', async () => {
    const { id } = await expiredThenPaid('pay_before_sign', now);
    expect(await stage.journey.status(id)).toBe('awaiting_signature');
    expect((await submission(stage, id)).deadlineAt?.getTime()).toBeGreaterThan(
      stage.world.clock.now().getTime(),
    );
    expect(await stage.journey.sign(id)).toBe('signed');
    expect(await stage.journey.status(id)).toBe('completed');
  });

  it('pay_after_sign expired, then paid: its signatures were void, so it is signed anew before the receipt', async () => {
    const id = await stage.journey.confirmed('pay_after_sign');
    expect(await stage.journey.sign(id)).toBe('signed');
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    const attempt = await stage.journey.open(id);
    await closeHere(stage, attempt, 'expired');
    await pastDeadline(stage, id);
    await stage.world.work();
    await stage.world.nets.pay(attempt.providerPaymentId);
    await ask(stage.world, attempt);
    expect(await stage.journey.status(id)).toBe('awaiting_signature');
    expect(await stage.journey.sign(id)).toBe('signed');
    expect(await stage.journey.status(id)).toBe('completed');
    expect((await bookOf(stage, attempt)).refunded).toBe(0);
  });

  it('withdrawn, then paid: everything is refunded', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.open(id);
    await closeHere(stage, attempt, 'cancelled');
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'withdrawn' });
    await stage.world.nets.pay(attempt.providerPaymentId);
    await ask(stage.world, attempt);
    await stage.world.work();
    expect(await bookOf(stage, attempt)).toMatchObject({ charged: 30_000, refunded: 30_000 });
    expect(await stage.journey.status(id)).toBe('withdrawn');
    expect(await balance(stage.world.app.db, attempt.id, 'held')).toBe(0);
  });

  it('reopened, then the old sum is paid: it goes back, and never pays the new order', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.open(id);
    await closeHere(stage, attempt, 'failed');
    expect(await reopenSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'reopened' });
    const seen = await seenOnCheckPage(stage.world.app, stage.kari, id);
    expect(await confirmSubmission(stage.world.app, stage.kari, id, seen)).toEqual({ kind: 'confirmed' });
    await stage.world.nets.pay(attempt.providerPaymentId);
    await ask(stage.world, attempt);
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect(await bookOf(stage, attempt)).toMatchObject({ charged: 30_000, refunded: 30_000 });
  });

  it('held, but on an attempt that is closed here: let go', async () => {
    const id = await stage.journey.confirmed('submit_and_pay', { change: reserve });
    const attempt = await stage.journey.open(id);
    await closeHere(stage, attempt, 'cancelled');
    await stage.world.nets.pay(attempt.providerPaymentId);
    await ask(stage.world, attempt);
    await stage.world.work();
    expect(await bookOf(stage, attempt)).toMatchObject({ reserved: 30_000, charged: 0, cancelled: 30_000 });
    expect((await stage.journey.attempt(attempt.id)).status).toBe('cancelled');
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
  });

  it.each(['before', 'after'])(
    'paid twice: one pays, the other goes back; told %s the first is known',
    async (when) => {
      const id = await stage.journey.confirmed();
      const first = await stage.journey.open(id);
      await closeHere(stage, first, 'failed');
      const second = await stage.journey.paid(id);
      await stage.world.nets.pay(first.providerPaymentId);
      const order = when === 'before' ? [first, second] : [second, first];
      for (const attempt of order) await ask(stage.world, attempt);
      await stage.world.work();
      expect(await stage.journey.status(id)).toBe('completed');
      const books = await Promise.all(order.map((attempt) => bookOf(stage, attempt)));
      expect(books).toMatchObject([
        { charged: 30_000, refunded: 0 },
        { charged: 30_000, refunded: 30_000 },
      ]);
      expect(await stage.world.app.db.receipt.count({ where: { submissionId: id } })).toBe(1);
      expect(await stage.journey.messages(id, 'refunded')).toBe(1);
    },
  );

  it('the watchdog: money that no refund is planned for is found, told to the owner, and sent back', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', { change: now });
    const attempt = await stage.journey.paid(id);
    await ask(stage.world, attempt);
    // As a bug would leave it: closed without a word about the money.
    await stage.world.app.db.submission.update({
      where: { id },
      data: { status: 'withdrawn', deadlineAt: null },
    });
    await stage.world.work();
    expect((await bookOf(stage, attempt)).refunded).toBe(30_000);
    expect(await stage.journey.alarms(id)).toEqual(['stranded_money']);
    expect(await balance(stage.world.app.db, attempt.id, 'held')).toBe(0);
  });
});

describe('going back from payment', () => {
  it('the worker that is woken for the same cancellation keeps off: it is closed once, by who asked', async () => {
    const id = await stage.journey.confirmed();
    const attempt = await stage.journey.open(id);
    const others: string[] = [];
    const app = {
      ...stage.world.app,
      openProvider: (agreement: PaymentAgreement): OpenProvider => {
        const provider = stage.world.app.openProvider(agreement);
        const cancel: OpenProvider['cancel'] = async (request) => {
          const planned = await stage.world.app.db.paymentOperation.findFirstOrThrow({
            where: { attemptId: attempt.id, kind: 'cancel' },
          });
          others.push(await performOperation(stage.world.app, planned.id));
          return provider.cancel?.(request) ?? { outcome: 'done' };
        };
        return { ...provider, cancel };
      },
    };
    expect(await reopenSubmission(app, stage.kari, id)).toEqual({ kind: 'reopened' });
    expect(others).toEqual(['not_mine']);
    expect((await bookOf(stage, attempt)).terminated).toBe(true);
  });

  it('paid in the other tab meanwhile: nothing is reopened', async () => {
    for (const change of [now, reserve]) {
      const id = await stage.journey.confirmed('submit_and_pay', { change });
      const attempt = await stage.journey.paid(id);
      expect(await reopenSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'moved_on' });
      await stage.world.work();
      expect(await stage.journey.status(id)).toBe('completed');
      expect(await bookOf(stage, attempt)).toMatchObject({ charged: 30_000, refunded: 0 });
    }
  });

  it('the provider gives no answer: nothing is changed', async () => {
    const id = await stage.journey.confirmed();
    await stage.journey.open(id);
    await stage.world.nets.fault('api', 'dead');
    expect(await reopenSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'no_answer' });
    expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'no_answer' });
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
  });
});
