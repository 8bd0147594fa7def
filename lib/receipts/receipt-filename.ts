import { translator } from '@/lib/texts/translate.ts';
import type { ReceiptData } from './receipt-data.ts';

const names = {
  receipt: 'mail.receiptFile',
  confirmation: 'mail.confirmationFile',
  credit_note: 'mail.creditNoteFile',
} as const;

/** What the PDF is called when it is saved. */
export function receiptFilename(data: Pick<ReceiptData, 'language' | 'number' | 'series'>): string {
  return translator(data.language)(names[data.series], { number: data.number });
}
