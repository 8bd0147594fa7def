import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { planOperation } from '@/lib/payments/operations.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { type Journey, newJourney } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { withdrawSubmission } from '../withdrawing/withdraw-submission.ts';
import { readPaymentView } from './payment-view.ts';
import { receiveMessage } from './receive-message.ts';
import { returnFromPayment } from './return-from-payment.ts';
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
const refusedAtCapture = '4711100000000001';
const declinedCard = '4711000000000000';

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
async function tell(attempt: { id: string }, fields: Fields) {
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

describe('a payment at DIBS', () => {
  it('accepted: reserved, taken by an answered call, and the case is complete', async () => {
    const { id, attempt, fields } = await paid();
    expect(fields).toMatchObject({
      orderId: attempt.reference,
      amount: '30000',
      currency: 'NOK',
      language: 'nb_NO',
    });
    expect(fields.capturenow).toBeUndefined();
    expect(fields.test).toBeUndefined();
    await world.work();
    expect(await book(attempt.reference)).toMatchObject({ reserved: 30000, captured: 30000, refunded: 0 });
    expect(await journey.attempt(attempt.id)).toMatchObject({
      status: 'captured',
      method: 'VISA',
      capturedMinor: 30000n,
    });
    expect(await journey.status(id)).toBe('completed');
    expect(await journey.alarms(id)).toEqual([]);
    expect(await balance(world.app.db, attempt.id, 'provider')).toBe(30000);
  });

  it('the callback alone completes the case, and the return that comes later is the same message', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const opened = await handOver(id);
    const fields = await visit(opened);
    expect(await tell(opened.attempt, fields)).toBe('handled');
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect(await tell(opened.attempt, fields)).toBe('handled');
    expect(await returnFromPayment(world.app, opened.attempt.id, messageOf(fields))).toBe(id);
    await world.work();
    expect(
      await world.app.db.providerMessage.findMany({ where: { attemptId: opened.attempt.id } }),
    ).toMatchObject([{ times: 3, event: 'ACCEPTED' }]);
    expect((await book(opened.attempt.reference)).captures).toHaveLength(1);
  });

  it('declined: nothing is taken, the payer is told, and may try again', async () => {
    const { id, attempt } = await paid('submit_and_pay', byDibs(), { card: declinedCard });
    expect((await readPaymentView(world.app, kari, id))?.situation).toEqual({ kind: 'open', declined: true });
    const again = await handOver(id);
    expect(again.attempt.id).toBe(attempt.id);
    await returnFromPayment(world.app, attempt.id, messageOf(await visit(again)));
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect((await journey.attempt(attempt.id)).failure).toBeNull();
  });

  it('left: cancelled, and a new try has a reference of its own', async () => {
    const { id, attempt } = await paid('submit_and_pay', byDibs(), { leave: true });
    expect((await journey.attempt(attempt.id)).status).toBe('cancelled');
    const second = await handOver(id);
    expect(second.fields.orderId).not.toBe(attempt.reference);
    await returnFromPayment(world.app, second.attempt.id, messageOf(await visit(second)));
    await world.work();
    expect(await journey.status(id)).toBe('completed');
  });

  it('paid before signing: reserved until it is signed, then taken', async () => {
    const { id, attempt } = await paid('pay_before_sign', byDibs('reserve'));
    expect(await journey.status(id)).toBe('awaiting_signature');
    await world.work();
    expect(await book(attempt.reference)).toMatchObject({ reserved: 30000, captured: 0 });
    expect(await journey.sign(id)).toBe('signed');
    await world.work();
    expect(await book(attempt.reference)).toMatchObject({ captured: 30000 });
    expect(await journey.status(id)).toBe('completed');
  });

  it('rule 4: a reservation that would not outlive the signing is taken at once', async () => {
    const change = { ...byDibs('reserve'), deadlines: { draftDays: 30, paymentDays: 14, signingDays: 45 } };
    const { id, attempt } = await paid('pay_before_sign', change);
    await world.work();
    expect(await book(attempt.reference)).toMatchObject({ captured: 30000 });
    expect(await journey.status(id)).toBe('awaiting_signature');
    await withdrawSubmission(world.app, kari, id);
    await world.work();
    expect(await book(attempt.reference)).toMatchObject({ refunded: 30000 });
  });

  it('a capture that is refused: the reservation is let go, and the payer pays again', async () => {
    const { id, attempt } = await paid('submit_and_pay', byDibs(), { card: refusedAtCapture });
    await world.work();
    expect(await journey.attempt(attempt.id)).toMatchObject({ status: 'failed', failure: 'capture_refused' });
    expect(await book(attempt.reference)).toMatchObject({ captured: 0, cancelled: 30000 });
    const second = await handOver(id);
    await returnFromPayment(world.app, second.attempt.id, messageOf(await visit(second)));
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect(await journey.alarms(id)).toEqual([]);
  });

  it('not secured yet: nobody pays again, until a later message tells', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const opened = await handOver(id);
    await fault('outcome', 'pending-forever', opened.attempt.reference, 1);
    await returnFromPayment(world.app, opened.attempt.id, messageOf(await visit(opened)));
    expect((await readPaymentView(world.app, kari, id))?.situation).toEqual({ kind: 'unknown' });
    expect(await startPayment(world.app, kari, id)).toEqual({ kind: 'moved_on' });
    await call(`/dibs/books/${opened.attempt.reference}/settle`, 'POST', {});
    const deliveries = await call<{ event: string; fields: [string, string][] }[]>(
      `/dibs/books/${opened.attempt.reference}/deliveries`,
    );
    const accepted = deliveries.find(({ event }) => event === 'ACCEPTED')?.fields ?? [];
    expect(await tell(opened.attempt, Object.fromEntries(accepted))).toBe('handled');
    await world.work();
    expect(await journey.status(id)).toBe('completed');
  });
});

