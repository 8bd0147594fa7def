import type { Answers } from '@/lib/core/answers.ts';
import { canonicalJson } from '@/lib/core/canonical-json.ts';
import { sha256Hex } from '@/lib/core/secret-box.ts';
import type { Reader } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
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

export async function readContent(
  reader: Reader,
  submission: Submission,
  definition: ServiceDefinition,
): Promise<CaseContent> {
  const order = await orderInForce(reader, submission.id);
  const attachments = await reader.attachment.findMany({
    where: { submissionId: submission.id },
    select: { id: true, componentId: true, filename: true, tag: true, sha256: true, sizeBytes: true },
    orderBy: { id: 'asc' },
  });
  return {
    submissionId: submission.id,
    revision: submission.revision,
    serviceVersionId: submission.serviceVersionId,
    answers: submission.answers as Answers,
    // A file without a tag is hashed as it was before there were tags.
    attachments: attachments.map(({ tag, ...file }) => (tag === null ? file : { ...file, tag })),
    orderHash: order?.hash ?? '',
    pricing: definition.pricing,
  };
}

/** SHA-256 over the canonical JSON of the content. */
export function contentHash(content: CaseContent): string {
  return sha256Hex(canonicalJson(content));
}
