import { minor } from '@/lib/core/money.ts';
import type { Reader } from '@/lib/db/client.ts';
import { Prisma } from '@/lib/db/generated/client.ts';
import type { SettledLine } from '../compare/facts.ts';
import { type LineType, lineTypes } from '../report/settlement-line.ts';
import type { Candidate } from './find-candidates.ts';

interface Row extends Omit<SettledLine, 'type' | 'amountMinor' | 'feeMinor'> {
  type: string;
  amountMinor: bigint;
  feeMinor: bigint | null;
}

const columns = Prisma.sql`l.report_id as "reportId", r.reference as "reportReference", l.line_number as "lineNumber", l.type,
  l.reference, l.payment_id as "paymentId", l.transaction_id as "transactionId", l.amount_minor as "amountMinor",
  l.fee_minor as "feeMinor", l.currency, l.settled_on as "settledOn", l.happened_on as "happenedOn"`;
const lines = Prisma.sql`settlement_line l join settlement_report r on r.id = l.report_id`;

/** Every line, of any report of the agreement's, that names one of the payments: by our reference, else by the provider's id. */
export async function readLines(
  reader: Reader,
  agreementId: string,
  payments: readonly Candidate[],
): Promise<SettledLine[]> {
  const references = payments.map(({ reference }) => reference);
  const ids = payments.flatMap(({ paymentId }) => (paymentId === null ? [] : [paymentId]));
  const rows = await reader.$queryRaw<Row[]>`
    select ${columns} from ${lines}
    where l.agreement_id = ${agreementId}::uuid and l.reference = any(${references}::text[]) and l.type <> 'ignored'
    union all
    select ${columns} from ${lines}
    where l.agreement_id = ${agreementId}::uuid and l.payment_id = any(${ids}::text[]) and l.type <> 'ignored'
      and (l.reference is null or not exists (
        select 1 from payment_attempt a where a.reference = l.reference and a.agreement_id = l.agreement_id))`;
  return rows.map(lineOf);
}

/** Lines that name no payment of the agreement's: of reports since `since`, and those that a difference is open for. */
export async function readStrangeLines(
  reader: Reader,
  agreementId: string,
  since: Date,
): Promise<SettledLine[]> {
  const rows = await reader.$queryRaw<Row[]>`
    select ${columns} from ${lines}
    where l.agreement_id = ${agreementId}::uuid and l.type <> 'ignored'
      and (r.taken_in_at >= ${since} or exists (
        select 1 from settlement_difference d where d.agreement_id = l.agreement_id and d.state = 'open' and d.attempt_id is null
          and d.reference = coalesce(l.reference, l.payment_id))
        or (l.report_id, l.line_number) in (select report_id, line_number from settlement_difference
          where agreement_id = ${agreementId}::uuid and state = 'open' and attempt_id is null))
      and not exists (select 1 from payment_attempt a where a.reference = l.reference and a.agreement_id = l.agreement_id)
      and not exists (
        select 1 from payment_attempt a where a.agreement_id = l.agreement_id and a.provider_payment_id = l.payment_id)`;
  return rows.map(lineOf);
}

function lineOf(row: Row): SettledLine {
  return {
    ...row,
    type: typeOf(row.type),
    amountMinor: minor(row.amountMinor),
    feeMinor: row.feeMinor === null ? null : minor(row.feeMinor),
  };
}

function typeOf(value: string): LineType {
  const found = lineTypes.find((type) => type === value);
  if (!found) throw new Error(`No such type of line: ${value}`);
  return found;
}
