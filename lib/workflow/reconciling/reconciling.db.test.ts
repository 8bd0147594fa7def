import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { listOpenAlarms } from '@/lib/audit/list-alarms.ts';
import { addSeconds, osloDate } from '@/lib/core/clock.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { balance } from '@/lib/payments/ledger.ts';
import type { DifferenceKind } from '@/lib/reconciliation/compare/difference.ts';
import { neutralMapping } from '@/lib/reconciliation/report/column-mapping.ts';
import type { SettlementLine } from '@/lib/reconciliation/report/settlement-line.ts';
import { writeReport } from '@/lib/reconciliation/testing/write-report.ts';
import { deliverCase } from '../delivering/deliver-case.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { ask, type Journey, newJourney, type OpenAttempt } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { compareSettlements } from './compare-settlements.ts';
import { listDifferences, readDifference } from './list-differences.ts';
import { planComparisons } from './plan-comparisons.ts';
import { resolveDifference } from './resolve-difference.ts';
import { saveTerms } from './save-terms.ts';
import { takeInReport } from './take-in-report.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let world: World;
let kari: Actor;
let journey: Journey;
let staff: StaffActor;
let stranger: StaffActor;
let agreementId: string;
const day = 86_400;
const terms = {
  mapping: neutralMapping,
  delayDays: 3,
  deliveryDays: 1,
  startsOn: '2026-03-01',
  fee: {
    payment: { fixedMinor: 200, basisPoints: 100 },
    refund: { fixedMinor: 0, basisPoints: 0 },
    toleranceMinor: 0,
  },
};

beforeAll(async () => {
  world = await createWorld();
  kari = await world.person();
  journey = newJourney(world, kari);
  const { ids, db } = world.app;
  const { id: ownerId } = await db.owner.findFirstOrThrow();
  const otherId = ids.uuid();
  await db.owner.create({
    data: {
      id: otherId,
      slug: 'annen',
      orgNumber: '310419273',
      kind: 'state',
      name: { nb: 'Annen' },
      email: 'a@b.example',
    },
  });
  staff = { staffId: ids.uuid(), name: 'Camilla Prøvevik', ownerId, roles: ['finance'] };
  stranger = { staffId: ids.uuid(), name: 'Astrid Testdal', ownerId: otherId, roles: ['finance', 'editor'] };
  agreementId = (await db.paymentAgreement.findFirstOrThrow({ where: { name: 'nets' } })).id;
  expect(await saveTerms(world.app, staff, agreementId, terms)).toEqual({ kind: 'saved' });
});
afterAll(() => world?.close());

const db = () => world.app.db;
const today = () => osloDate(world.clock.now());
const compare = () => compareSettlements(world.app, agreementId);

/** A payment of 300 kr that is captured, and its case delivered. */
async function delivered(): Promise<OpenAttempt> {
  const id = await journey.confirmed();
  const attempt = await journey.paid(id);
  await ask(world, attempt);
  await deliverCase(world.app, id);
  return attempt;
}

function line(attempt: { reference: string }, change: Partial<SettlementLine> = {}): SettlementLine {
  return {
    lineNumber: 0,
    type: 'payment',
    reference: attempt.reference,
    paymentId: null,
    transactionId: null,
    amountMinor: 30_000,
    feeMinor: 500,
    currency: 'NOK',
    settledOn: today(),
    happenedOn: null,
    ...change,
  };
}

async function takeIn(lines: SettlementLine[], report = world.app.ids.token(6), as = staff) {
  const file = new TextEncoder().encode(writeReport(neutralMapping, report, lines));
  return takeInReport(world.app, as, agreementId, [file]);
}

/** Kinds of what is open, for one payment or case, or everything. */
async function open(of?: { id: string } | string): Promise<DifferenceKind[]> {
  const { differences } = await listDifferences(db(), staff, { limit: 1000 });
  return differences
    .filter((one) => {
      if (of === undefined) return true;
      return typeof of === 'string'
        ? one.submissionId === of || one.reference === of
        : one.attemptId === of.id;
    })
    .map(({ kind }) => kind)
    .sort();
}

