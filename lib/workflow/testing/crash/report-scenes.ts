import { neutralMapping } from '@/lib/reconciliation/report/column-mapping.ts';
import { compareSettlements } from '../../reconciling/compare-settlements.ts';
import { saveTerms } from '../../reconciling/save-terms.ts';
import { takeInReport } from '../../reconciling/take-in-report.ts';
import { type Arrange, completed } from './scenes.ts';
import type { CrashStage } from './stage.ts';

/** An employee hands in a settlement report; `afterwards` once more, as somebody who saw no answer does. */
export const takingInReport: Arrange = async (stage, provider) => {
  const { world, finance } = stage;
  const { variant, submissionId } = await completed(stage, provider);
  const { agreementId, csv, reference } = await reportOf(stage, submissionId);
  return {
    variant,
    submissionId,
    deed: { does: 'take-in-report', staff: finance, agreementId, csv },
    afterwards: async () => {
      await takeInReport(world.app, finance, agreementId, [Buffer.from(csv)]);
      await expectOne(
        'line',
        world.app.db.settlementLine.count({ where: { reference, report: { agreementId } } }),
      );
    },
    end: 'completed',
  };
};

/** The comparison that finds that the report tells another sum. */
export const comparing: Arrange = async (stage, provider) => {
  const { world, finance } = stage;
  const { variant, submissionId } = await completed(stage, provider);
  const { agreementId, csv, reference } = await reportOf(stage, submissionId, 100);
  await takeInReport(world.app, finance, agreementId, [Buffer.from(csv)]);
  return {
    variant,
    submissionId,
    deed: { does: 'compare', agreementId },
    afterwards: async () => {
      await compareSettlements(world.app, agreementId);
      const where = { agreementId, reference, kind: 'amount', state: 'open' };
      await expectOne('difference', world.app.db.settlementDifference.count({ where }));
    },
    end: 'completed',
  };
};

/** The neutral report of the one payment of a case. */
async function reportOf(stage: CrashStage, submissionId: string, wrongBy = 0) {
  const { world, finance } = stage;
  const attempt = await world.app.db.paymentAttempt.findFirstOrThrow({ where: { order: { submissionId } } });
  const { agreementId, reference, providerPaymentId, amountMinor, currency } = attempt;
  const day = world.clock.now().toISOString().slice(0, 10);
  const part = { fixedMinor: 0, basisPoints: 0 };
  await saveTerms(world.app, finance, agreementId, {
    mapping: neutralMapping,
    delayDays: 3,
    deliveryDays: 1,
    startsOn: day,
    fee: { payment: part, refund: part, toleranceMinor: 0 },
  });
  const csv = [
    'report;settled_on;type;reference;payment_id;transaction_id;happened_on;amount;currency;fee',
    `R-${reference};${day};payment;${reference};${providerPaymentId};;${day};${Number(amountMinor) + wrongBy};${currency};0`,
  ].join('\r\n');
  return { agreementId, reference, csv };
}

async function expectOne(what: string, counted: Promise<number>): Promise<void> {
  const found = await counted;
  if (found !== 1) throw new Error(`Not exactly one ${what} but ${found}`);
}
