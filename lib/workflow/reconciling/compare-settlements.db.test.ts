import { describe, expect, it, vi } from 'vitest';
import { listOpenAlarms } from '@/lib/audit/list-alarms.ts';
import { addSeconds, osloDate } from '@/lib/core/clock.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { ask } from '../testing/journey.ts';
import { db } from '../testing/journey-stage.ts';
import { compareSettlements } from './compare-settlements.ts';
import { listDifferences, readDifference } from './list-differences.ts';
import { planComparisons } from './plan-comparisons.ts';
import { resolveDifference } from './resolve-difference.ts';
import { compare, day, delivered, line, open, settlementStage, takeIn } from './testing/settlement-stage.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const stage = settlementStage();

describe('the comparison', () => {
  it('finds nothing in payments that are not due, and names them when they are', async () => {
    const attempt = await delivered(stage);
    stage.world.clock.forward(3 * day);
    await compare(stage);
    expect(await open(stage, attempt)).toEqual([]);
    stage.world.clock.forward(day);
    await compare(stage);
    expect(await open(stage, attempt)).toEqual(['missing_there']);
    const [alarm] = await listOpenAlarms(db(stage), stage.staff);
    const { displayName } = await db(stage).paymentAgreement.findUniqueOrThrow({
      where: { id: stage.agreementId },
    });
    expect(alarm).toMatchObject({
      kind: 'settlement_differences',
      values: { count: '1', agreement: displayName },
    });
    // What comes late ends the one and opens the other.
    await takeIn(stage, [line(stage, attempt)]);
    expect(await compare(stage)).toMatchObject({ found: 1, opened: 1 });
    expect(await open(stage, attempt)).toEqual(['late_settlement']);
    const gone = await listDifferences(db(stage), stage.staff, { state: 'gone' });
    expect(gone.differences).toMatchObject([
      { kind: 'missing_there', attemptId: attempt.id, resolvedBy: null },
    ]);
  });

  it('finds every kind in the real books', async () => {
    const [amount, currency, fee, twice, again, back, refunded, charged] = await Promise.all(
      Array.from({ length: 8 }, () => delivered(stage)),
    );
    if (!amount || !currency || !fee || !twice || !again || !back || !refunded || !charged)
      throw new Error('None');
    const expired = await stage.journey.open(await stage.journey.confirmed());
    const undelivered = await stage.journey.paid(await stage.journey.confirmed());
    await ask(stage.world, undelivered);
    await refundPayment(stage.world.app, stage.staff, { attemptId: refunded.id, reason: 'Feil beløp' });
    await stage.world.work();
    const unpaid = await stage.journey.confirmed();
    await db(stage).submission.update({
      where: { id: unpaid },
      data: { status: 'completed', completedAt: stage.world.clock.now() },
    });
    stage.world.clock.forward(day);
    await takeIn(stage, [
      line(stage, amount, { amountMinor: 29_999, feeMinor: 500 }),
      line(stage, currency, { currency: 'SEK' }),
      line(stage, fee, { feeMinor: 501 }),
      line(stage, twice, { transactionId: 'a1' }),
      line(stage, twice, { transactionId: 'a2' }),
      line(stage, again, { transactionId: 'b' }),
      line(stage, back),
      line(stage, back, { type: 'refund', feeMinor: null }),
      line(stage, refunded),
      line(stage, charged),
      line(stage, charged, { type: 'chargeback', feeMinor: null }),
      line(stage, expired),
      line(stage, undelivered),
      line(stage, { reference: 'KV-NOBODY-1' }),
      line(stage, { reference: 'KV-NOBODY-2' }, { type: 'fee', amountMinor: 500, feeMinor: null }),
    ]);
    await takeIn(stage, [line(stage, again, { transactionId: 'b' })]);
    stage.world.clock.forward(4 * day);
    await db(stage).paymentAttempt.update({ where: { id: charged.id }, data: { capturedMinor: 30_001n } });
    await compare(stage);
    expect(await open(stage, amount)).toEqual(['amount']);
    expect(await open(stage, currency)).toEqual(['currency']);
    expect(await open(stage, fee)).toEqual(['fee']);
    expect(await open(stage, twice)).toEqual(['double_capture']);
    expect(await open(stage, again)).toEqual(['settled_twice']);
    expect(await open(stage, back)).toEqual(['refund_missing_here']);
    expect(await open(stage, refunded)).toEqual(['refund_missing_there']);
    expect(await open(stage, charged)).toEqual(['books_differ', 'chargeback']);
    expect(await open(stage, expired)).toEqual(['missing_here']);
    // Its receipt was numbered, but no job has archived it.
    expect(await open(stage, undelivered)).toEqual(['captured_not_delivered']);
    expect(await open(stage, unpaid)).toEqual(['delivered_not_captured']);
    expect(await open(stage, 'KV-NOBODY-1')).toEqual(['unknown_reference']);
    expect(await open(stage, 'KV-NOBODY-2')).toEqual(['fee']);
    await db(stage).paymentAttempt.update({ where: { id: charged.id }, data: { capturedMinor: 30_000n } });
  });

  it('finds the same however often it is run, and forgets nothing that is older than it looks back', async () => {
    const before = await open(stage);
    expect(before.length).toBeGreaterThan(10);
    await compare(stage);
    for (let time = 0; time < 3; time += 1) {
      stage.world.clock.forward(200 * day);
      const { opened } = (await compare(stage)) ?? {};
      expect(opened).toBe(0);
    }
    expect(await open(stage)).toEqual(before.filter((kind) => kind !== 'books_differ'));
  });

  it('a difference that a person has resolved stays so until its facts change', async () => {
    const attempt = await delivered(stage);
    await takeIn(stage, [
      line(stage, attempt),
      line(stage, attempt, { type: 'chargeback', amountMinor: 100, feeMinor: null }),
    ]);
    await compare(stage);
    const { differences } = await listDifferences(db(stage), stage.staff, { kind: 'chargeback' });
    const found = differences.find(({ attemptId }) => attemptId === attempt.id);
    const id = found?.id ?? '';
    expect(await resolveDifference(stage.world.app, stage.staff, { id, reason: ' x ' })).toEqual({
      kind: 'bad_reason',
      problem: 'too_short',
    });
    expect(await resolveDifference(stage.world.app, stage.staff, { id, reason: 'Svart banken' })).toEqual({
      kind: 'resolved',
    });
    expect(await resolveDifference(stage.world.app, stage.staff, { id, reason: 'Svart banken' })).toEqual({
      kind: 'not_open',
    });
    expect(await compare(stage)).toMatchObject({ opened: 0 });
    expect(await readDifference(db(stage), stage.staff, id)).toMatchObject({
      state: 'resolved',
      resolvedBy: 'Camilla Prøvevik',
      reason: 'Svart banken',
    });
    await takeIn(stage, [line(stage, attempt, { type: 'chargeback', amountMinor: 200, feeMinor: null })]);
    expect(await compare(stage)).toMatchObject({ opened: 1 });
    expect(await readDifference(db(stage), stage.staff, id)).toMatchObject({
      state: 'open',
      facts: { found: { amountMinor: 300, currency: 'NOK' } },
      resolvedBy: null,
    });
  });

  it('a dispute is booked once, what is left can be refunded, and nothing beyond it', async () => {
    const attempt = await delivered(stage);
    const disputed = async () =>
      db(stage).alarm.findFirst({
        where: { attemptId: attempt.id, kind: 'payment_disputed', closedAt: null },
      });
    await takeIn(stage, [
      line(stage, attempt),
      line(stage, attempt, { type: 'chargeback', amountMinor: 100, feeMinor: null }),
    ]);
    await compare(stage);
    await compare(stage);
    expect(await balance(db(stage), attempt.id, 'provider')).toBe(29_900);
    expect(await disputed()).toMatchObject({ values: { amount: { amountMinor: 100, currency: 'NOK' } } });
    const { differences } = await listDifferences(db(stage), stage.staff, { kind: 'chargeback' });
    const id = differences.find(({ attemptId }) => attemptId === attempt.id)?.id ?? '';
    await resolveDifference(stage.world.app, stage.staff, { id, reason: 'Svart banken' });
    expect(await disputed()).toBeNull();
    await takeIn(stage, [line(stage, attempt, { type: 'chargeback', amountMinor: 200, feeMinor: null })]);
    await compare(stage);
    expect(await disputed()).toMatchObject({ values: { amount: { amountMinor: 300 } } });
    const ask = (amountMinor: number) =>
      refundPayment(stage.world.app, stage.staff, {
        attemptId: attempt.id,
        reason: 'Feil beløp',
        part: { kind: 'amount', amountMinor },
      });
    expect(await ask(29_701)).toEqual({ kind: 'invalid', part: 'too_much' });
    expect(await ask(29_700)).toMatchObject({ kind: 'under_way' });
    await stage.world.work();
    expect(await balance(db(stage), attempt.id, 'provider')).toBe(0);
    expect(await balance(db(stage), attempt.id, 'earned')).toBe(0);
    expect(await ask(1)).toEqual({ kind: 'already_refunded' });
  });

  it('that was overtaken, by another one or by a report, keeps nothing', async () => {
    const done = (await Promise.all([compare(stage), compare(stage), compare(stage)])).filter(
      (one) => one !== undefined,
    );
    expect(done.length).toBeGreaterThan(0);
    const attempt = await delivered(stage);
    stage.world.clock.forward(4 * day);
    const settled = [
      line(stage, attempt, { settledOn: osloDate(addSeconds(stage.world.clock.now(), -day)) }),
    ];
    // The report comes when the comparison has read that there is none.
    const { db: real } = stage.world.app;
    const late = new Proxy(real, {
      get: (target, name) =>
        name === '$transaction'
          ? async (work: Parameters<typeof real.$transaction>[0]) => {
              await takeIn(stage, settled);
              return real.$transaction(work as never);
            }
          : Reflect.get(target, name),
    });
    expect(await compareSettlements({ ...stage.world.app, db: late }, stage.agreementId)).toBeUndefined();
    expect(await open(stage, attempt)).toEqual([]);
    await compare(stage);
    expect(await open(stage, attempt)).toEqual([]);
  });

  it('is due once a day, for one worker', async () => {
    await db(stage).settlementTerms.updateMany({
      where: { agreementId: { not: stage.agreementId } },
      data: { nextRunAt: new Date('2999-01-01') },
    });
    await compare(stage);
    expect(await planComparisons(stage.world.app)).toBe(0);
    stage.world.clock.forward(day);
    const planned = await Promise.all([planComparisons(stage.world.app), planComparisons(stage.world.app)]);
    expect(planned.reduce((a, b) => a + b)).toBe(1);
  });
});