describe('its messages are the evidence', () => {
  it('no message: a person is told after an hour, and a message that comes at last settles it', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const opened = await handOver(id);
    const fields = await visit(opened);
    expect(await returnFromPayment(world.app, opened.attempt.id)).toBe(id);
    expect(await journey.status(id)).toBe('awaiting_payment');
    await later(3601);
    expect(await journey.alarms(id)).toEqual(['payment_unresolved']);
    expect(await tell(opened.attempt, fields)).toBe('handled');
    await world.work();
    expect(await journey.status(id)).toBe('completed');
    expect(await journey.alarms(id)).toEqual([]);
  });

  it('forged, or without a MAC: nothing is believed and nothing kept', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const opened = await handOver(id);
    const fields = await visit(opened, { leave: true });
    const { MAC: _, ...bare } = fields;
    expect(await tell(opened.attempt, { ...fields, status: 'ACCEPTED', transaction: '1' })).toBe('rejected');
    expect(await tell(opened.attempt, { ...bare, status: 'ACCEPTED', transaction: '1' })).toBe('rejected');
    // Our own signed form, sent back to us.
    expect(await tell(opened.attempt, opened.fields)).toBe('malformed');
    await returnFromPayment(world.app, opened.attempt.id, messageOf({ ...fields, status: 'ACCEPTED' }));
    expect((await journey.attempt(opened.attempt.id)).status).toBe('pending');
    expect(await world.app.db.providerMessage.count({ where: { attemptId: opened.attempt.id } })).toBe(0);
  });

  it("another payment's message at this one's address pays the other, not this one", async () => {
    const one = await handOver(await journey.confirmed('submit_and_pay', { change: byDibs() }));
    const otherId = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const other = await handOver(otherId);
    const fields = await visit(other);
    await returnFromPayment(world.app, one.attempt.id, messageOf(fields));
    expect(await tell(one.attempt, fields)).toBe('handled');
    await world.work();
    expect((await journey.attempt(one.attempt.id)).status).toBe('pending');
    expect(await journey.status(otherId)).toBe('completed');
  });

  it.each([
    ['amount', 'wrong'],
    ['currency', 'wrong'],
  ])('a wrong %s is never paid, and a case for the owner', async (name, value) => {
    const id = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const opened = await handOver(id);
    await fault(name, value, opened.attempt.reference);
    expect(await tell(opened.attempt, await visit(opened))).toBe('handled');
    await later(3601);
    expect(await journey.status(id)).toBe('awaiting_payment');
    expect(await journey.alarms(id)).toEqual(['payment_mismatch']);
    expect((await book(opened.attempt.reference)).captured).toBe(0);
  });

  it.each(['fee', 'fee-original'])('a %s on top of the sum is told apart from ours', async (value) => {
    const id = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const opened = await handOver(id);
    await fault('amount', value, opened.attempt.reference);
    expect(await tell(opened.attempt, await visit(opened))).toBe('handled');
    await world.work();
    expect(await journey.status(id)).toBe('completed');
  });

  it('an outcome that nobody knows is no outcome: a person is told', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const opened = await handOver(id);
    await fault('status', 'unknown', opened.attempt.reference);
    expect(await tell(opened.attempt, await visit(opened))).toBe('handled');
    expect((await readPaymentView(world.app, kari, id))?.situation).toEqual({ kind: 'unknown' });
    await later(3601);
    expect(await journey.alarms(id)).toEqual(['payment_unresolved']);
  });

  it('stored, and then the process ended: the timer takes it up', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const opened = await handOver(id);
    const fields = await visit(opened);
    const broken = { ...world.app, clock: world.clock, ids: world.app.ids };
    const { endpointToken } = await world.app.db.paymentAgreement.findFirstOrThrow({
      where: { provider: 'dibs' },
    });
    // Only what is before its effect has happened.
    const openProvider: typeof world.app.openProvider = (agreement) => {
      const provider = world.app.openProvider(agreement);
      return {
        ...provider,
        parseMessage: (message) => {
          const parsed = provider.parseMessage(message);
          return (
            parsed && {
              ...parsed,
              evidence: () => {
                throw new Error('the process ends');
              },
            }
          );
        },
      };
    };
    await expect(
      receiveMessage(
        { ...broken, openProvider },
        'dibs',
        endpointToken,
        opened.attempt.id,
        messageOf(fields),
      ),
    ).rejects.toThrow('the process ends');
    expect(await journey.status(id)).toBe('awaiting_payment');
    await later();
    expect(await journey.status(id)).toBe('completed');
  });
});

