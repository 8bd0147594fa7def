import type { Reader } from '@/lib/db/client.ts';
import type { Receipt } from '@/lib/db/generated/client.ts';
import { leftOfLines } from '@/lib/receipts/credit-lines.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';

/** What is left of a receipt's lines when the credit notes that there are have been taken off. */
export async function linesLeft(
  reader: Reader,
  { submissionId, data }: Pick<Receipt, 'submissionId' | 'data'>,
): Promise<ReceiptData['lines']> {
  const { number, lines } = data as unknown as ReceiptData;
  const rows = await reader.receipt.findMany({ where: { submissionId, series: 'credit_note' } });
  const notes = rows.map((row) => row.data as unknown as ReceiptData);
  return leftOfLines(
    lines,
    notes.filter(({ credit }) => credit?.receiptNumber === number).map((note) => note.lines),
  );
}
