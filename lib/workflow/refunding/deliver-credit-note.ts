import { crashPoint } from '@/lib/core/crash-point.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import { receiptFilename } from '@/lib/receipts/receipt-filename.ts';
import { receiptPdf } from '@/lib/receipts/receipt-pdf.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import type { App } from '../app.ts';
import { tellParties } from '../delivering/tell-party.ts';
import { delivered as alarmDelivered } from '../delivering/tell-undelivered.ts';
import { creditNoteKey } from './credit-note-key.ts';
import { refundNotice } from './tell-refunded.ts';

const deliveredEvent = 'credit_note.delivered';

/** Draws a credit note and puts it into the box of every party of the case; run again, it does nothing. */
export async function deliverCreditNote(app: App, submissionId: string, credits: string): Promise<void> {
  const note = await app.db.receipt.findFirst({ where: { submissionId, series: 'credit_note', credits } });
  if (!note) return;
  const data = note.data as unknown as ReceiptData;
  const paidWith = await app.db.paymentAttempt.findUnique({
    where: { reference: data.payment?.reference ?? '' },
    select: { provider: true, method: true, maskedCard: true },
  });
  const content = await receiptPdf(data);
  crashPoint('after-credit-note-drawn');
  await inTransaction(app.db, 'credit-note', async (tx) => {
    const submission = await lockSubmission(tx, submissionId);
    const delivered = await tx.submissionEvent.count({
      where: { submissionId, type: deliveredEvent, data: { path: ['receiptId'], equals: note.id } },
    });
    if (delivered) return;
    await tellParties(tx, app, submission, {
      ...refundNotice({
        language: data.language,
        dedupeKey: creditNoteKey(note.id),
        amountMinor: -(data.payment?.totalMinor ?? 0),
        currency: data.payment?.currency ?? 'NOK',
        at: new Date(data.completedAt),
        ...(paidWith && { paidWith }),
        reason: data.credit?.reason,
        creditNote: { number: data.number, receiptNumber: data.credit?.receiptNumber ?? '' },
      }),
      attachments: [{ filename: receiptFilename(data), contentType: 'application/pdf', content }],
    });
    await appendEvent(tx, {
      submissionId,
      type: deliveredEvent,
      data: { receiptId: note.id, number: data.number },
      actor: 'system',
      at: app.clock.now(),
    });
    await alarmDelivered(tx, { submissionId, credits }, app.clock.now());
  });
}