describe('a settlement report', () => {
  it('is taken in whole and once, with a comparison on its way', async () => {
    const attempt = await delivered();
    const file = new TextEncoder().encode(writeReport(neutralMapping, 'ONCE', [line(attempt)]));
    const hand = () => takeInReport(world.app, staff, agreementId, [file]);
    expect(await hand()).toEqual({ kind: 'taken_in', reference: 'ONCE', lines: 1 });
    expect(await hand()).toMatchObject({ kind: 'known', reference: 'ONCE' });
    expect(await takeIn([line(attempt), line(attempt)], 'ONCE')).toMatchObject({ kind: 'other_content' });
    expect(await db().settlementLine.count()).toBe(1);
    const jobs = await db().$queryRaw<
      { key: string }[]
    >`select key from graphile_worker.jobs where key like 'compare:%'`;
    expect(jobs).toEqual([{ key: `compare:${agreementId}` }]);
    expect(await compare()).toMatchObject({ found: 0, opened: 0 });
  });

  it('handed in by two at once is one', async () => {
    const attempt = await delivered();
    const lines = [line(attempt)];
    const results = await Promise.all([1, 2, 3, 4].map(() => takeIn(lines, 'AT-ONCE')));
    expect(results.map(({ kind }) => kind).sort()).toEqual(['known', 'known', 'known', 'taken_in']);
    expect(await db().settlementLine.count({ where: { reference: attempt.reference } })).toBe(1);
  });

  it('with one bad line leaves nothing behind', async () => {
    const before = await db().settlementReport.count();
    const text = writeReport(neutralMapping, 'BAD', [
      line({ reference: 'KV-1' }),
      line({ reference: 'KV-2' }),
    ]);
    const file = new TextEncoder().encode(text.replace(/30000(?!.*30000)/s, '300,00'));
    expect(await takeInReport(world.app, staff, agreementId, [file])).toEqual({
      kind: 'problems',
      problems: [{ line: 3, code: 'amount', column: 'amount' }],
    });
    expect(await db().settlementReport.count()).toBe(before);
  });

  it('is kept as it was told', async () => {
    await expect(db().settlementLine.updateMany({ data: { amountMinor: 1n } })).rejects.toThrow(
      'written once',
    );
    await expect(db().settlementReport.deleteMany()).rejects.toThrow('written once');
  });
});

describe('who may', () => {
  it('only finance, and only of their own owner', async () => {
    const { differences } = await listDifferences(db(), staff);
    const editor = { ...staff, roles: ['editor', 'case_worker'] as const };
    const id = differences[0]?.id ?? world.app.ids.uuid();
    for (const [who, code] of [
      [editor, 'forbidden'],
      [stranger, 'not_found'],
    ] as const) {
      await expect(takeIn([line({ reference: 'KV' })], 'X', who)).rejects.toMatchObject({ code });
      await expect(saveTerms(world.app, who, agreementId, terms)).rejects.toMatchObject({ code });
      await expect(readDifference(db(), who, id)).rejects.toMatchObject({ code });
      await expect(resolveDifference(world.app, who, { id, reason: 'Ordnet' })).rejects.toMatchObject({
        code,
      });
    }
    await expect(listDifferences(db(), editor)).rejects.toMatchObject({ code: 'forbidden' });
    expect((await listDifferences(db(), stranger)).differences).toEqual([]);
  });

  it("another owner's payments are no more known than those that do not exist", async () => {
    const attempt = await delivered();
    const own = await db().paymentAgreement.findUniqueOrThrow({ where: { id: agreementId } });
    const theirs = await db().paymentAgreement.create({
      data: {
        ...own,
        id: world.app.ids.uuid(),
        ownerId: stranger.ownerId,
        endpointToken: world.app.ids.token(24),
      },
    });
    await saveTerms(world.app, stranger, theirs.id, terms);
    const file = new TextEncoder().encode(writeReport(neutralMapping, 'THEIRS', [line(attempt)]));
    await takeInReport(world.app, stranger, theirs.id, [file]);
    await compareSettlements(world.app, theirs.id);
    const { differences } = await listDifferences(db(), stranger);
    expect(differences).toMatchObject([
      { kind: 'unknown_reference', reference: attempt.reference, attemptId: null },
    ]);
    expect(await takeIn([line(attempt)])).toMatchObject({ kind: 'taken_in' });
    expect(await compare()).toMatchObject({ found: 0 });
  });
});

