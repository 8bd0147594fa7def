import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listActs } from '@/lib/audit/list-acts.ts';
import { countOpenAlarms, listOpenAlarms } from '@/lib/audit/list-alarms.ts';
import { openAlarm } from '@/lib/audit/open-alarm.ts';
import { addSeconds } from '@/lib/core/clock.ts';
import { maskNumbers } from '@/lib/core/identifiers/fodselsnummer.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { listOwnServices } from '@/lib/services/own-service.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { employee, stranger } from '../testing/employees.ts';
import { ask, type Journey, newJourney } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { listCases } from './list-cases.ts';
import { listPayments } from './list-payments.ts';
import { readCase } from './read-case.ts';
import { readPayment } from './read-payment.ts';

vi.setConfig({ testTimeout: 90_000 });

let world: World;
let kari: Actor;
let journey: Journey;
let staff: StaffActor;
let other: StaffActor;
const everyRole = ['editor', 'case_worker', 'finance'] as const;

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
  staff = await employee(world, everyRole, 'Camilla Prøvevik');
  other = await stranger(world, everyRole);
});
afterAll(() => world?.close());

describe("an owner's cases", () => {
  it('are those sent in, without drafts, newest first and page by page', async () => {
    const draft = await journey.draft();
    const sent: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      world.clock.forward(60);
      sent.unshift(await journey.confirmed());
    }
    const { db } = world.app;
    const first = await listCases(db, staff, { limit: 2 });
    const second = await listCases(db, staff, { limit: 2, before: first.next });
    expect([...first.cases, ...second.cases].map(({ id }) => id)).toEqual(sent);
    expect(second.next).toBeUndefined();
    expect((await listCases(db, staff, { status: 'completed' })).cases).toEqual([]);
    await expect(readCase(world.app, staff, draft)).rejects.toMatchObject({ code: 'not_found' });
  });

  it('show answers, order and history to a case worker, and that they were read is on record', async () => {
    const id = await journey.confirmed('submit_and_pay', { count: '4' });
    const found = await readCase(world.app, staff, id);
    expect(found.order?.totalMinor).toBe(40_000);
    expect(found.pages.flatMap(({ rows }) => rows.map(({ value }) => value))).toContain('4');
    expect(found.parties).toEqual([{ role: 'filler', name: 'Kari Testesen', kind: 'person' }]);
    expect(found.events.map(({ type }) => type)).toContain('submission.submitted');
    const { acts } = await listActs(world.app.db, staff);
    expect(acts[0]).toMatchObject({ act: 'submission_read', subjectId: id, staffName: 'Camilla Prøvevik' });
  });

  it('never show a fødselsnummer, wherever it was written', () => {
    expect(maskNumbers('Født 12858514140, eller 128585 14140.')).toBe(
      'Født 128585 *****, eller 128585 *****.',
    );
    expect(maskNumbers('Konto 12345678901')).toBe('Konto 12345678901');
  });
});

describe("an owner's payments", () => {
  it('say where the money is from the first try to the refund', async () => {
    const id = await journey.confirmed();
    const open = await journey.open(id);
    expect((await readPayment(world.app, staff, open.id)).where.place).toBe('not_yet');
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    const paid = await readPayment(world.app, staff, attempt.id);
    expect(paid).toMatchObject({
      where: { place: 'delivered', amountMinor: 30_000 },
      refund: { leftMinor: 30_000 },
      mayRefund: true,
    });
    expect(paid.timeline.map(({ source, what }) => `${source} ${what}`)).toEqual(
      expect.arrayContaining([
        'attempt started',
        'operation create_done',
        'ledger captured',
        'ledger delivered',
      ]),
    );
    await refundPayment(world.app, staff, { attemptId: attempt.id, reason: 'Betalt to ganger' });
    expect(await readPayment(world.app, staff, attempt.id)).toMatchObject({
      where: { place: 'going_back', amountMinor: 30_000 },
      refund: { onItsWayMinor: 30_000 },
    });
    await world.work();
    const back = await readPayment(world.app, staff, attempt.id);
    expect(back).toMatchObject({ where: { place: 'returned', amountMinor: 30_000 }, status: 'refunded' });
    expect((await listPayments(world.app.db, staff, { status: 'refunded' })).payments).toHaveLength(1);
    const { acts } = await listActs(world.app.db, staff);
    expect(acts.find(({ act }) => act === 'payment_refunded')).toMatchObject({ subjectId: attempt.id });
  });

  it('say reserved for what is not taken, and released for what was let go', async () => {
    const id = await journey.confirmed('pay_before_sign', {
      change: { payment: { agreement: 'nets', capture: 'reserve' } },
    });
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    expect((await readPayment(world.app, staff, attempt.id)).where).toEqual({
      place: 'reserved',
      amountMinor: 30_000,
    });
  });
});

