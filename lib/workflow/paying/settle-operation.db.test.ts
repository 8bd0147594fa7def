import { describe, expect, it, vi } from 'vitest';
import { listActs } from '@/lib/audit/list-acts.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { readPayment } from '../staff/read-payment.ts';
import { journeyStage } from '../testing/journey-stage.ts';
import type { Booked } from '../testing/provider-driver.ts';
import { openSandbox } from '../testing/provider-sandbox.ts';
import { returnFromPayment } from './return-from-payment.ts';
import { settleOperation } from './settle-operation.ts';
import { startPayment } from './start-payment.ts';

vi.setConfig({ testTimeout: 60_000 });

const stage = journeyStage();
const dibs = () => openSandbox('dibs', stage.world.sandboxUrl);

/** What it has of the one payment under a reference. */
async function book(reference: string): Promise<Booked> {
  const [one, ...more] = await dibs().books(reference);
  if (!one || more.length > 0) throw new Error(`Not one payment ${reference}`);
  return one;
}

/** A case whose payer has been at DIBS and come back. */
async function paid() {
  const { world, journey, kari } = stage;
  const change = { payment: { agreement: 'dibs', capture: 'now' as const } };
  const id = await journey.confirmed('submit_and_pay', { change });
  const started = await startPayment(world.app, kari, id);
  const attempt = (await journey.attempts(id)).findLast(({ status }) => status === 'pending');
  if (started.kind !== 'open' || !attempt) throw new Error(`Not open: ${started.kind}`);
  const { back } = await dibs().visit(attempt, 'pay');
  await returnFromPayment(world.app, attempt.id, back);
  return { id, attempt };
}

async function completed() {
  const one = await paid();
  await stage.world.work();
  expect(await stage.journey.status(one.id)).toBe('completed');
  return one;
}

async function later(seconds = 61): Promise<void> {
  stage.world.clock.forward(seconds);
  await stage.world.work();
}

