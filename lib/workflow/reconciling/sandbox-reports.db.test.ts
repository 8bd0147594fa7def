import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { osloDate } from '@/lib/core/clock.ts';
import { addLegalDays } from '@/lib/core/legal-date.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import { balance } from '@/lib/payments/ledger.ts';
import type { DifferenceKind } from '@/lib/reconciliation/compare/difference.ts';
import { neutralMapping } from '@/lib/reconciliation/report/column-mapping.ts';
import { deliverCase } from '../delivering/deliver-case.ts';
import { refundPayment } from '../refunding/refund-payment.ts';
import { readPayment } from '../staff/read-payment.ts';
import { employee } from '../testing/employees.ts';
import { ask, type Journey, newJourney, type OpenAttempt } from '../testing/journey.ts';
import { createWorld, type World } from '../testing/world.ts';
import { compareSettlements } from './compare-settlements.ts';
import { listDifferences } from './list-differences.ts';
import { saveTerms } from './save-terms.ts';
import { takeInReport } from './take-in-report.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 120_000 });

let world: World;
let journey: Journey;
let staff: StaffActor;
let agreementId: string;

beforeAll(async () => {
  world = await createWorld();
  journey = newJourney(world, await world.person());
  // The sandbox has the time of day; settlements are compared with ours.
  world.clock.forward((Date.now() - world.clock.now().getTime()) / 1000);
  staff = await employee(world, ['finance'], 'Camilla Prøvevik');
  agreementId = (await world.app.db.paymentAgreement.findFirstOrThrow({ where: { name: 'nets' } })).id;
  const part = { fixedMinor: 0, basisPoints: 0 };
  await saveTerms(world.app, staff, agreementId, {
    mapping: neutralMapping,
    delayDays: 3,
    deliveryDays: 1,
    startsOn: osloDate(world.clock.now()),
    fee: { payment: { fixedMinor: 100, basisPoints: 110 }, refund: part, toleranceMinor: 0 },
  });
});
afterAll(() => world?.close());

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

async function pay(fault: string): Promise<OpenAttempt> {
  const id = await journey.confirmed();
  const attempt = fault === 'missing-here' ? await journey.open(id) : await journey.paid(id);
  await setFault(fault, attempt.reference);
  if (fault === 'missing-here') return attempt;
  await ask(world, attempt);
  await deliverCase(world.app, id);
  if (fault === 'refund-missing-there' || fault === 'none') {
    await refundPayment(world.app, staff, { attemptId: attempt.id, reason: 'Betalt to ganger' });
    await world.work();
  }
  return attempt;
}

async function setFault(value: string, reference: string): Promise<void> {
  if (value === 'none') return;
  const reply = await fetch(`${world.sandboxUrl}/faults/api`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ party: 'nets', name: 'settlement', value, reference }),
  });
  expect(reply.status, value).toBe(200);
}

async function takeIn(date: string): Promise<void> {
  const reply = await fetch(`${world.sandboxUrl}/nets/settlements?date=${date}`);
  const result = await takeInReport(world.app, staff, agreementId, [
    new Uint8Array(await reply.arrayBuffer()),
  ]);
  expect(result).toMatchObject({ kind: 'taken_in' });
}

it("every fault of the sandbox's reports is found, by its name, and nothing else is", async () => {
  const attempts = new Map<string, OpenAttempt>();
  for (const [fault] of faults) attempts.set(fault, await pay(fault));
  const extra = { fee: await pay('fee-without-payment'), unknown: await pay('unknown-reference') };
  const today = osloDate(new Date());
  await takeIn(today);
  await takeIn(addLegalDays(today, 1));
  world.clock.forward(5 * 86_400);
  await compareSettlements(world.app, agreementId);
  const before = await listDifferences(world.app.db, staff, { limit: 100 });
  const late = attempts.get('late')?.id;
  expect(before.differences.filter(({ attemptId }) => attemptId === late)).toMatchObject([
    { kind: 'missing_there' },
  ]);
  await takeIn(addLegalDays(today, 30));
  await compareSettlements(world.app, agreementId);
  const { differences } = await listDifferences(world.app.db, staff, { limit: 100 });
  const found = (attemptId: string | undefined) =>
    differences.filter((one) => one.attemptId === attemptId).map(({ kind }) => kind);
  for (const [fault, kind] of faults)
    expect(found(attempts.get(fault)?.id), fault).toEqual(kind === undefined ? [] : [kind]);
  expect(found(extra.fee.id)).toEqual([]);
  await expectDispute(attempts.get('chargeback')?.id ?? '');
  // Its own money then came under no name that we know.
  expect(found(extra.unknown.id)).toEqual(['missing_there']);
  expect(
    differences
      .filter(({ attemptId }) => attemptId === null)
      .map(({ kind, reference }) => `${kind} ${reference}`)
      .sort(),
  ).toEqual([
    `fee GEBYR-${extra.fee.providerPaymentId.slice(0, 8)}`,
    `unknown_reference UKJENT-${extra.unknown.providerPaymentId.slice(0, 8)}`,
  ]);
  expect(differences).toHaveLength(faults.length - 1 + 3);
});

/** Booked once, in the payment's history, and told to the owner; of no other payment. */
async function expectDispute(attemptId: string): Promise<void> {
  const { app } = world;
  expect(await journey.attempt(attemptId)).toMatchObject({ chargedBackMinor: 30_000n, refundedMinor: 0n });
  for (const account of ['provider', 'held', 'earned'] as const)
    expect(await balance(app.db, attemptId, account)).toBe(0);
  const alarms = await app.db.alarm.findMany({ where: { kind: 'payment_disputed', closedAt: null } });
  expect(alarms.map((alarm) => alarm.attemptId)).toEqual([attemptId]);
  const payment = await readPayment(app, staff, attemptId);
  expect(payment.where).toEqual({ place: 'charged_back', amountMinor: 30_000 });
  expect(payment.refund).toBeUndefined();
  const happened = payment.timeline.map(({ source, what }) => `${source} ${what}`);
  expect(happened.filter((one) => one.includes('charged_back'))).toEqual([
    'ledger charged_back',
    'event payment.charged_back',
  ]);
}
