import type { Answers } from '@/lib/core/answers.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import { type AttachmentInfo, listAttachments } from '@/lib/files/attachments.ts';
import { orderInForce } from '@/lib/payments/frozen-order.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';

/** What is frozen at confirmation, signed and paid for: rule 3's snapshot and rule 17's subject. */
export interface CaseContent {
  submissionId: string;
  revision: number;
  serviceVersionId: string;
  answers: Answers;
  attachments: {
    id: string;
    componentId: string;
    filename: string;
    tag?: string;
    sha256: string;
    sizeBytes: number;
  }[];
  /** Hash of the order in force, which covers every line. */
  orderHash: string;
  pricing: ServiceDefinition['pricing'];
}

/** Of a case whose files and order in force are in hand. */
export function contentOf(
  submission: Pick<Submission, 'id' | 'revision' | 'serviceVersionId' | 'answers'>,
  definition: ServiceDefinition,
  files: readonly AttachmentInfo[],
  orderHash: string,
): CaseContent {
  return {
    submissionId: submission.id,
    revision: submission.revision,
    serviceVersionId: submission.serviceVersionId,
    answers: submission.answers as Answers,
    attachments: files.map(factsOf).sort((one, other) => (one.id < other.id ? -1 : 1)),
    orderHash,
    pricing: definition.pricing,
  };
}

export async function readContent(
  reader: Reader,
  submission: Submission,
  definition: ServiceDefinition,
): Promise<CaseContent> {
  const order = await orderInForce(reader, submission.id);
  const files = await listAttachments(reader, submission.id);
  return contentOf(submission, definition, files, order?.hash ?? '');
}

/** A file without a tag is hashed as it was before there were tags. */
function factsOf({ id, componentId, filename, tag, sha256, sizeBytes }: AttachmentInfo) {
  return { id, componentId, filename, sha256, sizeBytes, ...(tag !== null && { tag }) };
}

/** SHA-256 over the canonical JSON of the content. */
export function contentHash(content: CaseContent): string {
  return sha256Hex(canonicalJson(content));
}