describe('what nobody can be asked about is settled by a person', () => {
  const why = 'Står som utført i DIBS Administration';
  const part = (amountMinor: number) => ({ kind: 'amount' as const, amountMinor });

  /** The operation that nobody knows the outcome of, as its payment's page shows it. */
  async function unsettledOf(attemptId: string) {
    const { unsettled, where } = await readPayment(stage.world.app, stage.finance, attemptId);
    if (!unsettled) throw new Error('All is settled');
    expect(where.place).toBe('unsettled');
    return unsettled.operationId;
  }
  const say = (attemptId: string, operationId: string, outcome: 'carried_out' | 'not_carried_out') =>
    settleOperation(stage.world.app, stage.finance, { attemptId, operationId, outcome, reason: why });

  async function refundWithoutAnswer(value: string) {
    const one = await completed();
    const attemptId = one.attempt.id;
    await dibs().fault('refund', value, undefined, one.attempt.reference);
    await refundPayment(stage.world.app, stage.finance, { attemptId, reason: 'For mye', part: part(10_000) });
    await stage.world.work();
    await stage.world.nets.clearFaults();
    expect(await stage.journey.alarms(one.id)).toEqual(['operation_unknown']);
    return { ...one, attemptId, operationId: await unsettledOf(attemptId) };
  }

  it('a refund that was carried out: booked and credited once, and the rest can follow', async () => {
    const { id, attempt, attemptId, operationId } = await refundWithoutAnswer('lost-after-commit');
    const both = await Promise.all([1, 2].map(() => say(attemptId, operationId, 'carried_out')));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['moved_on', 'settled']);
    expect(await say(attemptId, operationId, 'not_carried_out')).toEqual({ kind: 'moved_on' });
    expect(await stage.journey.attempt(attemptId)).toMatchObject({
      status: 'partially_refunded',
      refundedMinor: 10_000n,
    });
    expect(await balance(stage.world.app.db, attemptId, 'provider')).toBe(20_000);
    expect(await stage.journey.alarms(id)).toEqual([]);
    expect(
      await stage.world.app.db.receipt.count({ where: { submissionId: id, series: 'credit_note' } }),
    ).toBe(1);
    const { timeline } = await readPayment(stage.world.app, stage.finance, attemptId);
    expect(timeline).toContainEqual(
      expect.objectContaining({ what: 'payment.operation_settled', detail: why }),
    );
    const { acts } = await listActs(stage.world.app.db, stage.finance);
    expect(acts.find(({ act }) => act === 'operation_settled')?.detail).toMatchObject({
      outcome: 'carried_out',
    });
    await refundPayment(stage.world.app, stage.finance, { attemptId, reason: 'Resten også' });
    await stage.world.work();
    expect(await book(attempt.reference)).toMatchObject({ refunded: 30_000 });
    expect(await balance(stage.world.app.db, attemptId, 'provider')).toBe(0);
  });

  it('a refund that was not: nothing is moved, and it can be asked for again', async () => {
    const { id, attempt, attemptId, operationId } = await refundWithoutAnswer('lost-before-commit');
    // Not while it may still be carried out.
    const again = { attemptId, reason: 'For mye', part: part(12_000) };
    expect(await refundPayment(stage.world.app, stage.finance, again)).toEqual({
      kind: 'busy',
      amountMinor: 10_000,
    });
    expect(await say(attemptId, operationId, 'not_carried_out')).toMatchObject({ kind: 'settled' });
    for (let day = 0; day < 2; day++) await later(86_400);
    expect((await book(attempt.reference)).refunds).toHaveLength(0);
    expect((await readPayment(stage.world.app, stage.finance, attemptId)).where).toEqual({
      place: 'delivered',
      amountMinor: 30_000,
    });
    expect(await refundPayment(stage.world.app, stage.finance, again)).toMatchObject({ kind: 'under_way' });
    await stage.world.work();
    expect(await book(attempt.reference)).toMatchObject({ refunded: 12_000 });
    expect(await stage.journey.alarms(id)).toEqual([]);
  });

  it('a refund that Kvitt itself wanted and that was not carried out is asked for anew', async () => {
    const { attempt } = await completed();
    await dibs().fault('refund', 'lost-before-commit', 1, attempt.reference);
    await stage.world.app.db.$transaction((tx) =>
      planOperation(
        tx,
        stage.world.app.ids,
        attempt,
        { kind: 'refund', amountMinor: 30_000, reason: 'withdrawn' },
        stage.world.clock.now(),
      ),
    );
    await stage.world.work();
    await say(attempt.id, await unsettledOf(attempt.id), 'not_carried_out');
    await stage.world.work();
    expect(await book(attempt.reference)).toMatchObject({ refunded: 30_000 });
  });

  it.each([
    ['lost-after-commit', undefined, 'carried_out'],
    // Its no to the second one could be to a capture that it has: it tells nothing.
    ['lost-before-commit', 'declined', 'not_carried_out'],
  ] as const)('a capture, %s: the case goes on', async (first, second, outcome) => {
    const { id, attempt } = await paid();
    if (second) await dibs().fault('capture', second, 1);
    // One for a payment goes before one for all.
    await dibs().fault('capture', first, 1, attempt.reference);
    await stage.world.work();
    for (let hour = 0; hour < 2; hour++) await later(3601);
    expect(await stage.journey.status(id)).toBe('awaiting_payment');
    expect(await say(attempt.id, await unsettledOf(attempt.id), outcome)).toMatchObject({ kind: 'settled' });
    await stage.world.work();
    expect(await stage.journey.status(id)).toBe('completed');
    expect(await book(attempt.reference)).toMatchObject({ charged: 30_000 });
    expect(await stage.journey.alarms(id)).toEqual([]);
  });

  it('by stage.finance of the same owner, with an outcome and a reason, and of nothing that is clear', async () => {
    const { attempt, attemptId, operationId } = await refundWithoutAnswer('lost-before-commit');
    const said = { attemptId, operationId, outcome: 'carried_out', reason: why } as const;
    const { app } = stage.world;
    await expect(
      settleOperation(app, { ...stage.finance, roles: ['case_worker'] }, said),
    ).rejects.toMatchObject({
      code: 'forbidden',
    });
    for (const [who, what] of [
      [{ ...stage.finance, ownerId: app.ids.uuid() }, said],
      [stage.finance, { ...said, operationId: 'x' }],
      [stage.finance, { ...said, attemptId: app.ids.uuid() }],
    ] as const)
      await expect(settleOperation(app, who, what)).rejects.toMatchObject({ code: 'not_found' });
    expect(await settleOperation(app, stage.finance, { ...said, outcome: undefined, reason: ' ' })).toEqual({
      kind: 'invalid',
      outcome: 'missing',
      reason: 'too_short',
    });
    const create = await app.db.paymentOperation.findFirstOrThrow({
      where: { attemptId: attempt.id, kind: 'create' },
    });
    expect(await settleOperation(app, stage.finance, { ...said, operationId: create.id })).toEqual({
      kind: 'moved_on',
    });
    expect((await stage.journey.attempt(attemptId)).status).toBe('captured');
  });
});
