import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import { balance } from '@/lib/payments/ledger.ts';
import type { OpenProvider } from '@/lib/payments/provider.ts';
import { confirmSubmission } from '../filling/confirm-submission.ts';
import { reopenSubmission } from '../filling/reopen-submission.ts';
import { performOperation } from '../paying/perform-operation.ts';
import { startPayment } from '../paying/start-payment.ts';
import { ask, type Journey, newJourney, type OpenAttempt } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import { expireCase } from './expire-case.ts';
import { reconcile } from './reconcile.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
let kari: Actor;
let journey: Journey;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
});
afterAll(() => world?.close());
afterEach(() => world.nets.clearFaults());

const now = { payment: { agreement: 'nets', capture: 'now' } } as const;
const reserve = { payment: { agreement: 'nets', capture: 'reserve' } } as const;
const bookOf = (attempt: OpenAttempt) => world.nets.byReference(attempt.reference);
const submission = (id: string) => world.app.db.submission.findUniqueOrThrow({ where: { id } });

/** Moves the clock past the case's deadline without any timer running meanwhile. */
async function pastDeadline(id: string, seconds = 1): Promise<void> {
  const { deadlineAt } = await submission(id);
  if (!deadlineAt) throw new Error('No deadline');
  world.clock.forward((deadlineAt.getTime() - world.clock.now().getTime()) / 1000 + seconds);
}

/** The payer pays at the provider on an attempt that we hold for closed: as a slow bank's message can. */
const closeHere = (attempt: OpenAttempt, status: 'cancelled' | 'expired' | 'failed') =>
  world.app.db.paymentAttempt.update({ where: { id: attempt.id }, data: { status, nextCheckAt: null } });

