import { describe, expect, it, vi } from 'vitest';
import { listOpenAlarms, readAlarm } from '@/lib/audit/list-alarms.ts';
import { log } from '@/lib/core/log.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { saveReceivers } from '../alarms/alarm-receivers.ts';
import { handleAlarm } from '../alarms/handle-alarm.ts';
import { readMetrics } from '../metrics/read-metrics.ts';
import { takeEvidence } from '../paying/take-evidence.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import type { OpenAttempt } from '../testing/journey.ts';
import { now } from './testing/deadlines.ts';
import { minutes, openAlarms, work, workerStage } from './testing/worker-stage.ts';
import { tellUnseenRefunds } from './unseen-refunds.ts';

vi.setConfig({ testTimeout: 90_000 });

const stage = workerStage();

describe('rule 4: a refund that fails', () => {
  const reason = 'Tjenesten er nedlagt';

  async function completed(): Promise<{ id: string; attempt: OpenAttempt }> {
    const id = await stage.journey.confirmed('submit_and_pay', { change: now });
    const attempt = await stage.journey.paid(id);
    await minutes(stage, 1);
    expect(await stage.journey.status(id)).toBe('completed');
    return { id, attempt };
  }

  const refundOf = (attemptId: string): Promise<PaymentOperation> =>
    stage.app.db.paymentOperation.findFirstOrThrow({
      where: { attemptId, kind: 'refund' },
      orderBy: { createdAt: 'desc' },
    });

  async function refused() {
    const one = await completed();
    stage.refusal = { outcome: 'refused', code: '1234', detail: 'Insufficient funds' };
    await refundPayment(stage.app, stage.finance, { attemptId: one.attempt.id, reason });
    await work(stage);
    const [alarm] = await openAlarms(stage, one.id);
    if (!alarm) throw new Error('No alarm');
    return { ...one, alarm };
  }

  it('is told in four places: log, metric, the owner’s list and mail', async () => {
    await saveReceivers(stage.app, stage.finance, { addresses: 'okonomi@test.example', language: 'nb' });
    stage.world.mails.length = 0;
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const { id, attempt, alarm } = await refused();
    expect(logged.mock.calls).toContainEqual([
      expect.objectContaining({ alarm: 'refund_refused', submissionId: id, attemptId: attempt.id }),
      expect.stringContaining('did not refund 30000 NOK'),
    ]);
    logged.mockRestore();
    const metrics = await readMetrics({ ...stage.app });
    expect(metrics).toContain('kvitt_alarms{kind="refund_refused",state="open"} 1\n');
    expect(metrics).toContain('kvitt_refunds_failing{provider="nets"} 1\n');
    expect(await listOpenAlarms(stage.app.db, stage.finance)).toContainEqual(
      expect.objectContaining({ id: alarm.id }),
    );
    const told = stage.world.mails.filter(({ to }) => to === 'okonomi@test.example');
    expect(told).toMatchObject([{ subject: 'Kvitt: En tilbakebetaling gikk ikke gjennom' }]);
    expect(told[0]?.text).toContain(`/admin/alarms/${alarm.id}`);

    stage.refusal = undefined;
    stage.world.clock.forward(3600);
    await work(stage);
    expect((await stage.world.nets.byReference(attempt.reference)).refunded).toBe(30_000);
    expect((await readAlarm(stage.app.db, stage.finance, alarm.id)).closedAt).not.toBeNull();
    expect(await readMetrics({ ...stage.app })).toContain(
      'kvitt_alarms{kind="refund_refused",state="open"} 0\n',
    );
    await saveReceivers(stage.app, stage.finance, { addresses: '', language: 'nb' });
  });

  it('is tried again after 10, 20, 40 s and so on, at last every hour, under one alarm', async () => {
    const { id, attempt, alarm } = await refused();
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries++) {
      const { nextTryAt } = await refundOf(attempt.id);
      const wait = ((nextTryAt?.getTime() ?? 0) - stage.world.clock.now().getTime()) / 1000;
      waits.push(wait);
      stage.world.clock.forward(wait);
      await work(stage);
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
    expect((await refundOf(attempt.id)).tries).toBe(13);
    expect(await openAlarms(stage, id)).toMatchObject([{ id: alarm.id }]);
    await handleAlarm(stage.app, stage.finance, { id: alarm.id, reason: 'Avsluttet' });
  });

  it('stops when an employee says that it is handled, and a new one can be asked for', async () => {
    const { id, attempt, alarm } = await refused();
    expect(
      await handleAlarm(stage.app, stage.finance, { id: alarm.id, reason: 'Betalt tilbake fra banken' }),
    ).toEqual({
      kind: 'handled',
    });
    stage.refusal = undefined;
    stage.world.clock.forward(3 * 86_400);
    await work(stage);
    expect((await stage.world.nets.byReference(attempt.reference)).refunded).toBe(0);
    expect(await refundOf(attempt.id)).toMatchObject({ status: 'failed', errorCode: 'handled_by_staff' });
    expect(await openAlarms(stage, id)).toEqual([]);
    expect(await refundPayment(stage.app, stage.finance, { attemptId: attempt.id, reason })).toMatchObject({
      kind: 'under_way',
    });
    await work(stage);
    expect((await stage.world.nets.byReference(attempt.reference)).refunded).toBe(30_000);
  });

  it('of the watchdog’s own is left alone, too, once it is handled', async () => {
    const id = await stage.journey.confirmed('pay_before_sign', { change: now });
    const attempt = await stage.journey.paid(id);
    await minutes(stage, 1);
    stage.refusal = { outcome: 'refused', code: '1234', detail: 'Insufficient funds' };
    await stage.app.db.submission.update({ where: { id }, data: { status: 'withdrawn', deadlineAt: null } });
    await minutes(stage, 1);
    expect((await openAlarms(stage, id)).map(({ kind }) => kind).sort()).toEqual([
      'refund_refused',
      'stranded_money',
    ]);
    for (const { id: alarmId } of await openAlarms(stage, id))
      await handleAlarm(stage.app, stage.finance, { id: alarmId, reason: 'Betalt tilbake fra banken' });
    for (let day = 0; day < 3; day++) {
      stage.world.clock.forward(86_400 + 60);
      await work(stage);
    }
    expect(await openAlarms(stage, id)).toEqual([]);
    expect(
      await stage.app.db.paymentOperation.count({ where: { attemptId: attempt.id, kind: 'refund' } }),
    ).toBe(1);
  });

  it('is found to be done, when the owner has paid it back at the provider', async () => {
    const { attempt, alarm } = await refused();
    stage.refusal = undefined;
    const agreement = await stage.app.db.paymentAgreement.findFirstOrThrow({ where: { provider: 'nets' } });
    await stage.world.app.openProvider(agreement).refund?.({
      providerPaymentId: attempt.providerPaymentId,
      reference: attempt.reference,
      amountMinor: 30_000,
      currency: 'NOK',
      operationMinor: 30_000,
      idempotencyKey: stage.app.ids.uuid(),
      capturedMinor: 30_000,
      refundedMinor: 0,
      repeats: false,
    });
    expect(
      await handleAlarm(stage.app, stage.finance, {
        id: alarm.id,
        reason: 'Betalt tilbake hos leverandøren',
      }),
    ).toEqual({
      kind: 'handled',
    });
    expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
    expect(await balance(stage.app.db, attempt.id, 'provider')).toBe(0);
  });

  it('after it was accepted is asked for again, under one alarm until it is seen', async () => {
    const { id, attempt } = await completed();
    await stage.world.nets.fault('refund', 'failed', { reference: attempt.reference, times: 3 });
    await refundPayment(stage.app, stage.finance, { attemptId: attempt.id, reason });
    await work(stage);
    const [alarm] = await openAlarms(stage, id);
    expect(alarm).toMatchObject({ kind: 'refund_refused', attemptId: attempt.id });
    const { idempotencyKey } = await refundOf(attempt.id);
    expect(await refundOf(attempt.id)).toMatchObject({ status: 'intent', errorCode: 'refund_failed' });
    await minutes(stage, 1);
    expect((await refundOf(attempt.id)).idempotencyKey).not.toBe(idempotencyKey);
    expect((await openAlarms(stage, id)).map(({ id }) => id)).toEqual([alarm?.id]);
    await minutes(stage, 5);
    expect((await stage.world.nets.byReference(attempt.reference)).refunded).toBe(30_000);
    expect((await stage.journey.attempt(attempt.id)).status).toBe('refunded');
    expect(
      await stage.app.db.paymentOperation.findMany({ where: { attemptId: attempt.id, kind: 'refund' } }),
    ).toMatchObject([{ status: 'done' }]);
    expect(await openAlarms(stage, id)).toEqual([]);
    expect(await stage.app.db.alarm.count({ where: { submissionId: id } })).toBe(1);
  });

  it('after it was accepted is not asked for twice, when another was asked for since', async () => {
    const { id, attempt } = await completed();
    await stage.world.nets.fault('refund', 'pending', { reference: attempt.reference, times: 1 });
    await refundPayment(stage.app, stage.finance, { attemptId: attempt.id, reason });
    await work(stage);
    const first = await refundOf(attempt.id);
    stage.world.clock.forward(1);
    await stage.app.db.paymentOperation.create({
      data: {
        ...first,
        id: stage.app.ids.uuid(),
        idempotencyKey: stage.app.ids.uuid(),
        providerOperationId: stage.app.ids.uuid(),
        createdAt: stage.world.clock.now(),
      },
    });
    const agreement = await stage.app.db.paymentAgreement.findFirstOrThrow({ where: { provider: 'nets' } });
    const told = await stage.app.openProvider(agreement).fetch?.({
      providerPaymentId: attempt.providerPaymentId,
      reference: attempt.reference,
      amountMinor: 30_000,
      currency: 'NOK',
    });
    if (!told) throw new Error('Nets tells nothing');
    const payment = { attempt: await stage.journey.attempt(attempt.id), submissionId: id };
    const failedRefunds = [first.providerOperationId ?? ''];
    await takeEvidence(stage.app, payment, { ...told, failedRefunds }, false);
    expect(await stage.app.db.paymentOperation.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({
      status: 'failed',
      errorCode: 'refund_failed',
    });
    expect((await refundOf(attempt.id)).status).toBe('done');
    expect(await openAlarms(stage, id)).toEqual([]);
  });

  it('after it was accepted, and never shows: told a day later, and asked for anew once that is handled', async () => {
    const { id, attempt } = await completed();
    await stage.world.nets.fault('refund', 'pending', { reference: attempt.reference, times: 1 });
    await refundPayment(stage.app, stage.finance, { attemptId: attempt.id, reason });
    await work(stage);
    expect(await openAlarms(stage, id)).toEqual([]);
    stage.world.clock.forward(86_400);
    await work(stage);
    await Promise.all([tellUnseenRefunds(stage.app), tellUnseenRefunds(stage.app)]);
    const [alarm] = await openAlarms(stage, id);
    expect(alarm).toMatchObject({ kind: 'refund_unseen', attemptId: attempt.id });
    await handleAlarm(stage.app, stage.finance, { id: alarm?.id ?? '', reason: 'Kortet er sperret' });
    expect(await refundPayment(stage.app, stage.finance, { attemptId: attempt.id, reason })).toMatchObject({
      kind: 'under_way',
    });
    expect((await refundOf(attempt.id)).status).toBe('intent');
  });

  it('and is only slow: nobody is told of it any more when it is seen', async () => {
    const { id, attempt } = await completed();
    await stage.world.nets.fault('refund', 'pending', { reference: attempt.reference, times: 1 });
    await refundPayment(stage.app, stage.finance, { attemptId: attempt.id, reason });
    await work(stage);
    stage.world.clock.forward(86_400);
    await tellUnseenRefunds(stage.app);
    expect((await openAlarms(stage, id)).map(({ kind }) => kind)).toEqual(['refund_unseen']);
    await stage.app.db.paymentAttempt.update({
      where: { id: attempt.id },
      data: { refundedMinor: 30_000n, status: 'refunded' },
    });
    await tellUnseenRefunds(stage.app);
    expect(await openAlarms(stage, id)).toEqual([]);
  });

  it('unanswered for long and then slow: nobody is told of it any more when it is seen', async () => {
    const { id, attempt } = await completed();
    stage.refusal = { outcome: 'unknown', code: 'timeout', detail: 'No answer' };
    await refundPayment(stage.app, stage.finance, { attemptId: attempt.id, reason });
    await minutes(stage, 12);
    expect((await openAlarms(stage, id)).map(({ kind }) => kind)).toEqual(['operation_unanswered']);
    stage.refusal = undefined;
    await stage.world.nets.fault('refund', 'pending', { reference: attempt.reference, times: 1 });
    stage.world.clock.forward(3600);
    await work(stage);
    expect((await refundOf(attempt.id)).status).toBe('done');
    expect((await openAlarms(stage, id)).map(({ kind }) => kind)).toEqual(['operation_unanswered']);
    await stage.app.db.paymentAttempt.update({
      where: { id: attempt.id },
      data: { refundedMinor: 30_000n, status: 'refunded' },
    });
    await tellUnseenRefunds(stage.app);
    expect(await openAlarms(stage, id)).toEqual([]);
  });

  it('cannot be handled at the moment that it is being tried', async () => {
    const { attempt, alarm } = await refused();
    const { id } = await refundOf(attempt.id);
    await stage.app.db.paymentOperation.update({
      where: { id },
      data: { status: 'sent', nextTryAt: new Date(stage.world.clock.now().getTime() + 60_000) },
    });
    const reason = 'Betalt tilbake fra banken';
    expect(await handleAlarm(stage.app, stage.finance, { id: alarm.id, reason })).toEqual({
      kind: 'under_way',
    });
    expect(await readAlarm(stage.app.db, stage.finance, alarm.id)).toMatchObject({
      handledAt: null,
      handledBy: null,
    });
    stage.world.clock.forward(61);
    expect(await handleAlarm(stage.app, stage.finance, { id: alarm.id, reason })).toEqual({
      kind: 'handled',
    });
  });
});