describe('paid twice, or too late', () => {
  it('two windows of one payment are paid: one is taken, the other let go', async () => {
    const id = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const opened = await handOver(id);
    const [first, second] = [await visit(opened), await visit(opened)];
    expect(first.transaction).not.toBe(second.transaction);
    expect(await tell(opened.attempt, first)).toBe('handled');
    expect(await tell(opened.attempt, second)).toBe('handled');
    expect((await readPaymentView(world.app, kari, id))?.situation).toEqual({ kind: 'finishing' });
    await world.work();
    expect(await tell(opened.attempt, second)).toBe('handled');
    await world.work();
    expect(await book(first.transaction ?? '')).toMatchObject({ captured: 30000, cancelled: 0 });
    expect(await book(second.transaction ?? '')).toMatchObject({ captured: 0, cancelled: 30000 });
    expect(await journey.status(id)).toBe('completed');
    expect(await journey.attempts(id)).toHaveLength(2);
    expect(await journey.alarms(id)).toEqual([]);
  });

  it('one window is paid and another one left, in either order: paid, or let go', async () => {
    const id = await journey.confirmed('pay_before_sign', { change: byDibs('reserve') });
    const opened = await handOver(id);
    const [accepted, left] = [await visit(opened), await visit(opened, { leave: true })];
    await tell(opened.attempt, accepted);
    await tell(opened.attempt, left);
    expect((await journey.attempt(opened.attempt.id)).status).toBe('authorized');

    const otherId = await journey.confirmed('submit_and_pay', { change: byDibs() });
    const other = await handOver(otherId);
    const late = await visit(other);
    await tell(other.attempt, await visit(other, { leave: true }));
    await tell(other.attempt, late);
    await world.work();
    expect(await book(late.transaction ?? '')).toMatchObject({ captured: 0, cancelled: 30000 });
    expect(await journey.status(otherId)).toBe('awaiting_payment');
    expect(await journey.alarms(otherId)).toEqual([]);
  });

  it('money for a case that is withdrawn or expired is let go', async () => {
    for (const end of ['withdrawn', 'expired']) {
      const id = await journey.confirmed('submit_and_pay', { change: byDibs() });
      const opened = await handOver(id);
      if (end === 'withdrawn') await withdrawSubmission(world.app, kari, id);
      else world.clock.forward(60 * 86_400);
      await world.work();
      expect(await journey.status(id)).toBe(end);
      const fields = await visit(opened);
      expect(await tell(opened.attempt, fields)).toBe('handled');
      await world.work();
      expect(await book(fields.transaction ?? '')).toMatchObject({
        reserved: 30000,
        captured: 0,
        cancelled: 30000,
      });
      expect(await journey.status(id)).toBe(end);
    }
  });
});

