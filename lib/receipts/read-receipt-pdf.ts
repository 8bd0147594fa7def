import type { Reader } from '@/lib/db/client.ts';
import type { ArchiveFile } from '@/lib/db/generated/client.ts';
import type { FoundReceipt } from './find-receipt.ts';

export type ReceiptFile = Pick<ArchiveFile, 'contentType' | 'sizeBytes' | 'sha256' | 'content'>;

/** The receipt's PDF as it was drawn and archived when the case was delivered; undefined until then. */
export async function readReceiptPdf(
  reader: Reader,
  { data }: Pick<FoundReceipt, 'data'>,
): Promise<ReceiptFile | undefined> {
  const key = { reference: data.archiveReference, name: 'receipt.pdf' };
  return (await reader.archiveFile.findUnique({ where: { reference_name: key } })) ?? undefined;
}