describe('a long history', () => {
  it('shows the newest of it, and how much there is before', async () => {
    const id = await journey.confirmed();
    const { db, clock } = world.app;
    const { seq } = await db.submission.findUniqueOrThrow({ where: { id } });
    const event = { submissionId: id, type: 'register.asked.organisation', data: {}, actor: 'person:x' };
    await db.submissionEvent.createMany({
      data: Array.from({ length: 501 }, (_, index) => ({ ...event, seq: seq + 1 + index, at: clock.now() })),
    });
    const found = await readCase(world.app, staff, id);
    expect(found.events.map((each) => each.seq)).toEqual(
      Array.from({ length: 500 }, (_, index) => seq + 2 + index),
    );
    expect(found.earlierEvents).toBe(seq + 1);
  });

  it('of a payment, too: the newest of each source, and how many there are', async () => {
    const { db, clock, ids } = world.app;
    const submissionId = await journey.confirmed();
    const { id: attemptId, agreementId } = await journey.open(submissionId);
    const { seq } = await db.submission.findUniqueOrThrow({ where: { id: submissionId } });
    expect((await readPayment(world.app, staff, attemptId)).cut).toEqual([]);
    const before = await db.submissionEvent.count({ where: { submissionId } });
    await db.submissionEvent.createMany({
      data: Array.from({ length: 200 }, (_, index) => ({
        submissionId,
        type: `told.${index}`,
        data: { attemptId },
        actor: 'system',
        seq: seq + 1 + index,
        at: addSeconds(clock.now(), index),
      })),
    });
    await db.providerMessage.createMany({
      data: Array.from({ length: 201 }, (_, index) => ({
        id: ids.uuid(),
        agreementId,
        attemptId,
        dedupeKey: `${attemptId}-${index}`,
        event: `message.${index}`,
        body: '{}',
        receivedAt: addSeconds(clock.now(), index),
      })),
    });
    const { timeline, cut } = await readPayment(world.app, staff, attemptId);
    const told = timeline.map(({ what }) => what);
    expect(before).toBeGreaterThan(0);
    expect(cut).toEqual([
      { source: 'message', shown: 200, total: 201 },
      { source: 'event', shown: 200, total: expect.any(Number) },
    ]);
    expect(told).not.toContain('message.0');
    for (const what of ['message.1', 'message.200', 'told.0', 'told.199']) expect(told).toContain(what);
    expect(told.indexOf('message.1')).toBeLessThan(told.indexOf('message.200'));
  });
});

describe("another owner's employee", () => {
  it('sees nothing: every use case answers as for what does not exist', async () => {
    const id = await journey.confirmed();
    const attempt = await journey.paid(id);
    await ask(world, attempt);
    const { app } = world;
    const { db } = app;
    await openAlarm(
      db,
      app.ids,
      {
        ownerId: staff.ownerId,
        dedupeKey: 'x',
        kind: 'stranded_money',
        values: { amount: { amountMinor: 100, currency: 'NOK' } },
        detail: 'x',
        submissionId: id,
      },
      app.clock.now(),
    );
    expect(await countOpenAlarms(db, staff)).toBe(1);
    for (const nothing of [id, attempt.id, app.ids.uuid(), 'x']) {
      await expect(readCase(app, other, nothing)).rejects.toMatchObject({ code: 'not_found' });
      await expect(readPayment(app, other, nothing)).rejects.toMatchObject({ code: 'not_found' });
      await expect(refundPayment(app, other, { attemptId: nothing, reason: 'Min nå' })).rejects.toMatchObject(
        { code: 'not_found' },
      );
    }
    expect((await listCases(db, other)).cases).toEqual([]);
    expect((await listPayments(db, other)).payments).toEqual([]);
    expect(await listOwnServices(db, other)).toEqual([]);
    expect(await listOpenAlarms(db, other)).toEqual([]);
    expect((await listActs(db, other)).acts).toEqual([]);
  });

  it('and one without the role is refused', async () => {
    const editor = { ...staff, roles: ['editor' as const] };
    const { app } = world;
    await expect(listCases(app.db, editor)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(listPayments(app.db, editor)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readCase(app, editor, app.ids.uuid())).rejects.toMatchObject({ code: 'forbidden' });
    await expect(readPayment(app, editor, app.ids.uuid())).rejects.toMatchObject({ code: 'forbidden' });
  });
});