describe('refunds', () => {
  const reason = 'Tjenesten er nedlagt';
  const refundPart = ({ id }: { id: string }, amountMinor: number) =>
    world.app.db.$transaction((tx) =>
      planOperation(tx, world.app.ids, { id }, { kind: 'refund', amountMinor, reason }, world.clock.now()),
    );

  it('in part and then the rest', async () => {
    const { attempt } = await completed();
    for (const amountMinor of [10_000, 20_000]) {
      await refundPart(attempt, amountMinor);
      await world.work();
    }
    expect(await book(attempt.reference)).toMatchObject({ refunded: 30000 });
    expect(await journey.attempt(attempt.id)).toMatchObject({ status: 'refunded', refundedMinor: 30000n });
    expect(await balance(world.app.db, attempt.id, 'provider')).toBe(0);
  });

  it.each([
    ['lost-after-commit', 1],
    ['lost-before-commit', 0],
    ['500', 0],
    ['pending', 1],
  ])('the answer is %s: never sent twice, and a person is told at once', async (value, carriedOut) => {
    const { id, attempt } = await completed();
    await fault('refund', value, attempt.reference);
    // A part of it: the provider would carry out another one.
    await refundPart(attempt, 10_000);
    await world.work();
    expect(await journey.alarms(id)).toEqual(['operation_unanswered']);
    await call('/faults/api', 'DELETE');
    for (let day = 0; day < 3; day++) await later(86_400);
    expect((await book(attempt.reference)).refunds).toHaveLength(carriedOut);
    expect((await journey.attempt(attempt.id)).status).toBe('captured');
  });

  it.each(['429', 'declined'])('the answer is %s: certainly not done, so it is sent again', async (value) => {
    const { id, attempt } = await completed();
    await fault('refund', value, attempt.reference);
    await refundPayment(world.app, finance, { attemptId: attempt.id, reason });
    await world.work();
    expect((await book(attempt.reference)).refunded).toBe(0);
    await call('/faults/api', 'DELETE');
    await later(3600);
    expect((await book(attempt.reference)).refunded).toBe(30000);
    expect(await journey.alarms(id)).toEqual([]);
  });
});

describe('captures without an answer', () => {
  it.each([
    ['lost-before-commit', 'completed', []],
    // Taken by the first call: the second one is refused, which tells nothing.
    ['lost-after-commit', 'awaiting_payment', ['operation_unanswered']],
    ['pending', 'awaiting_payment', ['operation_unanswered']],
  ])('%s: asked once more, then a person', async (value, status, alarms) => {
    const { id, attempt } = await paid();
    await fault('capture', value, attempt.reference, 1);
    await world.work();
    for (let hour = 0; hour < 3; hour++) await later(3601);
    expect(await journey.status(id)).toBe(status);
    expect(await journey.alarms(id)).toEqual(alarms);
    expect((await book(attempt.reference)).captures).toHaveLength(1);
    // Nobody is sent to pay what may be paid.
    expect(await startPayment(world.app, kari, id)).toEqual({ kind: 'moved_on' });
  });
});
