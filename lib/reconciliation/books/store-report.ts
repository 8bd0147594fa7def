import type { Ids } from '@/lib/core/ids.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { PaymentAgreement } from '@/lib/db/generated/client.ts';
import type { SettlementLine } from '../report/settlement-line.ts';

/** Lines per statement. */
const batch = 5000;

export interface NewReport {
  reference: string;
  sha256: string;
  lines: readonly SettlementLine[];
  /** Name of the employee. */
  takenInBy: string;
}

export type StoredReport =
  | { kind: 'stored'; reportId: string }
  /** The same bytes under the same name are there already. */
  | { kind: 'known'; reportId: string; takenInAt: Date }
  /** Another report of this name is there: what was told once is not told anew. */
  | { kind: 'other_content'; takenInAt: Date };

/** Keeps a report with all its lines, once per agreement and reference: the transaction has the whole of it, or nothing. */
export async function storeReport(
  tx: Transaction,
  ids: Ids,
  agreement: Pick<PaymentAgreement, 'id' | 'ownerId' | 'environment'>,
  { reference, sha256, lines, takenInBy }: NewReport,
  now: Date,
): Promise<StoredReport> {
  const id = ids.uuid();
  const days = lines.map(({ settledOn }) => settledOn).sort();
  const created = await tx.settlementReport.createMany({
    data: {
      id,
      ownerId: agreement.ownerId,
      environment: agreement.environment,
      agreementId: agreement.id,
      reference,
      sha256,
      lineCount: lines.length,
      settledFrom: days[0] ?? '',
      settledTo: days.at(-1) ?? '',
      takenInAt: now,
      takenInBy,
    },
    skipDuplicates: true,
  });
  if (created.count === 0) {
    const known = await tx.settlementReport.findUniqueOrThrow({
      where: { agreementId_reference: { agreementId: agreement.id, reference } },
    });
    return known.sha256 === sha256
      ? { kind: 'known', reportId: known.id, takenInAt: known.takenInAt }
      : { kind: 'other_content', takenInAt: known.takenInAt };
  }
  for (let from = 0; from < lines.length; from += batch)
    await insertLines(tx, { reportId: id, agreementId: agreement.id }, lines.slice(from, from + batch));
  return { kind: 'stored', reportId: id };
}

/** One statement with one array per column: thousands of rows cost one round trip and few parameters. */
async function insertLines(
  tx: Transaction,
  { reportId, agreementId }: { reportId: string; agreementId: string },
  lines: readonly SettlementLine[],
): Promise<void> {
  const column = <K extends keyof SettlementLine>(name: K) => lines.map((line) => line[name]);
  await tx.$executeRaw`
    insert into settlement_line (report_id, agreement_id, line_number, type, reference, payment_id, transaction_id, amount_minor,
      fee_minor, currency, settled_on, happened_on)
    select ${reportId}::uuid, ${agreementId}::uuid, * from unnest(
      ${column('lineNumber')}::int[], ${column('type')}::text[], ${column('reference')}::text[], ${column('paymentId')}::text[],
      ${column('transactionId')}::text[], ${column('amountMinor')}::bigint[], ${column('feeMinor')}::bigint[],
      ${column('currency')}::text[], ${column('settledOn')}::text[], ${column('happenedOn')}::text[])`;
}
