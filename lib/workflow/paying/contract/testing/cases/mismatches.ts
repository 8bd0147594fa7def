import { describe, expect, it } from 'vitest';
import { listActs } from '@/lib/audit/list-acts.ts';
import { readAttempt } from '@/lib/payments/attempt.ts';
import { withdrawSubmission } from '../../../../withdrawing/withdraw-submission.ts';
import { paymentRef } from '../../../ask-provider.ts';
import { operationRequest } from '../../../operation-request.ts';
import { readPaymentView } from '../../../payment-view.ts';
import { type MismatchSettled, settleMismatch } from '../../../settle-mismatch.ts';
import {
  later,
  type Opened,
  opened,
  payAfterAll,
  type Stage,
  type Subject,
  sums,
  usualMinor,
  visit,
} from '../stage.ts';

const reason = 'Gitt tilbake i leverandørens administrasjon i dag';

const settle = ({ world, finance }: Stage, { attempt }: Opened): Promise<MismatchSettled> =>
  settleMismatch(world.app, finance, { attemptId: attempt.id, reason });

/** The owner does something to a payment in the provider's own administration: Kvitt knows nothing of it. */
async function atTheProvider(
  { world: { app } }: Stage,
  { attempt }: Opened,
  kind: 'capture' | 'cancel' | 'refund',
  amountMinor = usualMinor,
): Promise<void> {
  const current = await readAttempt(app.db, attempt.id);
  const ref = paymentRef(current);
  if (!ref) throw new Error('Nobody has paid');
  const agreement = await app.db.paymentAgreement.findUniqueOrThrow({ where: { id: attempt.agreementId } });
  const operation = { amountMinor: BigInt(amountMinor), idempotencyKey: app.ids.uuid() };
  const result = await app.openProvider(agreement)[kind]?.(operationRequest(ref, current, operation));
  expect(result).toMatchObject({ outcome: 'done' });
}

/** What the payer has paid is not told as what was promised. */
async function mismatched(stage: Stage): Promise<Opened & { isTaken: boolean }> {
  const one = await opened(stage);
  await stage.provider.lie('amount');
  await visit(stage, one.attempt);
  expect(await stage.journey.alarms(one.id)).toEqual(['payment_mismatch']);
  return { ...one, isTaken: (await sums(stage, one.id)).charged > 0 };
}

/** The money is with the payer again, as far as the provider is concerned. */
async function undo(stage: Stage, one: Opened & { isTaken: boolean }): Promise<void> {
  await atTheProvider(stage, one, one.isTaken ? 'refund' : 'cancel');
}

const situation = async ({ world, kari }: Stage, id: string) =>
  (await readPaymentView(world.app, kari, id))?.situation;

export function mismatchEnds(stage: Stage, { can }: Subject): void {
  describe('what did not match is settled at the provider', () => {
    it.runIf(can.fetch)('and the timer sees it: the attempt ends, and the payer pays again', async () => {
      const one = await mismatched(stage);
      await undo(stage, one);
      await later(stage, 61);
      expect((await stage.journey.attempt(one.attempt.id)).status).toBe(one.isTaken ? 'failed' : 'cancelled');
      expect(await stage.journey.alarms(one.id)).toEqual([]);
      await stage.provider.calm();
      await payAfterAll(stage, one.id);
    });

    it('and an employee says so: the provider is asked first where it can be, and then it can be paid again', async () => {
      const one = await mismatched(stage);
      if (can.fetch) expect(await settle(stage, one)).toEqual({ kind: 'still_there' });
      if (can.fetch) await stage.provider.break('ask', 'dead');
      if (can.fetch) expect(await settle(stage, one)).toEqual({ kind: 'no_answer' });
      await stage.provider.calm();
      await stage.provider.lie('amount');
      expect(await situation(stage, one.id)).toEqual({ kind: 'problem' });
      await undo(stage, one);
      const both = await Promise.all([settle(stage, one), settle(stage, one)]);
      expect(both.map(({ kind }) => kind).sort()).toEqual(['moved_on', 'settled']);
      expect(await settle(stage, one)).toEqual({ kind: 'moved_on' });
      await expectSettled(stage, one);
      await stage.provider.tell(one.attempt.reference);
      await later(stage, 3_700);
      expect(await stage.journey.alarms(one.id)).toEqual([]);
      await stage.provider.calm();
      const again = await payAfterAll(stage, one.id);
      expect(again.id).not.toBe(one.attempt.id);
      expect((await sums(stage, one.id)).kept).toBe(usualMinor);
    });

    it.runIf(can.blindTo?.includes('refund'))(
      'after it was taken there, and the provider does not show that: it is not told of again',
      async () => {
        const one = await mismatched(stage);
        await atTheProvider(stage, one, 'capture');
        await later(stage, 61);
        await atTheProvider(stage, one, 'refund');
        await later(stage, 61);
        expect(await settle(stage, one)).toEqual({ kind: 'settled' });
        await expectSettled(stage, one);
        await stage.provider.tell(one.attempt.reference);
        await later(stage, 3_700);
        expect(await stage.journey.alarms(one.id)).toEqual([]);
        expect(await sums(stage, one.id)).toMatchObject({ kept: 0, held: 0 });
      },
    );

    it('and the case was withdrawn meanwhile: what is held is let go of, what is taken stays in sight', async () => {
      const one = await mismatched(stage);
      expect(await withdrawSubmission(stage.world.app, stage.kari, one.id)).toEqual({ kind: 'withdrawn' });
      await later(stage, 61);
      expect(await stage.journey.status(one.id)).toBe('withdrawn');
      const { held, kept } = await sums(stage, one.id);
      expect(held).toBe(0);
      if (kept > 0) {
        expect(await stage.journey.alarms(one.id)).toContain('payment_mismatch');
        await undo(stage, one);
        expect(await settle(stage, one)).toEqual({ kind: 'settled' });
      }
      expect(await stage.journey.alarms(one.id)).toEqual([]);
      expect(await sums(stage, one.id)).toMatchObject({ kept: 0, held: 0 });
    });
  });
}