describe('the comparison', () => {
  it('finds nothing in payments that are not due, and names them when they are', async () => {
    const attempt = await delivered();
    world.clock.forward(3 * day);
    await compare();
    expect(await open(attempt)).toEqual([]);
    world.clock.forward(day);
    await compare();
    expect(await open(attempt)).toEqual(['missing_there']);
    const [alarm] = await listOpenAlarms(db(), staff);
    const { displayName } = await db().paymentAgreement.findUniqueOrThrow({ where: { id: agreementId } });
    expect(alarm).toMatchObject({
      kind: 'settlement_differences',
      values: { count: '1', agreement: displayName },
    });
    // What comes late ends the one and opens the other.
    await takeIn([line(attempt)]);
    expect(await compare()).toMatchObject({ found: 1, opened: 1 });
    expect(await open(attempt)).toEqual(['late_settlement']);
    const gone = await listDifferences(db(), staff, { state: 'gone' });
    expect(gone.differences).toMatchObject([
      { kind: 'missing_there', attemptId: attempt.id, resolvedBy: null },
    ]);
  });

  it('finds every kind in the real books', async () => {
    const [amount, currency, fee, twice, again, back, refunded, charged] = await Promise.all(
      Array.from({ length: 8 }, () => delivered()),
    );
    if (!amount || !currency || !fee || !twice || !again || !back || !refunded || !charged)
      throw new Error('None');
    const expired = await journey.open(await journey.confirmed());
    const undelivered = await journey.paid(await journey.confirmed());
    await ask(world, undelivered);
    await refundPayment(world.app, staff, { attemptId: refunded.id, reason: 'Feil beløp' });
    await world.work();
    const unpaid = await journey.confirmed();
    await db().submission.update({
      where: { id: unpaid },
      data: { status: 'completed', completedAt: world.clock.now() },
    });
    world.clock.forward(day);
    await takeIn([
      line(amount, { amountMinor: 29_999, feeMinor: 500 }),
      line(currency, { currency: 'SEK' }),
      line(fee, { feeMinor: 501 }),
      line(twice, { transactionId: 'a1' }),
      line(twice, { transactionId: 'a2' }),
      line(again, { transactionId: 'b' }),
      line(back),
      line(back, { type: 'refund', feeMinor: null }),
      line(refunded),
      line(charged),
      line(charged, { type: 'chargeback', feeMinor: null }),
      line(expired),
      line(undelivered),
      line({ reference: 'KV-NOBODY-1' }),
      line({ reference: 'KV-NOBODY-2' }, { type: 'fee', amountMinor: 500, feeMinor: null }),
    ]);
    await takeIn([line(again, { transactionId: 'b' })]);
    world.clock.forward(4 * day);
    await db().paymentAttempt.update({ where: { id: charged.id }, data: { capturedMinor: 30_001n } });
    await compare();
    expect(await open(amount)).toEqual(['amount']);
    expect(await open(currency)).toEqual(['currency']);
    expect(await open(fee)).toEqual(['fee']);
    expect(await open(twice)).toEqual(['double_capture']);
    expect(await open(again)).toEqual(['settled_twice']);
    expect(await open(back)).toEqual(['refund_missing_here']);
    expect(await open(refunded)).toEqual(['refund_missing_there']);
    expect(await open(charged)).toEqual(['books_differ', 'chargeback']);
    expect(await open(expired)).toEqual(['missing_here']);
    // Its receipt was numbered, but no job has archived it.
    expect(await open(undelivered)).toEqual(['captured_not_delivered']);
    expect(await open(unpaid)).toEqual(['delivered_not_captured']);
    expect(await open('KV-NOBODY-1')).toEqual(['unknown_reference']);
    expect(await open('KV-NOBODY-2')).toEqual(['fee']);
    await db().paymentAttempt.update({ where: { id: charged.id }, data: { capturedMinor: 30_000n } });
  });

  it('finds the same however often it is run, and forgets nothing that is older than it looks back', async () => {
    const before = await open();
    expect(before.length).toBeGreaterThan(10);
    await compare();
    for (let time = 0; time < 3; time += 1) {
      world.clock.forward(200 * day);
      const { opened } = (await compare()) ?? {};
      expect(opened).toBe(0);
    }
    expect(await open()).toEqual(before.filter((kind) => kind !== 'books_differ'));
  });

  it('a difference that a person has resolved stays so until its facts change', async () => {
    const attempt = await delivered();
    await takeIn([line(attempt), line(attempt, { type: 'chargeback', amountMinor: 100, feeMinor: null })]);
    await compare();
    const { differences } = await listDifferences(db(), staff, { kind: 'chargeback' });
    const found = differences.find(({ attemptId }) => attemptId === attempt.id);
    const id = found?.id ?? '';
    expect(await resolveDifference(world.app, staff, { id, reason: ' x ' })).toEqual({
      kind: 'bad_reason',
      problem: 'too_short',
    });
    expect(await resolveDifference(world.app, staff, { id, reason: 'Svart banken' })).toEqual({
      kind: 'resolved',
    });
    expect(await resolveDifference(world.app, staff, { id, reason: 'Svart banken' })).toEqual({
      kind: 'not_open',
    });
    expect(await compare()).toMatchObject({ opened: 0 });
    expect(await readDifference(db(), staff, id)).toMatchObject({
      state: 'resolved',
      resolvedBy: 'Camilla Prøvevik',
      reason: 'Svart banken',
    });
    await takeIn([line(attempt, { type: 'chargeback', amountMinor: 200, feeMinor: null })]);
    expect(await compare()).toMatchObject({ opened: 1 });
    expect(await readDifference(db(), staff, id)).toMatchObject({
      state: 'open',
      facts: { found: { amountMinor: 300, currency: 'NOK' } },
      resolvedBy: null,
    });
  });

  it('a dispute is booked once, what is left can be refunded, and nothing beyond it', async () => {
    const attempt = await delivered();
    const disputed = async () =>
      db().alarm.findFirst({ where: { attemptId: attempt.id, kind: 'payment_disputed', closedAt: null } });
    await takeIn([line(attempt), line(attempt, { type: 'chargeback', amountMinor: 100, feeMinor: null })]);
    await compare();
    await compare();
    expect(await balance(db(), attempt.id, 'provider')).toBe(29_900);
    expect(await disputed()).toMatchObject({ values: { amount: { amountMinor: 100, currency: 'NOK' } } });
    const { differences } = await listDifferences(db(), staff, { kind: 'chargeback' });
    const id = differences.find(({ attemptId }) => attemptId === attempt.id)?.id ?? '';
    await resolveDifference(world.app, staff, { id, reason: 'Svart banken' });
    expect(await disputed()).toBeNull();
    await takeIn([line(attempt, { type: 'chargeback', amountMinor: 200, feeMinor: null })]);
    await compare();
    expect(await disputed()).toMatchObject({ values: { amount: { amountMinor: 300 } } });
    const ask = (amountMinor: number) =>
      refundPayment(world.app, staff, {
        attemptId: attempt.id,
        reason: 'Feil beløp',
        part: { kind: 'amount', amountMinor },
      });
    expect(await ask(29_701)).toEqual({ kind: 'invalid', part: 'too_much' });
    expect(await ask(29_700)).toMatchObject({ kind: 'under_way' });
    await world.work();
    expect(await balance(db(), attempt.id, 'provider')).toBe(0);
    expect(await balance(db(), attempt.id, 'earned')).toBe(0);
    expect(await ask(1)).toEqual({ kind: 'already_refunded' });
  });

  it('that was overtaken, by another one or by a report, keeps nothing', async () => {
    const done = (await Promise.all([compare(), compare(), compare()])).filter((one) => one !== undefined);
    expect(done.length).toBeGreaterThan(0);
    const attempt = await delivered();
    world.clock.forward(4 * day);
    const settled = [line(attempt, { settledOn: osloDate(addSeconds(world.clock.now(), -day)) })];
    // The report comes when the comparison has read that there is none.
    const { db: real } = world.app;
    const late = new Proxy(real, {
      get: (target, name) =>
        name === '$transaction'
          ? async (work: Parameters<typeof real.$transaction>[0]) => {
              await takeIn(settled);
              return real.$transaction(work as never);
            }
          : Reflect.get(target, name),
    });
    expect(await compareSettlements({ ...world.app, db: late }, agreementId)).toBeUndefined();
    expect(await open(attempt)).toEqual([]);
    await compare();
    expect(await open(attempt)).toEqual([]);
  });

  it('is due once a day, for one worker', async () => {
    await db().settlementTerms.updateMany({
      where: { agreementId: { not: agreementId } },
      data: { nextRunAt: new Date('2999-01-01') },
    });
    await compare();
    expect(await planComparisons(world.app)).toBe(0);
    world.clock.forward(day);
    const planned = await Promise.all([planComparisons(world.app), planComparisons(world.app)]);
    expect(planned.reduce((a, b) => a + b)).toBe(1);
  });
});
