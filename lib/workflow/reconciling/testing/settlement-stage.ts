import { beforeAll } from 'vitest';
import { osloDate } from '@/lib/core/clock.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { DifferenceKind } from '@/lib/reconciliation/compare/difference.ts';
import { neutralMapping } from '@/lib/reconciliation/report/column-mapping.ts';
import type { SettlementLine } from '@/lib/reconciliation/report/settlement-line.ts';
import { writeReport } from '@/lib/reconciliation/testing/write-report.ts';
import { deliverCase } from '../../delivering/deliver-case.ts';
import { employee } from '../../testing/employees.ts';
import { ask, type OpenAttempt } from '../../testing/journey.ts';
import { db, type JourneyStage, journeyStage } from '../../testing/journey-stage.ts';
import { compareSettlements } from '../compare-settlements.ts';
import { listDifferences } from '../list-differences.ts';
import { saveTerms } from '../save-terms.ts';
import { takeInReport } from '../take-in-report.ts';

/** A world whose agreement is settled by reports. */
export interface SettlementStage extends JourneyStage {
  staff: StaffActor;
  agreementId: string;
}

export const day = 86_400;

export const terms = {
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

/** For the tests of one file; filled in before the first. */
export function settlementStage(): SettlementStage {
  const stage = journeyStage() as SettlementStage;
  beforeAll(async () => {
    stage.staff = await employee(stage.world, ['finance'], 'Camilla Prøvevik');
    stage.agreementId = (await db(stage).paymentAgreement.findFirstOrThrow({ where: { name: 'nets' } })).id;
    const { kind } = await saveTerms(stage.world.app, stage.staff, stage.agreementId, terms);
    if (kind !== 'saved') throw new Error(`Terms: ${kind}`);
  });
  return stage;
}

export const compare = ({ world, agreementId }: SettlementStage) =>
  compareSettlements(world.app, agreementId);

/** A payment of 300 kr that is captured, and its case delivered. */
export async function delivered({ world, journey }: SettlementStage): Promise<OpenAttempt> {
  const id = await journey.confirmed();
  const attempt = await journey.paid(id);
  await ask(world, attempt);
  await deliverCase(world.app, id);
  return attempt;
}

/** That a payment was settled today, in full and with the usual fee. */
export function line(
  { world }: SettlementStage,
  attempt: { reference: string },
  change: Partial<SettlementLine> = {},
): SettlementLine {
  return {
    lineNumber: 0,
    type: 'payment',
    reference: attempt.reference,
    paymentId: null,
    transactionId: null,
    amountMinor: 30_000,
    feeMinor: 500,
    currency: 'NOK',
    settledOn: osloDate(world.clock.now()),
    happenedOn: null,
    ...change,
  };
}

export async function takeIn(
  { world, agreementId, staff }: SettlementStage,
  lines: SettlementLine[],
  report = world.app.ids.token(6),
  as = staff,
) {
  const file = new TextEncoder().encode(writeReport(neutralMapping, report, lines));
  return takeInReport(world.app, as, agreementId, [file]);
}

/** Kinds of what is open, for one payment or case, or everything. */
export async function open(stage: SettlementStage, of?: { id: string } | string): Promise<DifferenceKind[]> {
  const { differences } = await listDifferences(db(stage), stage.staff, { limit: 1000 });
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
