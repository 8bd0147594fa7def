import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { osloDate } from '@/lib/core/clock.ts';
import { addLegalDays } from '@/lib/core/legal-date.ts';
import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import { balance } from '@/lib/payments/ledger.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { DifferenceKind } from '@/lib/reconciliation/compare/difference.ts';
import { neutralMapping } from '@/lib/reconciliation/report/column-mapping.ts';
import { deliverCase } from '../delivering/deliver-case.ts';
import {
  completed,
  opened,
  openStage,
  type Stage,
  subjectOf,
  usualMinor,
} from '../paying/contract/testing/stage.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { readPayment } from '../staff/read-payment.ts';
import { compareSettlements } from './compare-settlements.ts';
import { listDifferences } from './list-differences.ts';
import { saveTerms } from './save-terms.ts';
import { takeInReport } from './take-in-report.ts';

/* The sandbox makes reports for every provider: whatever one of them can get wrong is found, whoever it is of. */
vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

/** The sandbox's fault, and what is to be found because of it. */
const faults: readonly (readonly [fault: string, kind: DifferenceKind | undefined])[] = [
  ['none', undefined],
  ['missing-here', 'missing_here'],
  ['missing-there', 'missing_there'],
  ['amount', 'amount'],
  ['currency', 'currency'],
  ['fee', 'fee'],
  ['double-capture', 'double_capture'],
  ['settled-twice', 'settled_twice'],
  ['refund-missing-here', 'refund_missing_here'],
  ['refund-missing-there', 'refund_missing_there'],
  ['late', 'late_settlement'],
  ['chargeback', 'chargeback'],
];

describe.each(providers.ids())('the reports of %s', (name) => {
  let stage: Stage;
  let agreementId: string;

  beforeAll(async () => {
    stage = await openStage(subjectOf(providers.get(name)));
    const { world, finance } = stage;
    // The sandbox has the time of day; settlements are compared with ours.
    world.clock.forward((Date.now() - world.clock.now().getTime()) / 1000);
    agreementId = (await world.app.db.paymentAgreement.findFirstOrThrow({ where: { name } })).id;
    const part = { fixedMinor: 0, basisPoints: 0 };
    await saveTerms(world.app, finance, agreementId, {
      mapping: neutralMapping,
      delayDays: 3,
      deliveryDays: 1,
      startsOn: osloDate(world.clock.now()),
      fee: { payment: { fixedMinor: 100, basisPoints: 110 }, refund: part, toleranceMinor: 0 },
    });
  });
  afterAll(async () => {
    await stage?.world.close();
    await stage?.door.close();
  });

  it('every fault is found, by its name, and nothing else is', async () => {
    const attempts = new Map<string, PaymentAttempt>();
    for (const [fault] of faults) attempts.set(fault, await pay(stage, fault));
    const extra = {
      fee: await pay(stage, 'fee-without-payment'),
      unknown: await pay(stage, 'unknown-reference'),
    };
    const today = osloDate(new Date());
    await takeIn(stage, agreementId, today);
    await takeIn(stage, agreementId, addLegalDays(today, 1));
    stage.world.clock.forward(5 * 86_400);
    const find = async () => {
      await compareSettlements(stage.world.app, agreementId);
      const { db } = stage.world.app;
      return (await listDifferences(db, stage.finance, { limit: 100 })).differences;
    };
    const before = await find();
    const late = attempts.get('late')?.id;
    expect(before.filter(({ attemptId }) => attemptId === late)).toMatchObject([{ kind: 'missing_there' }]);
    await takeIn(stage, agreementId, addLegalDays(today, 30));
    const differences = await find();
    const found = (attemptId: string | undefined) =>
      differences.filter((one) => one.attemptId === attemptId).map(({ kind }) => kind);
    for (const [fault, kind] of faults)
      expect(found(attempts.get(fault)?.id), fault).toEqual(kind === undefined ? [] : [kind]);
    expect(found(extra.fee.id)).toEqual([]);
    await expectDispute(stage, attempts.get('chargeback')?.id ?? '');
    // Its own money then came under no name that we know.
    expect(found(extra.unknown.id)).toEqual(['missing_there']);
    expect(
      differences
        .filter(({ attemptId }) => attemptId === null)
        .map(({ kind, reference }) => `${kind} ${reference}`)
        .sort(),
    ).toEqual([
      `fee GEBYR-${extra.fee.providerPaymentId?.slice(0, 8)}`,
      `unknown_reference UKJENT-${extra.unknown.providerPaymentId?.slice(0, 8)}`,
    ]);
    expect(differences).toHaveLength(faults.length - 1 + 3);
  });
});

async function pay(stage: Stage, fault: string): Promise<PaymentAttempt> {
  const { world, finance, provider } = stage;
  const setFault = async ({ reference }: PaymentAttempt) =>
    fault === 'none' ? undefined : provider.fault('settlement', fault, undefined, reference);
  if (fault === 'missing-here') {
    const { attempt } = await opened(stage);
    // Some have a payment only when somebody has come to its page.
    if ((await provider.books(attempt.reference)).length === 0) await provider.visit(attempt, 'stall');
    await setFault(attempt);
    return attempt;
  }
  const { id, attempt } = await completed(stage);
  await setFault(attempt);
  await deliverCase(world.app, id);
  if (fault === 'refund-missing-there' || fault === 'none') {
    await refundPayment(world.app, finance, { attemptId: attempt.id, reason: 'Betalt to ganger' });
    await world.work();
  }
  return stage.journey.attempt(attempt.id);
}

async function takeIn(
  { world, finance, definition }: Stage,
  agreementId: string,
  date: string,
): Promise<void> {
  const reply = await fetch(`${world.sandboxUrl}/${definition.id}/settlements?date=${date}`);
  const report = new Uint8Array(await reply.arrayBuffer());
  expect(await takeInReport(world.app, finance, agreementId, [report])).toMatchObject({ kind: 'taken_in' });
}

/** Booked once, in the payment's history, and told to the owner; of no other payment. */
async function expectDispute({ world: { app }, journey, finance }: Stage, attemptId: string): Promise<void> {
  expect(await journey.attempt(attemptId)).toMatchObject({
    chargedBackMinor: BigInt(usualMinor),
    refundedMinor: 0n,
  });
  for (const account of ['provider', 'held', 'earned'] as const)
    expect(await balance(app.db, attemptId, account)).toBe(0);
  const alarms = await app.db.alarm.findMany({ where: { kind: 'payment_disputed', closedAt: null } });
  expect(alarms.map((alarm) => alarm.attemptId)).toEqual([attemptId]);
  const payment = await readPayment(app, finance, attemptId);
  expect(payment.where).toEqual({ place: 'charged_back', amountMinor: usualMinor });
  expect(payment.refund).toBeUndefined();
  const happened = payment.timeline.map(({ source, what }) => `${source} ${what}`);
  expect(happened.filter((one) => one.includes('charged_back'))).toEqual([
    'ledger charged_back',
    'event payment.charged_back',
  ]);
}