async function expectSettled(stage: Stage, { id, attempt }: Opened): Promise<void> {
  expect(['failed', 'cancelled']).toContain((await stage.journey.attempt(attempt.id)).status);
  expect(await stage.journey.alarms(id)).toEqual([]);
  expect((await situation(stage, id))?.kind).toBe('pay');
  const { db } = stage.world.app;
  expect(await db.ledgerEntry.count({ where: { attemptId: attempt.id } })).toBe(0);
  const said = await db.submissionEvent.findMany({
    where: { submissionId: id, type: 'payment.mismatch_settled' },
  });
  expect(said.map(({ data }) => data)).toEqual([expect.objectContaining({ attemptId: attempt.id, reason })]);
  const { acts } = await listActs(db, stage.finance);
  expect(acts.map(({ act }) => act)).toContain('mismatch_settled');
}

export function partTaken(stage: Stage, { can }: Subject): void {
  // One that is blind to something tells of no parts either.
  describe.runIf(can.fetch && !can.blindTo)('a part that the owner takes at the provider', () => {
    const taken = async () => {
      const one = await opened(stage, { variant: 'pay_before_sign', capture: 'reserve' });
      await visit(stage, one.attempt);
      await atTheProvider(stage, one, 'capture', 10_000);
      return one;
    };

    it('is a case for the owner at once, and ends when it has gone back', async () => {
      const one = await taken();
      await later(stage, 31);
      expect(await stage.journey.alarms(one.id)).toEqual(['payment_mismatch']);
      expect(await stage.journey.attempt(one.attempt.id)).toMatchObject({
        status: 'authorized',
        problem: 'mismatch_amount',
        capturedMinor: 0n,
      });
      await atTheProvider(stage, one, 'refund', 10_000);
      expect(await settle(stage, one)).toEqual({ kind: 'settled' });
      await later(stage, 61);
      expect(await stage.journey.status(one.id)).toBe('awaiting_payment');
      expect((await stage.journey.attempt(one.attempt.id)).status).toBe('failed');
    });

    it('is not lost when the rest cannot be taken any more', async () => {
      const one = await taken();
      await stage.journey.sign(one.id);
      await later(stage, 61);
      // Refused, or without a clear answer: either way it is in sight.
      expect(await stage.journey.alarms(one.id)).toContain('payment_mismatch');
      expect((await sums(stage, one.id)).kept).toBe(10_000);
      await atTheProvider(stage, one, 'refund', 10_000);
      expect(await settle(stage, one)).toEqual({ kind: 'settled' });
      expect((await stage.journey.attempt(one.attempt.id)).status).toBe('failed');
      expect(await stage.journey.alarms(one.id)).toEqual([]);
      await payAfterAll(stage, one.id);
      expect((await sums(stage, one.id)).kept).toBe(usualMinor);
    });
  });
}