describe('rule 6: the provider is asked before anything expires', () => {
  it('nothing came: the payment is closed at the provider first, then the case ends and everybody is told once', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.open(id);
    await pastDeadline(id);
    await world.work();
    await world.work();
    expect(await journey.status(id)).toBe('expired');
    expect((await bookOf(attempt)).terminated).toBe(true);
    expect((await journey.attempt(attempt.id)).status).toBe('cancelled');
    expect(await journey.messages(id, 'expired')).toBe(1);
    expect(await startPayment(world.app, kari, id)).toEqual({ kind: 'moved_on' });
  });

  it.each([
    ['charged at once', now],
    ['only reserved', reserve],
  ])(
    'paid in the last minute counts, also when it is noticed after the deadline (%s)',
    async (_how, change) => {
      const id = await journey.confirmed('submit_and_pay', { change });
      const attempt = await journey.open(id);
      await pastDeadline(id, -30);
      await ask(world, attempt);
      await world.nets.pay(attempt.providerPaymentId);
      await pastDeadline(id);
      expect(await expireCase(world.app, id)).not.toBe('expired');
      await world.work();
      world.clock.forward(901);
      await world.work();
      expect(await journey.status(id)).toBe('completed');
      expect(await bookOf(attempt)).toMatchObject({ charged: 30_000, cancelled: 0 });
    },
  );

  it('pay_before_sign, reserved in the last minute: the case goes on to its signature', async () => {
    const id = await journey.confirmed('pay_before_sign');
    const attempt = await journey.open(id);
    await pastDeadline(id, -1);
    await world.nets.pay(attempt.providerPaymentId);
    await pastDeadline(id);
    await expireCase(world.app, id);
    await world.work();
    expect(await journey.status(id)).toBe('awaiting_signature');
    expect(await bookOf(attempt)).toMatchObject({ reserved: 30_000, cancelled: 0 });
  });

  it('the provider is dead: postponed, not expired; when it is back the payment counts', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    await world.nets.fault('api', 'dead');
    await pastDeadline(id);
    expect(await expireCase(world.app, id)).toBe('postponed');
    expect((await submission(id)).deadlineAt?.getTime()).toBe(world.clock.now().getTime() + 900_000);
    await reconcile(world.app);
    expect(await journey.status(id)).toBe('awaiting_payment');
    await world.nets.clearFaults();
    world.clock.forward(901);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect((await bookOf(attempt)).charged).toBe(30_000);
  });

  it('rule 7: signed in time and only the capture is missing: the case does not expire', async () => {
    const id = await journey.confirmed('pay_before_sign');
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    await journey.sign(id);
    await pastDeadline(id);
    await world.nets.fault('charge', 'dead');
    await world.work();
    expect(await journey.status(id)).toBe('awaiting_signature');
    await world.nets.clearFaults();
    world.clock.forward(3600);
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect((await bookOf(attempt)).charged).toBe(30_000);
  });

  it('rule 7, 9: a payment that does not match is not closed by the clock, nor asked about without end', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    await world.nets.fault('amount', 'wrong');
    await ask(world, attempt);
    await pastDeadline(id);
    expect(await expireCase(world.app, id)).toBe('postponed');
    expect((await submission(id)).deadlineAt?.getTime()).toBeGreaterThan(world.clock.now().getTime());
    expect(
      await world.app.db.paymentOperation.count({ where: { attemptId: attempt.id, kind: 'cancel' } }),
    ).toBe(0);
    expect(await journey.alarms(id)).toEqual(['payment_mismatch']);
  });

  it.each([
    ['reserved', {}, { cancelled: 30_000, charged: 0 }],
    ['captured', now, { charged: 30_000, refunded: 30_000 }],
  ])('rule 4: not signed in time: what was %s goes back', async (_how, change, book) => {
    const id = await journey.confirmed('pay_before_sign', { change });
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    await pastDeadline(id);
    await world.work();
    expect(await journey.status(id)).toBe('expired');
    expect(await bookOf(attempt)).toMatchObject(book);
    expect(await balance(world.app.db, attempt.id, 'provider')).toBe(0);
  });

  it('one failing case does not stop the others, and does not make the timer run in circles', async () => {
    const broken = await journey.confirmed();
    const fine = await journey.confirmed();
    await world.app.db.$executeRaw`
      with broken as (
        insert into service_version (id, service_id, owner_id, environment, version, definition, created_at)
        select gen_random_uuid(), v.service_id, v.owner_id, v.environment, 99, '{}'::jsonb, now()
          from service_version v join submission s on s.service_version_id = v.id where s.id = ${broken}::uuid
        returning id)
      update submission set service_version_id = (select id from broken) where id = ${broken}::uuid`;
    const attempt = await journey.open(fine);
    await world.nets.pay(attempt.providerPaymentId);
    await pastDeadline(fine);
    let rounds = 0;
    while ((await reconcile(world.app)).handled > 0 && rounds < 10) rounds += 1;
    expect(rounds).toBeLessThan(10);
    expect(await journey.status(fine)).toBe('completed');
  });
});

