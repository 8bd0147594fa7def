import type { Answers } from '@/lib/core/answers.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import { type AttachmentInfo, listAttachments, measureAttachments } from '@/lib/files/attachments.ts';
import { blocksOf, describeAnswers } from '@/lib/forms/describe.ts';
import { orderInForce } from '@/lib/payments/frozen-order.ts';
import {
  attachmentName,
  type CopiedArchiveFile,
  type NewArchiveFile,
  textFile,
} from '@/lib/receipts/archive-file.ts';
import { casePdf } from '@/lib/receipts/case-pdf.ts';
import type { ReceiptData } from '@/lib/receipts/receipt-data.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { formOf } from '@/lib/services/form-of.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import { publishedKeys } from '@/lib/signing/keys.ts';
import { translator } from '@/lib/texts/translate.ts';
import type { App } from '../app.ts';
import { contentOf } from '../engine/case-content.ts';
import { definitionOf } from '../engine/definition-of.ts';

const json = 'application/json';

type ArchiveFiles = (NewArchiveFile | CopiedArchiveFile)[];

/** Everything that the copy of a completed case consists of. What is frozen gives the same bytes every time. */
export async function archiveFiles(
  app: App,
  submission: Submission,
  receipt: ReceiptData,
  pdf: Uint8Array<ArrayBuffer>,
): Promise<ArchiveFiles> {
  const definition = await definitionOf(app.db, submission);
  const order = await orderInForce(app.db, submission.id);
  const attachments = await listAttachments(app.db, submission.id);
  const content = contentOf(submission, definition, attachments, order?.hash ?? '');
  return [
    { name: 'receipt.pdf', kind: 'receiptPdf', contentType: 'application/pdf', content: pdf },
    textFile('receipt.json', 'receiptJson', json, canonicalJson(receipt)),
    ...(definition.pages.length > 0
      ? await answersFiles(app, submission, definition, receipt, attachments)
      : []),
    // Its SHA-256 is the case's content hash: what was confirmed, paid for and signed.
    textFile('content.json', 'contentJson', json, canonicalJson(content)),
    ...(order ? [textFile('order.json', 'orderJson', json, canonicalJson(order))] : []),
    ...(await sealFiles(app, submission.id)),
  ];
}

async function answersFiles(
  app: App,
  submission: Submission,
  definition: ServiceDefinition,
  receipt: ReceiptData,
  attachments: readonly AttachmentInfo[],
): Promise<ArchiveFiles> {
  const measured = attachments.length > 0 ? await measureAttachments(app.db, submission.id) : undefined;
  const files = Object.fromEntries(
    [...new Set(attachments.map(({ componentId }) => componentId))].map((componentId) => [
      componentId,
      attachments
        .filter((file) => file.componentId === componentId)
        .map(({ filename, tag, sizeBytes }) => ({ name: filename, tag, sizeBytes })),
    ]),
  );
  const answers = submission.answers as Answers;
  const sections = describeAnswers(formOf(definition, submission), answers, {
    wording: translator(receipt.language),
    serviceText: serviceText(definition, receipt.language),
    files,
  });
  const answersPdf = await casePdf({
    language: receipt.language,
    serviceTitle: receipt.serviceTitle,
    owner: receipt.owner.name,
    party: receipt.party.name,
    caseReference: receipt.caseReference,
    submittedAt: new Date(receipt.submittedAt ?? receipt.completedAt),
    sections: sections.flatMap(({ title, rows }) =>
      blocksOf(rows).map((block) => ({
        title: block.heading ? `${title}: ${block.heading}` : title,
        rows: block.rows,
      })),
    ),
  });
  return [
    { name: 'answers.pdf', kind: 'answersPdf', contentType: 'application/pdf', content: answersPdf },
    textFile('answers.json', 'answersJson', json, canonicalJson(answers)),
    ...attachments.map(
      (file, index): CopiedArchiveFile => ({
        name: attachmentName(index, file.filename),
        kind: 'attachment',
        originalName: file.filename,
        contentType: file.contentType,
        sizeBytes: file.sizeBytes,
        sha256: file.sha256,
        ...measured?.get(file.id),
        attachmentId: file.id,
      }),
    ),
  ];
}

/** The seals, with the public keys that they can be checked with when Kvitt is gone. */
async function sealFiles(app: App, submissionId: string): Promise<NewArchiveFile[]> {
  const signed = await app.db.signatureRequest.findMany({
    where: { submissionId, status: 'signed' },
    orderBy: { position: 'asc' },
  });
  const seals = signed.flatMap(({ seal }) => (seal ? [seal] : []));
  if (seals.length === 0) return [];
  const keys = await publishedKeys(app.db);
  return [
    ...seals.map((seal, index) => textFile(`seal-${index + 1}.jws`, 'seal', 'application/jose', seal)),
    textFile('seal-keys.json', 'sealKeys', json, canonicalJson({ keys })),
  ];
}
