import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { ArchiveFile } from '@/lib/db/generated/client.ts';
import type { FoundReceipt } from './find-receipt.ts';
import { receiptPdf } from './receipt-pdf.ts';

export type ReceiptFile = Pick<ArchiveFile, 'contentType' | 'sizeBytes' | 'sha256' | 'content'>;

/**
 * The PDF as it was drawn and archived when the case was delivered; undefined until then. A credit note is younger than
 * the case's archive, which never changes: it is drawn again, and the same data always give the same bytes.
 */
export async function readReceiptPdf(
  reader: Reader,
  { data }: Pick<FoundReceipt, 'data'>,
): Promise<ReceiptFile | undefined> {
  if (data.credit) {
    const content = await receiptPdf(data);
    return {
      contentType: 'application/pdf',
      sizeBytes: content.length,
      sha256: sha256Hex(content),
      content,
    };
  }
  const key = { reference: data.archiveReference, name: 'receipt.pdf' };
  return (await reader.archiveFile.findUnique({ where: { reference_name: key } })) ?? undefined;
}
