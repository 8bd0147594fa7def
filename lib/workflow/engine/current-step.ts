import type { Answers } from '@/lib/core/answers.ts';
import type { Reader } from '@/lib/db/client.ts';
import { listAttachments } from '@/lib/files/attachments.ts';
import { formOf } from '@/lib/services/form-of.ts';
import { signaturesMissing } from '@/lib/signing/signature-requests.ts';
import type { Case } from '@/lib/submissions/find-case.ts';
import { nextDraftStep } from '../filling/read-draft.ts';
import { definitionOf } from './definition-of.ts';

/** Where a person who opens a case belongs now: the state decides, never the URL. Path below the portal's origin. */
export async function pathOfCase(reader: Reader, found: Case): Promise<string> {
  const base = `/submissions/${found.id}`;
  switch (found.status) {
    case 'draft': {
      const form = formOf(await definitionOf(reader, found), found);
      const files = await listAttachments(reader, found.id);
      return `${base}/${nextDraftStep({ form, answers: found.answers as Answers, files })}`;
    }
    case 'issued':
    case 'awaiting_payment':
      return `${base}/pay`;
    case 'awaiting_signature':
      return (await signaturesMissing(reader, found.id)) > 0 ? `${base}/sign` : `${base}/closed`;
    case 'completed': {
      const receipt = await reader.receipt.findFirst({
        where: { submissionId: found.id, series: { not: 'credit_note' } },
        select: { id: true },
      });
      return receipt ? `/receipts/${receipt.id}` : `${base}/closed`;
    }
    case 'withdrawn':
    case 'expired':
      return `${base}/closed`;
  }
}
