import type { Reader } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { readDefinition } from '@/lib/services/published-definition.ts';

/** The service version that a submission began with, and stays bound to. It was checked when it was published. */
export function definitionOf(
  reader: Reader,
  submission: Pick<Submission, 'serviceVersionId'>,
): Promise<ServiceDefinition> {
  return readDefinition(reader, submission.serviceVersionId);
}
