import { crashPoint } from '@/lib/core/crash-point.ts';
import { formatMoney } from '@/lib/core/money.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { postMessage } from '@/lib/messages/post-message.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import { receiptFilename } from '@/lib/receipts/receipt-filename.ts';
import { receiptPdf } from '@/lib/receipts/receipt-pdf.ts';
import { type NewArchive, storeArchive } from '@/lib/receipts/store-archive.ts';
import { appendEvent } from '@/lib/submissions/append-event.ts';
import { lockSubmission } from '@/lib/submissions/lock-submission.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';
import { archiveFiles } from './archive-files.ts';
import { delivered } from './tell-undelivered.ts';

/**
 * Puts what a completed case promised where it belongs: the immutable copy into the archive, and the receipt with its
 * PDF into the box of every party of the case. Draws outside the transaction; then everything is stored in one, once:
 * run again, or by two workers at once, it does nothing.
 */
export async function deliverCase(app: App, submissionId: string): Promise<void> {
  // Status and receipt are stored together: without a receipt there is nothing to deliver.
  const receipt = await findUndelivered(app, submissionId);
  if (!receipt) return;
  const submission = await app.db.submission.findUniqueOrThrow({ where: { id: submissionId } });
  const { data } = receipt;
  const pdf = await receiptPdf(data);
  const files = await archiveFiles(app, submission, data, pdf);
  crashPoint('after-receipt-drawn');
  await store(app, submission, receipt, pdf, files);
}

interface Undelivered {
  id: string;
  data: ReceiptData;
}

/** The receipt or confirmation of a case whose copy is not in the archive yet. */
async function findUndelivered(app: App, submissionId: string): Promise<Undelivered | undefined> {
  const [receipt] = await app.db.$queryRaw<Undelivered[]>`
    select r.id, r.data from receipt r
     where r.submission_id = ${submissionId}::uuid and r.series <> 'credit_note'
       and not exists (select 1 from archive_record a where a.submission_id = r.submission_id)`;
  return receipt;
}

async function store(
  app: App,
  submission: Submission,
  { id: receiptId, data }: Undelivered,
  pdf: Uint8Array<ArrayBuffer>,
  files: NewArchive['files'],
): Promise<void> {
  const now = app.clock.now();
  await inTransaction(app.db, 'delivery', async (tx) => {
    await lockSubmission(tx, submission.id);
    const parties = await tx.caseParty.findMany({
      where: { submissionId: submission.id },
      distinct: ['partyId'],
      orderBy: { partyId: 'asc' },
    });
    const partyIds = parties.map(({ partyId }) => partyId);
    const manifest = await storeArchive(
      tx,
      {
        submissionId: submission.id,
        ownerId: submission.ownerId,
        environment: submission.environment,
        partyIds,
        language: data.language,
        facts: {
          reference: data.archiveReference,
          caseReference: data.caseReference,
          receiptNumber: data.number,
          serviceTitle: data.serviceTitle,
          owner: data.owner,
          completedAt: data.completedAt,
        },
        files,
      },
      now,
    );
    if (!manifest) return;
    for (const partyId of partyIds) {
      await postMessage(
        tx,
        app.ids,
        {
          partyId,
          submissionId: submission.id,
          dedupeKey: `receipt:${receiptId}:${partyId}`,
          kind: 'receipt',
          language: data.language,
          ownerName: data.owner.name,
          ...messageWords(data),
          attachments: [{ filename: receiptFilename(data), contentType: 'application/pdf', content: pdf }],
        },
        now,
      );
    }
    await delivered(tx, { submissionId: submission.id }, now);
    await appendEvent(tx, {
      submissionId: submission.id,
      type: 'case.delivered',
      actor: 'system',
      at: now,
      data: {
        receiptId,
        archive: data.archiveReference,
        sha256: manifest.sha256,
        parties: partyIds.length,
      },
    });
  });
}

function messageWords(data: ReceiptData): { subject: string; body: string } {
  const t = translator(data.language);
  const values = {
    service: data.serviceTitle,
    owner: data.owner.name,
    number: data.number,
    reference: data.caseReference,
    archive: data.archiveReference,
  };
  if (!data.payment)
    return { subject: t('mail.confirmationSubject', values), body: t('mail.confirmationBody', values) };
  const amount = formatMoney(
    { amountMinor: data.payment.totalMinor, currency: data.payment.currency },
    data.language,
  );
  return { subject: t('mail.receiptSubject', values), body: t('mail.receiptBody', { ...values, amount }) };
}
