import { describe, expect, it } from 'vitest';
import type { Capabilities } from '@/lib/payments/provider.ts';
import { refundPayment } from '../../../../refunding/refund-payment.ts';
import { reconcile } from '../../../../upkeep/reconcile.ts';
import { withdrawSubmission } from '../../../../withdrawing/withdraw-submission.ts';
import { closeOpenPayment } from '../../../close-open-payment.ts';
import { readPaymentView } from '../../../payment-view.ts';
import { returnFromPayment } from '../../../return-from-payment.ts';
import { startPayment } from '../../../start-payment.ts';
import {
  completed,
  confirmed,
  day,
  heard,
  later,
  type Opened,
  open,
  opened,
  payAfterAll,
  refundPart,
  type Stage,
  sums,
  usualMinor,
  visit,
} from '../stage.ts';

const losses = ['lost-after-commit', 'lost-before-commit', '500', '429', 'dead'] as const;
type Loss = (typeof losses)[number];

/** Whether a call that was not answered comes to its end without a person: what can be asked is asked, the rest sent once more. */
function comesHome(can: Capabilities, call: 'capture' | 'cancel' | 'refund', loss: Loss): boolean {
  if ((can.fetch && !can.blindTo?.includes(call)) || loss === '429') return true;
  return can.asksAgain?.includes(call) === true && loss !== 'lost-after-commit';
}

/** A case of `pay_before_sign` whose sum is held. */
async function held(stage: Stage): Promise<Opened> {
  const one = await opened(stage, { variant: 'pay_before_sign', capture: 'reserve' });
  await visit(stage, one.attempt);
  expect(await stage.journey.status(one.id)).toBe('awaiting_signature');
  return one;
}

/** What is planned is sent while its reply is lost, and once more when all is well again. */
async function sendLosing(stage: Stage, call: 'capture' | 'cancel' | 'refund', loss: Loss): Promise<void> {
  await stage.provider.break(call, loss);
  await stage.world.work();
  await stage.provider.calm();
  for (const seconds of [61, 3_601]) await later(stage, seconds);
}

const alarmUnless = (comesHome: boolean) => (comesHome ? [] : ['operation_unknown']);

export function lostReplies(stage: Stage): void {
  describe.each(losses)('the reply is %s', (loss) => {
    it('to capture: taken once', async () => {
      const { id } = await held(stage);
      await stage.journey.sign(id);
      await sendLosing(stage, 'capture', loss);
      const sure = comesHome(stage.can, 'capture', loss);
      expect((await sums(stage, id)).books.flatMap(({ charges }) => charges)).toEqual([usualMinor]);
      expect(await stage.journey.status(id)).toBe(sure ? 'completed' : 'awaiting_signature');
      expect(await stage.journey.alarms(id)).toEqual(alarmUnless(sure));
    });

    it('to cancel: let go once', async () => {
      const { id, attempt } = await held(stage);
      expect(await withdrawSubmission(stage.world.app, stage.kari, id)).toEqual({ kind: 'withdrawn' });
      await sendLosing(stage, 'cancel', loss);
      const sure = comesHome(stage.can, 'cancel', loss);
      expect(await sums(stage, id)).toMatchObject({ charged: 0, cancelled: usualMinor });
      if (sure) expect((await stage.journey.attempt(attempt.id)).status).toBe('voided');
      expect(await stage.journey.alarms(id)).toEqual(alarmUnless(sure));
    });

    it('to refund: given back once, and never twice', async () => {
      const { id, attempt } = await completed(stage);
      await stage.provider.break('refund', loss);
      // A part of it: the provider would carry out another one.
      await refundPart(stage, attempt, 10_000);
      await sendLosing(stage, 'refund', loss);
      const sure = comesHome(stage.can, 'refund', loss);
      const given = (await sums(stage, id)).books.flatMap(({ refunds }) => refunds);
      expect(given).toEqual(sure || loss === 'lost-after-commit' ? [10_000] : []);
      expect((await stage.journey.attempt(attempt.id)).refundedMinor).toBe(sure ? 10_000n : 0n);
      expect(await stage.journey.alarms(id)).toEqual(alarmUnless(sure));
    });
  });
}

export function deadForTenMinutes(stage: Stage): void {
  it('the provider is dead for ten minutes, before and after it was paid', async () => {
    const { world, journey, provider, kari, can } = stage;
    const id = await confirmed(stage);
    await provider.kill();
    const calls = stage.driver.faults.create.length > 0;
    expect((await startPayment(world.app, kari, id)).kind).toBe(calls ? 'no_answer' : 'open');
    await provider.calm();
    world.clock.forward(1);
    const attempt = await open(stage, id);
    await provider.visit(attempt, 'pay');
    await provider.kill();
    for (let seconds = 0; seconds <= 600; seconds += 60) {
      world.clock.forward(60);
      await reconcile(world.app);
    }
    expect(await journey.status(id)).toBe('awaiting_payment');
    if (can.fetch) {
      expect((await readPaymentView(world.app, kari, id))?.situation).toEqual({ kind: 'unknown' });
      expect(await startPayment(world.app, kari, id)).toEqual({ kind: 'moved_on' });
    }
    await provider.calm();
    if (!can.fetch) await provider.tell(attempt.reference);
    await later(stage, 121);
    expect(await journey.status(id)).toBe('completed');
    expect((await sums(stage, id)).books.flatMap(({ charges }) => charges)).toEqual([usualMinor]);
    expect(await journey.alarms(id)).toEqual([]);
  });
}

