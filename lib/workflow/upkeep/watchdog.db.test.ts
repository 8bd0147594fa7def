import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { isOpen, listOpenAlarms, readAlarm } from '@/lib/audit/list-alarms.ts';
import { log } from '@/lib/core/log.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import { balance } from '@/lib/payments/ledger.ts';
import type { CallFailure, OpenProvider } from '@/lib/payments/provider.ts';
import { saveReceivers } from '../alarms/alarm-receivers.ts';
import { handleAlarm } from '../alarms/handle-alarm.ts';
import type { App } from '../app.ts';
import { readMetrics } from '../metrics/read-metrics.ts';
import { receiveMessage } from '../paying/receive-message.ts';
import { startPayment } from '../paying/start-payment.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { type Journey, newJourney, type OpenAttempt } from '../testing/journey.ts';
import { runJobs } from '../testing/run-jobs.ts';
import { createWorld, type World } from '../testing/world.ts';
import { reconcile } from './reconcile.ts';
import { tellUnseenRefunds } from './unseen-refunds.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
let app: App;
let kari: Actor;
let journey: Journey;
let finance: StaffActor;
/** What the provider answers to a refund; undefined lets it be asked. */
let refusal: CallFailure | undefined;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  const openProvider = (agreement: Parameters<App['openProvider']>[0]): OpenProvider => {
    const provider = world.app.openProvider(agreement);
    return {
      ...provider,
      refund: async (request) => refusal ?? (await provider.refund?.(request)) ?? Promise.reject(new Error()),
    };
  };
  app = { ...world.app, openProvider };
  journey = newJourney({ ...world, app }, kari);
  const { id: ownerId } = await app.db.owner.findFirstOrThrow();
  finance = { staffId: app.ids.uuid(), name: 'Finn Prøvesen', ownerId, roles: ['finance'] };
});
afterAll(() => world?.close());
beforeEach(() => {
  refusal = undefined;
});
afterEach(() => world.nets.clearFaults());

/** How the payer gets the money to the portal at each provider, and what it has then; `asks`: it can be asked. */
interface At {
  provider: string;
  asks: boolean;
  /** Opens a payment, and gives what lets the payer pay it, who then never comes back. */
  open(
    id: string,
  ): Promise<{ attempt: OpenAttempt | { id: string; reference: string }; pay(): Promise<void> }>;
  booked(reference: string): Promise<{ taken: number; refunded: number; cancelled: number }>;
}