describe('rule 11: late money completes the case or goes back', () => {
  async function expiredThenPaid(
    variant: string,
    change = {},
  ): Promise<{ id: string; attempt: OpenAttempt }> {
    const id = await journey.confirmed(variant, { change });
    const attempt = await journey.open(id);
    // As when the provider had told us that the payment was over, and it was not.
    await closeHere(attempt, 'expired');
    await pastDeadline(id);
    await world.work();
    expect(await journey.status(id)).toBe('expired');
    await world.nets.pay(attempt.providerPaymentId);
    await ask(world, attempt);
    return { id, attempt };
  }

  it('expired, then paid: the case completes, for everything that it needs is there', async () => {
    const { id, attempt } = await expiredThenPaid('submit_and_pay');
    await world.work();
    expect(await submission(id)).toMatchObject({ status: 'completed', closedAt: null });
    expect((await bookOf(attempt)).refunded).toBe(0);
    expect(await journey.events(id)).toContain('payment.late_money');
    expect(await world.app.db.receipt.count({ where: { submissionId: id } })).toBe(1);
  });

  it('expired, then paid, and a signature is still needed: on to the signature, with a deadline of its own', async () => {
    const { id } = await expiredThenPaid('pay_before_sign', now);
    expect(await journey.status(id)).toBe('awaiting_signature');
    expect((await submission(id)).deadlineAt?.getTime()).toBeGreaterThan(world.clock.now().getTime());
    expect(await journey.sign(id)).toBe('signed');
    expect(await journey.status(id)).toBe('completed');
  });

  it('pay_after_sign expired, then paid: its signatures were void, so it is signed anew before the receipt', async () => {
    const id = await journey.confirmed('pay_after_sign');
    expect(await journey.sign(id)).toBe('signed');
    expect(await journey.status(id)).toBe('awaiting_payment');
    const attempt = await journey.open(id);
    await closeHere(attempt, 'expired');
    await pastDeadline(id);
    await world.work();
    await world.nets.pay(attempt.providerPaymentId);
    await ask(world, attempt);
    expect(await journey.status(id)).toBe('awaiting_signature');
    expect(await journey.sign(id)).toBe('signed');
    expect(await journey.status(id)).toBe('completed');
    expect((await bookOf(attempt)).refunded).toBe(0);
  });

  it('withdrawn, then paid: everything is refunded', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.open(id);
    await closeHere(attempt, 'cancelled');
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'withdrawn' });
    await world.nets.pay(attempt.providerPaymentId);
    await ask(world, attempt);
    await world.work();
    expect(await bookOf(attempt)).toMatchObject({ charged: 30_000, refunded: 30_000 });
    expect(await journey.status(id)).toBe('withdrawn');
    expect(await balance(world.app.db, attempt.id, 'held')).toBe(0);
  });

  it('reopened, then the old sum is paid: it goes back, and never pays the new order', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.open(id);
    await closeHere(attempt, 'failed');
    expect(await reopenSubmission(world.app, kari, id)).toEqual({ kind: 'reopened' });
    expect(await confirmSubmission(world.app, kari, id, 30_000)).toEqual({ kind: 'confirmed' });
    await world.nets.pay(attempt.providerPaymentId);
    await ask(world, attempt);
    await world.work();
    expect(await journey.status(id)).toBe('awaiting_payment');
    expect(await bookOf(attempt)).toMatchObject({ charged: 30_000, refunded: 30_000 });
  });

  it('held, but on an attempt that is closed here: let go', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: reserve });
    const attempt = await journey.open(id);
    await closeHere(attempt, 'cancelled');
    await world.nets.pay(attempt.providerPaymentId);
    await ask(world, attempt);
    await world.work();
    expect(await bookOf(attempt)).toMatchObject({ reserved: 30_000, charged: 0, cancelled: 30_000 });
    expect((await journey.attempt(attempt.id)).status).toBe('cancelled');
    expect(await journey.status(id)).toBe('awaiting_payment');
  });

  it.each(['before', 'after'])(
    'paid twice: one pays, the other goes back; told %s the first is known',
    async (when) => {
      const id = await journey.confirmed();
      const first = await journey.open(id);
      await closeHere(first, 'failed');
      const second = await journey.paid(id);
      await world.nets.pay(first.providerPaymentId);
      const order = when === 'before' ? [first, second] : [second, first];
      for (const attempt of order) await ask(world, attempt);
      await world.work();
      expect(await journey.status(id)).toBe('completed');
      const books = await Promise.all(order.map(bookOf));
      expect(books).toMatchObject([
        { charged: 30_000, refunded: 0 },
        { charged: 30_000, refunded: 30_000 },
      ]);
      expect(await world.app.db.receipt.count({ where: { submissionId: id } })).toBe(1);
      expect(await journey.messages(id, 'refunded')).toBe(1);
    },
  );

  it('the watchdog: money that no refund is planned for is found, told to the owner, and sent back', async () => {
    const id = await journey.confirmed('pay_before_sign', { change: now });
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    // As a bug would leave it: closed without a word about the money.
    await world.app.db.submission.update({ where: { id }, data: { status: 'withdrawn', deadlineAt: null } });
    await world.work();
    expect((await bookOf(attempt)).refunded).toBe(30_000);
    expect(await journey.alarms(id)).toEqual(['stranded_money']);
    expect(await balance(world.app.db, attempt.id, 'held')).toBe(0);
  });
});