export function refunds(stage: Stage): void {
  describe('money back', () => {
    it('asked for twice at once, and once more: given once', async () => {
      const { id, attempt } = await completed(stage);
      const ask = () =>
        refundPayment(stage.world.app, stage.finance, { attemptId: attempt.id, reason: 'Feil gebyr' });
      const [one, two] = await Promise.all([ask(), ask()]);
      expect(one).toEqual(two);
      await stage.world.work();
      expect(await ask()).toEqual({ kind: 'already_refunded' });
      await stage.world.work();
      expect((await sums(stage, id)).books.flatMap(({ refunds }) => refunds)).toEqual([usualMinor]);
      expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
    });

    it('in parts to the last øre, and not one more', async () => {
      const { id, attempt } = await completed(stage);
      const parts = stage.can.partialRefund ? [1, 9_999, 19_999, 1] : [usualMinor];
      for (const part of parts) expect(await refundPart(stage, attempt, part)).toBe('done');
      expect((await sums(stage, id)).books.flatMap(({ refunds }) => refunds)).toEqual(parts);
      expect(await stage.journey.attempt(attempt.id)).toMatchObject({
        status: 'refunded',
        refundedMinor: BigInt(usualMinor),
      });
      await refundPart(stage, attempt, 1);
      expect((await sums(stage, id)).refunded).toBe(usualMinor);
      await seenTo(stage, id);
    });

    it('one øre more than is left: refused, none of it given, and the owner told', async () => {
      const { id, attempt } = await completed(stage);
      const before = stage.can.partialRefund ? 10_000 : 0;
      if (before) expect(await refundPart(stage, attempt, before)).toBe('done');
      expect(await refundPart(stage, attempt, usualMinor - before + 1)).toBe('refused');
      expect((await sums(stage, id)).refunded).toBe(before);
      expect(await stage.journey.alarms(id)).toEqual(['refund_refused']);
      await seenTo(stage, id);
    });
  });
}

/** A person has looked into what was refused, and it is not tried again. */
async function seenTo({ world }: Stage, submissionId: string): Promise<void> {
  await world.app.db.paymentOperation.updateMany({
    where: { finishedAt: null, attempt: { order: { submissionId } } },
    data: { status: 'failed', finishedAt: world.clock.now(), nextTryAt: null },
  });
}

/** Told as failed by the provider, where such a thing happens; else still open. */
async function failed(stage: Stage): Promise<Opened> {
  const one = await opened(stage);
  const visited = await stage.provider.failAtFirst?.(one.attempt);
  if (visited) await returnFromPayment(stage.world.app, one.attempt.id, visited.back, visited.query);
  return one;
}

/** Paid after all, and told; gives whether it was taken, or only held. */
async function comeAlive(stage: Stage, { attempt }: Opened): Promise<boolean> {
  await stage.provider.comeAlive(attempt);
  await heard(stage, attempt);
  const books = await stage.provider.books(attempt.reference);
  return books.some(({ charged }) => charged > 0);
}

export function lateMoney(stage: Stage): void {
  describe('money that comes late', () => {
    it('taken after it failed: it pays the case, and the open payment is closed; held: it is let go', async () => {
      const one = await failed(stage);
      if ((await stage.journey.attempt(one.attempt.id)).status === 'pending')
        expect(await closeOpenPayment(stage.world.app, one.id)).toBe('closed');
      const second = await open(stage, one.id);
      if (await comeAlive(stage, one)) {
        expect(await stage.journey.status(one.id)).toBe('completed');
        expect(await stage.journey.events(one.id)).toContain('payment.late_money');
        expect((await stage.journey.attempt(second.id)).status).toBe('cancelled');
      } else {
        expect(await stage.journey.status(one.id)).toBe('awaiting_payment');
        await payAfterAll(stage, one.id);
      }
      expect(await sums(stage, one.id)).toMatchObject({ charged: usualMinor, kept: usualMinor, held: 0 });
      expect(await stage.journey.alarms(one.id)).toEqual([]);
    });

    it('for a case that has expired: it pays it, as far as it still can; held: it is let go', async () => {
      const one = await failed(stage);
      await later(stage, 16 * day);
      expect(await stage.journey.status(one.id)).toBe('expired');
      const isTaken = await comeAlive(stage, one);
      expect(await stage.journey.status(one.id)).toBe(isTaken ? 'completed' : 'expired');
      expect(await sums(stage, one.id)).toMatchObject({ kept: isTaken ? usualMinor : 0, held: 0 });
      expect(await stage.journey.alarms(one.id)).toEqual([]);
    });

    it('for a case that was withdrawn: it goes back', async () => {
      const one = await failed(stage);
      expect(await withdrawSubmission(stage.world.app, stage.kari, one.id)).toEqual({ kind: 'withdrawn' });
      await stage.world.work();
      await comeAlive(stage, one);
      expect(await stage.journey.status(one.id)).toBe('withdrawn');
      expect(await sums(stage, one.id)).toMatchObject({ kept: 0, held: 0 });
      expect(await stage.journey.alarms(one.id)).toEqual([]);
    });
  });
}