async function call<T>(path: string, method = 'GET', body?: object): Promise<T> {
  const reply = await fetch(`${world.sandboxUrl}${path}`, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status}`);
  return (await reply.json()) as T;
}

const asked: At = {
  provider: 'nets',
  asks: true,
  async open(id) {
    const attempt = await journey.open(id);
    return { attempt, pay: async () => void (await world.nets.pay(attempt.providerPaymentId)) };
  },
  async booked(reference) {
    const { charged, refunded, cancelled } = await world.nets.byReference(reference);
    return { taken: charged, refunded, cancelled };
  },
};

const unasked: At = {
  provider: 'dibs',
  asks: false,
  async open(id) {
    const started = await startPayment(app, kari, id);
    if (started.kind !== 'open' || started.handOver.kind !== 'form') throw new Error(started.kind);
    const { url, fields } = started.handOver;
    const attempt = (await journey.attempts(id)).at(-1);
    if (!attempt) throw new Error('No attempt');
    const pay = async () => {
      const entered = await fetch(url, {
        method: 'POST',
        body: new URLSearchParams(fields),
        redirect: 'manual',
      });
      const window = new URL(entered.headers.get('location') ?? '').searchParams.get('id');
      const { back } = await call<{ back: { fields: Record<string, string> } }>(
        `/dibs/books/${window}/pay`,
        'POST',
        {},
      );
      const { endpointToken } = await app.db.paymentAgreement.findFirstOrThrow({
        where: { provider: 'dibs' },
      });
      const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' });
      const body = new URLSearchParams(back.fields).toString();
      // It is stored before anything is done about it: a failure is not the end of it.
      await receiveMessage(app, 'dibs', endpointToken, attempt.id, { headers, body }).catch(() => undefined);
    };
    return { attempt, pay };
  },
  async booked(reference) {
    const book = await call<{ captured: number; refunded: number; cancelled: number }>(
      `/dibs/books/${reference}`,
    );
    return { taken: book.captured, refunded: book.refunded, cancelled: book.cancelled };
  },
};

const payment = ({ provider }: At, capture: 'now' | 'reserve' = 'now') => ({
  payment: { agreement: provider, capture },
});

/** The timer of a worker, and its queue, every half minute for so long. */
async function minutes(count: number): Promise<void> {
  for (let half = 0; half < count * 2; half++) {
    world.clock.forward(30);
    await work();
  }
}

async function work(): Promise<void> {
  await runJobs(app, world.databaseUrl);
  for (let round = 0; round < 10 && (await reconcile(app)).handled > 0; round++);
  await runJobs(app, world.databaseUrl);
}

/** From now on nothing can be done with the case: its service's definition is not to be read. */
async function breakCase(id: string): Promise<void> {
  await app.db.$executeRaw`
    with broken as (
      insert into service_version (id, service_id, owner_id, environment, version, definition, created_at)
      select gen_random_uuid(), v.service_id, v.owner_id, v.environment, 99, '{}'::jsonb, now()
        from service_version v join submission s on s.service_version_id = v.id where s.id = ${id}::uuid
      returning id)
    update submission set service_version_id = (select id from broken) where id = ${id}::uuid`;
}

const openAlarms = (submissionId: string) =>
  app.db.alarm.findMany({ where: { submissionId, ...isOpen }, orderBy: { openedAt: 'asc' } });

describe.each([asked, unasked])('money that no case is to have, at $provider (can be asked: $asks)', (at) => {
  it('is found within a minute, given back, and told to the owner', async () => {
    const id = await journey.confirmed('pay_before_sign', {
      change: { ...payment(at), deadlines: { draftDays: 30, paymentDays: 14, signingDays: 45 } },
    });
    const { attempt, pay } = await at.open(id);
    await pay();
    await minutes(1);
    expect(await journey.status(id)).toBe('awaiting_signature');
    expect(await at.booked(attempt.reference)).toMatchObject({ taken: 30_000, refunded: 0 });
    // As a bug would leave it: closed without a word about the money.
    await app.db.submission.update({ where: { id }, data: { status: 'withdrawn', deadlineAt: null } });
    await minutes(1);
    expect(await at.booked(attempt.reference)).toMatchObject({ taken: 30_000, refunded: 30_000 });
    expect(await openAlarms(id)).toMatchObject([{ kind: 'stranded_money', attemptId: attempt.id }]);
    expect(await balance(app.db, attempt.id, 'provider')).toBe(0);
    expect(await balance(app.db, attempt.id, 'held')).toBe(0);
    expect(await journey.messages(id, 'refunded')).toBe(1);
  });

  it('a paid case that cannot be carried on: tried for five minutes, then given back, once', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: payment(at) });
    const { attempt, pay } = await at.open(id);
    await breakCase(id);
    await pay();
    await minutes(4);
    expect(await journey.status(id)).toBe('awaiting_payment');
    expect(await openAlarms(id)).toEqual([]);
    await minutes(6);
    const { taken, refunded, cancelled } = await at.booked(attempt.reference);
    expect(taken - refunded).toBe(0);
    expect(refunded + cancelled).toBe(30_000);
    expect(await openAlarms(id)).toMatchObject([{ kind: 'payment_stuck', attemptId: attempt.id }]);
    expect(await balance(app.db, attempt.id, 'provider')).toBe(0);
    expect(await journey.events(id)).toContain('payment.stuck');
    await minutes(2);
    expect(
      await app.db.paymentOperation.count({ where: { attemptId: attempt.id, kind: { not: 'create' } } }),
    ).toBe(1);
  });

  it('a hitch of less than five minutes is none: the case goes on as if nothing had been', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: payment(at) });
    const { serviceVersionId } = await app.db.submission.findUniqueOrThrow({ where: { id } });
    const { attempt, pay } = await at.open(id);
    await breakCase(id);
    await pay();
    await minutes(3);
    expect(await journey.attempt(attempt.id)).toMatchObject({
      stuckSince: expect.any(Date),
      capturedMinor: 0n,
    });
    await app.db.submission.update({ where: { id }, data: { serviceVersionId } });
    await minutes(3);
    expect(await journey.status(id)).toBe('completed');
    expect(await journey.attempt(attempt.id)).toMatchObject({ status: 'captured', stuckSince: null });
    expect(await openAlarms(id)).toEqual([]);
    expect(await at.booked(attempt.reference)).toMatchObject({ taken: 30_000, refunded: 0 });
  });
});

describe('rule 4: a refund that fails', () => {
  const reason = 'Tjenesten er nedlagt';

  async function completed(): Promise<{ id: string; attempt: OpenAttempt }> {
    const id = await journey.confirmed('submit_and_pay', { change: payment(asked) });
    const attempt = await journey.paid(id);
    await minutes(1);
    expect(await journey.status(id)).toBe('completed');
    return { id, attempt };
  }

  const refundOf = (attemptId: string): Promise<PaymentOperation> =>
    app.db.paymentOperation.findFirstOrThrow({
      where: { attemptId, kind: 'refund' },
      orderBy: { createdAt: 'desc' },
    });

  async function refused() {
    const one = await completed();
    refusal = { outcome: 'refused', code: '1234', detail: 'Insufficient funds' };
    await refundPayment(app, finance, { attemptId: one.attempt.id, reason });
    await work();
    const [alarm] = await openAlarms(one.id);
    if (!alarm) throw new Error('No alarm');
    return { ...one, alarm };
  }

  it('is told in four places: log, metric, the owner’s list and mail', async () => {
    await saveReceivers(app, finance, { addresses: 'okonomi@test.example', language: 'nb' });
    world.mails.length = 0;
    const logged = vi.spyOn(log, 'error').mockImplementation(() => undefined);
    const { id, attempt, alarm } = await refused();
    expect(logged.mock.calls).toContainEqual([
      expect.objectContaining({ alarm: 'refund_refused', submissionId: id, attemptId: attempt.id }),
      expect.stringContaining('did not refund 30000 NOK'),
    ]);
    logged.mockRestore();
    const metrics = await readMetrics({ ...app });
    expect(metrics).toContain('kvitt_alarms{kind="refund_refused",state="open"} 1\n');
    expect(metrics).toContain('kvitt_refunds_failing{provider="nets"} 1\n');
    expect(await listOpenAlarms(app.db, finance)).toContainEqual(expect.objectContaining({ id: alarm.id }));
    const told = world.mails.filter(({ to }) => to === 'okonomi@test.example');
    expect(told).toMatchObject([{ subject: 'Kvitt: En tilbakebetaling gikk ikke gjennom' }]);
    expect(told[0]?.text).toContain(`/admin/alarms/${alarm.id}`);

    refusal = undefined;
    world.clock.forward(3600);
    await work();
    expect((await world.nets.byReference(attempt.reference)).refunded).toBe(30_000);
    expect((await readAlarm(app.db, finance, alarm.id)).closedAt).not.toBeNull();
    expect(await readMetrics({ ...app })).toContain('kvitt_alarms{kind="refund_refused",state="open"} 0\n');
    await saveReceivers(app, finance, { addresses: '', language: 'nb' });
  });

  it('is tried again after 10, 20, 40 s and so on, at last every hour, under one alarm', async () => {
    const { id, attempt, alarm } = await refused();
    const waits: number[] = [];
    for (let tries = 0; tries < 12; tries++) {
      const { nextTryAt } = await refundOf(attempt.id);
      const wait = ((nextTryAt?.getTime() ?? 0) - world.clock.now().getTime()) / 1000;
      waits.push(wait);
      world.clock.forward(wait);
      await work();
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
    expect((await refundOf(attempt.id)).tries).toBe(13);
    expect(await openAlarms(id)).toMatchObject([{ id: alarm.id }]);
    await handleAlarm(app, finance, { id: alarm.id, reason: 'Avsluttet' });
  });

  it('stops when an employee says that it is handled, and a new one can be asked for', async () => {
    const { id, attempt, alarm } = await refused();
    expect(await handleAlarm(app, finance, { id: alarm.id, reason: 'Betalt tilbake fra banken' })).toEqual({
      kind: 'handled',
    });
    refusal = undefined;
    world.clock.forward(3 * 86_400);
    await work();
    expect((await world.nets.byReference(attempt.reference)).refunded).toBe(0);
    expect(await refundOf(attempt.id)).toMatchObject({ status: 'failed', errorCode: 'handled_by_staff' });
    expect(await openAlarms(id)).toEqual([]);
    expect(await refundPayment(app, finance, { attemptId: attempt.id, reason })).toMatchObject({
      kind: 'under_way',
    });
    await work();
    expect((await world.nets.byReference(attempt.reference)).refunded).toBe(30_000);
  });

  it('of the watchdog’s own is left alone, too, once it is handled', async () => {
    const id = await journey.confirmed('pay_before_sign', { change: payment(asked) });
    const attempt = await journey.paid(id);
    await minutes(1);
    refusal = { outcome: 'refused', code: '1234', detail: 'Insufficient funds' };
    await app.db.submission.update({ where: { id }, data: { status: 'withdrawn', deadlineAt: null } });
    await minutes(1);
    expect((await openAlarms(id)).map(({ kind }) => kind).sort()).toEqual([
      'refund_refused',
      'stranded_money',
    ]);
    for (const { id: alarmId } of await openAlarms(id))
      await handleAlarm(app, finance, { id: alarmId, reason: 'Betalt tilbake fra banken' });
    for (let day = 0; day < 3; day++) {
      world.clock.forward(86_400 + 60);
      await work();
    }
    expect(await openAlarms(id)).toEqual([]);
    expect(await app.db.paymentOperation.count({ where: { attemptId: attempt.id, kind: 'refund' } })).toBe(1);
  });

  it('is found to be done, when the owner has paid it back at the provider', async () => {
    const { attempt, alarm } = await refused();
    refusal = undefined;
    const agreement = await app.db.paymentAgreement.findFirstOrThrow({ where: { provider: 'nets' } });
    await world.app.openProvider(agreement).refund?.({
      providerPaymentId: attempt.providerPaymentId,
      reference: attempt.reference,
      amountMinor: 30_000,
      currency: 'NOK',
      operationMinor: 30_000,
      idempotencyKey: app.ids.uuid(),
      capturedMinor: 30_000,
      refundedMinor: 0,
      repeats: false,
    });
    expect(
      await handleAlarm(app, finance, { id: alarm.id, reason: 'Betalt tilbake hos leverandøren' }),
    ).toEqual({
      kind: 'handled',
    });
    expect((await journey.attempt(attempt.id)).status).toBe('refunded');
    expect(await balance(app.db, attempt.id, 'provider')).toBe(0);
  });

  it('after it was accepted: told a day later, and asked for anew once that is handled', async () => {
    const { id, attempt } = await completed();
    await world.nets.fault('refund', 'failed', { reference: attempt.reference, times: 1 });
    await refundPayment(app, finance, { attemptId: attempt.id, reason });
    await work();
    await tellUnseenRefunds(app);
    expect(await openAlarms(id)).toEqual([]);
    world.clock.forward(86_400);
    await work();
    await Promise.all([tellUnseenRefunds(app), tellUnseenRefunds(app)]);
    const [alarm] = await openAlarms(id);
    expect(alarm).toMatchObject({ kind: 'refund_unseen', attemptId: attempt.id });
    await handleAlarm(app, finance, { id: alarm?.id ?? '', reason: 'Kortet er sperret' });
    expect(await refundPayment(app, finance, { attemptId: attempt.id, reason })).toMatchObject({
      kind: 'under_way',
    });
    await work();
    await tellUnseenRefunds(app);
    expect((await world.nets.byReference(attempt.reference)).refunded).toBe(30_000);
    expect((await journey.attempt(attempt.id)).status).toBe('refunded');
    expect(await openAlarms(id)).toEqual([]);
  });

  it('and is only slow: nobody is told of it any more when it is seen', async () => {
    const { id, attempt } = await completed();
    await world.nets.fault('refund', 'pending', { reference: attempt.reference, times: 1 });
    await refundPayment(app, finance, { attemptId: attempt.id, reason });
    await work();
    world.clock.forward(86_400);
    await tellUnseenRefunds(app);
    expect((await openAlarms(id)).map(({ kind }) => kind)).toEqual(['refund_unseen']);
    await app.db.paymentAttempt.update({
      where: { id: attempt.id },
      data: { refundedMinor: 30_000n, status: 'refunded' },
    });
    await tellUnseenRefunds(app);
    expect(await openAlarms(id)).toEqual([]);
  });

  it('cannot be handled at the moment that it is being tried', async () => {
    const { attempt, alarm } = await refused();
    const { id } = await refundOf(attempt.id);
    await app.db.paymentOperation.update({
      where: { id },
      data: { status: 'sent', nextTryAt: new Date(world.clock.now().getTime() + 60_000) },
    });
    const reason = 'Betalt tilbake fra banken';
    expect(await handleAlarm(app, finance, { id: alarm.id, reason })).toEqual({ kind: 'under_way' });
    expect(await readAlarm(app.db, finance, alarm.id)).toMatchObject({ handledAt: null, handledBy: null });
    world.clock.forward(61);
    expect(await handleAlarm(app, finance, { id: alarm.id, reason })).toEqual({ kind: 'handled' });
  });
});
