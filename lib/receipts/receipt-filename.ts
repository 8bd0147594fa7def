import { translator } from '@/lib/texts/translate.ts';
import type { ReceiptData } from './receipt-data.ts';

/** What the PDF is called when it is saved. */
export function receiptFilename(data: Pick<ReceiptData, 'language' | 'number' | 'payment'>): string {
  return translator(data.language)(data.payment ? 'mail.receiptFile' : 'mail.confirmationFile', {
    number: data.number,
  });
}