describe('reminders and prefilled payments', () => {
  it('a case that waits for payment is reminded once, two days before its deadline', async () => {
    const id = await journey.confirmed();
    await pastDeadline(id, -3 * 86_400);
    await world.work();
    expect(await journey.messages(id, 'reminder')).toBe(0);
    await pastDeadline(id, -2 * 86_400);
    await Promise.all([reconcile(world.app), reconcile(world.app)]);
    await world.work();
    expect(await journey.messages(id, 'reminder')).toBe(1);
    await pastDeadline(id, -3600);
    await world.work();
    expect(await journey.messages(id, 'reminder')).toBe(1);
  });

  it('a draft and a case that is paid are not reminded', async () => {
    const id = await journey.confirmed();
    await ask(world, await journey.paid(id));
    world.clock.forward(13 * 86_400);
    await world.work();
    expect(await journey.messages(id, 'reminder')).toBe(0);
  });

  it('rule 15: a prefilled payment is overdue when its Oslo day is over, is reminded once, and stays payable', async () => {
    const today = world.clock.now();
    const due = new Date(today.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
    const id = await journey.issued(due);
    expect(await journey.status(id)).toBe('awaiting_payment');
    world.clock.forward((Date.parse(`${due}T21:30:00Z`) - today.getTime()) / 1000);
    await world.work();
    expect(await journey.messages(id, 'reminder')).toBe(0);
    world.clock.forward(3 * 3600);
    await world.work();
    await world.work();
    expect(await journey.messages(id, 'reminder')).toBe(1);
    world.clock.forward(400 * 86_400);
    await world.work();
    expect(await journey.status(id)).toBe('awaiting_payment');
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    expect(await journey.status(id)).toBe('completed');
    expect(await bookOf(attempt)).toMatchObject({ amount: 60_000, charged: 60_000 });
  });

  it('a prefilled payment has no answers to go back to and nobody to withdraw it', async () => {
    const id = await journey.issued('2030-01-01');
    await expect(reopenSubmission(world.app, kari, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(withdrawSubmission(world.app, kari, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await journey.status(id)).toBe('awaiting_payment');
  });
});

describe('going back from payment', () => {
  it('the worker that is woken for the same cancellation keeps off: it is closed once, by who asked', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.open(id);
    const others: string[] = [];
    const app = {
      ...world.app,
      openProvider: (agreement: PaymentAgreement): OpenProvider => {
        const provider = world.app.openProvider(agreement);
        const cancel: OpenProvider['cancel'] = async (request) => {
          const planned = await world.app.db.paymentOperation.findFirstOrThrow({
            where: { attemptId: attempt.id, kind: 'cancel' },
          });
          others.push(await performOperation(world.app, planned.id));
          return provider.cancel?.(request) ?? { outcome: 'done' };
        };
        return { ...provider, cancel };
      },
    };
    expect(await reopenSubmission(app, kari, id)).toEqual({ kind: 'reopened' });
    expect(others).toEqual(['not_mine']);
    expect((await bookOf(attempt)).terminated).toBe(true);
  });

  it('paid in the other tab meanwhile: nothing is reopened', async () => {
    for (const change of [now, reserve]) {
      const id = await journey.confirmed('submit_and_pay', { change });
      const attempt = await journey.paid(id);
      expect(await reopenSubmission(world.app, kari, id)).toEqual({ kind: 'moved_on' });
      await world.work();
      expect(await journey.status(id)).toBe('completed');
      expect(await bookOf(attempt)).toMatchObject({ charged: 30_000, refunded: 0 });
    }
  });

  it('the provider gives no answer: nothing is changed', async () => {
    const id = await journey.confirmed();
    await journey.open(id);
    await world.nets.fault('api', 'dead');
    expect(await reopenSubmission(world.app, kari, id)).toEqual({ kind: 'no_answer' });
    expect(await withdrawSubmission(world.app, kari, id)).toEqual({ kind: 'no_answer' });
    expect(await journey.status(id)).toBe('awaiting_payment');
  });
});
