import type { Actor } from '@/lib/core/party.ts';
import type { Reader } from '@/lib/db/client.ts';
import { readCopyInBox } from '@/lib/messages/read-copy-in-box.ts';
import type { FoundReceipt } from '@/lib/receipts/find-receipt.ts';
import { type ReceiptFile, readReceiptPdf } from '@/lib/receipts/read-receipt-pdf.ts';
import { creditNoteKey } from '../refunding/credit-note-key.ts';

/**
 * The PDF of a receipt or a credit note, as it was drawn once; undefined until then. A credit note is younger than the
 * case's archive, which never changes, so its own is the copy in the message box.
 */
export function readIssuedPdf(
  reader: Reader,
  actor: Pick<Actor, 'acting'>,
  receipt: FoundReceipt,
): Promise<ReceiptFile | undefined> {
  return receipt.data.credit
    ? readCopyInBox(reader, actor, creditNoteKey(receipt.id))
    : readReceiptPdf(reader, receipt);
}
