import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { listActs } from '@/lib/audit/list-acts.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { readPayment } from '../staff/read-payment.ts';
import { type Journey, newJourney } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { receiveMessage } from './receive-message.ts';
import { returnFromPayment } from './return-from-payment.ts';
import { settleOperation } from './settle-operation.ts';
import { startPayment } from './start-payment.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: World;
let kari: Actor;
let journey: Journey;
let finance: StaffActor;
beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
  const { id: ownerId } = await world.app.db.owner.findFirstOrThrow();
  finance = { staffId: world.app.ids.uuid(), name: 'Finn Prøvesen', ownerId, roles: ['finance'] };
});
afterAll(() => world?.close());
afterEach(() => call('/faults/api', 'DELETE'));

const byDibs = (capture: 'now' | 'reserve' = 'now') => ({ payment: { agreement: 'dibs', capture } });
const _refusedAtCapture = '4711100000000001';
const _declinedCard = '4711000000000000';

type Fields = Record<string, string>;
interface Booked {
  transaction?: string;
  reserved: number;
  captured: number;
  refunded: number;
  cancelled: number;
  pendingRefund: number;
  captures: object[];
  refunds: object[];
}

async function call<T>(path: string, method = 'GET', body?: unknown): Promise<T> {
  const reply = await fetch(`${world.sandboxUrl}${path}`, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`);
  const text = await reply.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

const book = (name: string) => call<Booked>(`/dibs/books/${name}`);
const fault = (name: string, value: string, reference: string, times?: number) =>
  call('/faults/api', 'PUT', { party: 'dibs', name, value, reference, ...(times && { times }) });
const messageOf = (fields: Fields) => ({
  headers: new Headers({ 'content-type': 'application/x-www-form-urlencoded' }),
  body: new URLSearchParams(fields).toString(),
});

/** The hand-over form of a case that waits for payment. */
async function handOver(id: string): Promise<{ attempt: PaymentAttempt; url: string; fields: Fields }> {
  const started = await startPayment(world.app, kari, id);
  if (started.kind !== 'open' || started.handOver.kind !== 'form')
    throw new Error(`Not open: ${started.kind}`);
  const attempt = (await journey.attempts(id)).findLast(({ status }) => status === 'pending');
  if (!attempt) throw new Error('No attempt is open');
  return { attempt, ...started.handOver };
}

/** The payer posts the form, as the browser does, and does something in the window: gives what the browser is to post back. */
async function visit({ url, fields }: { url: string; fields: Fields }, what: object = {}): Promise<Fields> {
  const entered = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  const window = new URL(entered.headers.get('location') ?? '').searchParams.get('id');
  const paid = await call<{ back?: { fields: Fields } }>(`/dibs/books/${window}/pay`, 'POST', what);
  if (paid.back) return paid.back.fields;
  const left = await call<{ back: { fields: Fields } }>(`/dibs/books/${window}/pay`, 'POST', { leave: true });
  return left.back.fields;
}

/** DIBS's server tells, at the address that the attempt was opened with. */
async function _tell(attempt: { id: string }, fields: Fields) {
  const { endpointToken } = await world.app.db.paymentAgreement.findFirstOrThrow({
    where: { provider: 'dibs' },
  });
  return receiveMessage(world.app, 'dibs', endpointToken, attempt.id, messageOf(fields));
}

/** A case whose payer has been at DIBS and come back. */
async function paid(variant = 'submit_and_pay', change = byDibs(), what: object = {}) {
  const id = await journey.confirmed(variant, { change });
  const opened = await handOver(id);
  const fields = await visit(opened, what);
  await returnFromPayment(world.app, opened.attempt.id, messageOf(fields));
  return { id, ...opened, told: fields };
}

async function completed() {
  const one = await paid();
  await world.work();
  expect(await journey.status(one.id)).toBe('completed');
  return one;
}

async function later(seconds = 61): Promise<void> {
  world.clock.forward(seconds);
  await world.work();
}

describe('what nobody can be asked about is settled by a person', () => {
  const why = 'Står som utført i DIBS Administration';
  const part = (amountMinor: number) => ({ kind: 'amount' as const, amountMinor });

  /** The operation that nobody knows the outcome of, as its payment's page shows it. */
  async function unsettledOf(attemptId: string) {
    const { unsettled, where } = await readPayment(world.app, finance, attemptId);
    if (!unsettled) throw new Error('All is settled');
    expect(where.place).toBe('unsettled');
    return unsettled.operationId;
  }
  const say = (attemptId: string, operationId: string, outcome: 'carried_out' | 'not_carried_out') =>
    settleOperation(world.app, finance, { attemptId, operationId, outcome, reason: why });

  async function refundWithoutAnswer(value: string) {
    const one = await completed();
    const attemptId = one.attempt.id;
    await fault('refund', value, one.attempt.reference);
    await refundPayment(world.app, finance, { attemptId, reason: 'For mye', part: part(10_000) });
    await world.work();
    await call('/faults/api', 'DELETE');
    expect(await journey.alarms(one.id)).toEqual(['operation_unknown']);
    return { ...one, attemptId, operationId: await unsettledOf(attemptId) };
  }

  it('a refund that was carried out: booked and credited once, and the rest can follow', async () => {
    const { id, attempt, attemptId, operationId } = await refundWithoutAnswer('lost-after-commit');
    const both = await Promise.all([1, 2].map(() => say(attemptId, operationId, 'carried_out')));
    expect(both.map(({ kind }) => kind).sort()).toEqual(['moved_on', 'settled']);
    expect(await say(attemptId, operationId, 'not_carried_out')).toEqual({ kind: 'moved_on' });
    expect(await journey.attempt(attemptId)).toMatchObject({
      status: 'partially_refunded',
      refundedMinor: 10_000n,
    });
    expect(await balance(world.app.db, attemptId, 'provider')).toBe(20_000);
    expect(await journey.alarms(id)).toEqual([]);
    expect(await world.app.db.receipt.count({ where: { submissionId: id, series: 'credit_note' } })).toBe(1);
    const { timeline } = await readPayment(world.app, finance, attemptId);
    expect(timeline).toContainEqual(
      expect.objectContaining({ what: 'payment.operation_settled', detail: why }),
    );
    const { acts } = await listActs(world.app.db, finance);
    expect(acts.find(({ act }) => act === 'operation_settled')?.detail).toMatchObject({
      outcome: 'carried_out',
    });
    await refundPayment(world.app, finance, { attemptId, reason: 'Resten også' });
    await world.work();
    expect(await book(attempt.reference)).toMatchObject({ refunded: 30_000 });
    expect(await balance(world.app.db, attemptId, 'provider')).toBe(0);
  });

  it('a refund that was not: nothing is moved, and it can be asked for again', async () => {
    const { id, attempt, attemptId, operationId } = await refundWithoutAnswer('lost-before-commit');
    // Not while it may still be carried out.
    const again = { attemptId, reason: 'For mye', part: part(12_000) };
    expect(await refundPayment(world.app, finance, again)).toEqual({ kind: 'busy', amountMinor: 10_000 });
    expect(await say(attemptId, operationId, 'not_carried_out')).toMatchObject({ kind: 'settled' });
    for (let day = 0; day < 2; day++) await later(86_400);
    expect((await book(attempt.reference)).refunds).toHaveLength(0);
    expect((await readPayment(world.app, finance, attemptId)).where).toEqual({
      place: 'delivered',
      amountMinor: 30_000,
    });
    expect(await refundPayment(world.app, finance, again)).toMatchObject({ kind: 'under_way' });
    await world.work();
    expect(await book(attempt.reference)).toMatchObject({ refunded: 12_000 });
    expect(await journey.alarms(id)).toEqual([]);
  });

  it('a refund that Kvitt itself wanted and that was not carried out is asked for anew', async () => {
    const { attempt } = await completed();
    await fault('refund', 'lost-before-commit', attempt.reference, 1);
    await world.app.db.$transaction((tx) =>
      planOperation(
        tx,
        world.app.ids,
        attempt,
        { kind: 'refund', amountMinor: 30_000, reason: 'withdrawn' },
        world.clock.now(),
      ),
    );
    await world.work();
    await say(attempt.id, await unsettledOf(attempt.id), 'not_carried_out');
    await world.work();
    expect(await book(attempt.reference)).toMatchObject({ refunded: 30_000 });
  });

  it.each([
    ['lost-after-commit', undefined, 'carried_out'],
    // Its no to the second one could be to a capture that it has: it tells nothing.
    ['lost-before-commit', 'declined', 'not_carried_out'],
  ] as const)('a capture, %s: the case goes on', async (first, second, outcome) => {
    const { id, attempt } = await paid();
    if (second) await call('/faults/api', 'PUT', { party: 'dibs', name: 'capture', value: second, times: 1 });
    // One for a payment goes before one for all.
    await fault('capture', first, attempt.reference, 1);
    await world.work();
    for (let hour = 0; hour < 2; hour++) await later(3601);
    expect(await journey.status(id)).toBe('awaiting_payment');
    expect(await say(attempt.id, await unsettledOf(attempt.id), outcome)).toMatchObject({ kind: 'settled' });
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect(await book(attempt.reference)).toMatchObject({ captured: 30_000 });
    expect(await journey.alarms(id)).toEqual([]);
  });

  it('by finance of the same owner, with an outcome and a reason, and of nothing that is clear', async () => {
    const { attempt, attemptId, operationId } = await refundWithoutAnswer('lost-before-commit');
    const said = { attemptId, operationId, outcome: 'carried_out', reason: why } as const;
    const { app } = world;
    await expect(settleOperation(app, { ...finance, roles: ['case_worker'] }, said)).rejects.toMatchObject({
      code: 'forbidden',
    });
    for (const [who, what] of [
      [{ ...finance, ownerId: app.ids.uuid() }, said],
      [finance, { ...said, operationId: 'x' }],
      [finance, { ...said, attemptId: app.ids.uuid() }],
    ] as const)
      await expect(settleOperation(app, who, what)).rejects.toMatchObject({ code: 'not_found' });
    expect(await settleOperation(app, finance, { ...said, outcome: undefined, reason: ' ' })).toEqual({
      kind: 'invalid',
      outcome: 'missing',
      reason: 'too_short',
    });
    const create = await app.db.paymentOperation.findFirstOrThrow({
      where: { attemptId: attempt.id, kind: 'create' },
    });
    expect(await settleOperation(app, finance, { ...said, operationId: create.id })).toEqual({
      kind: 'moved_on',
    });
    expect((await journey.attempt(attemptId)).status).toBe('captured');
  });
});
