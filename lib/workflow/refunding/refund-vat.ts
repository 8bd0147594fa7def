import { minor } from '@/lib/core/money.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { PaymentOperation } from '@/lib/db/generated/client.ts';
import type { Attempt } from '@/lib/payments/attempt.ts';
import { creditLines, grossOf } from '@/lib/receipts/credit-lines.ts';
import { receiptOf } from './issue-credit-note.ts';
import { linesLeft } from './lines-left.ts';

/**
 * The VAT in what an operation gives back, minor units, as its credit note is going to say; undefined for operations of other
 * kinds, and without a receipt.
 */
export async function refundVat(
  reader: Reader,
  submissionId: string,
  attempt: Pick<Attempt, 'reference'>,
  { kind, amountMinor, lines }: PaymentOperation,
): Promise<number | undefined> {
  const receipt = kind === 'refund' ? await receiptOf(reader, submissionId, attempt) : undefined;
  if (!receipt) return undefined;
  const left = await linesLeft(reader, receipt);
  const amount = minor(amountMinor);
  if (amount > grossOf(left)) return undefined;
  return -creditLines(left, amount, lines).reduce((sum, { vatMinor }) => sum + vatMinor, 0) || 0;
}
