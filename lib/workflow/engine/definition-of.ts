import type { Reader } from '@/lib/db/client.ts';
import type { Submission } from '@/lib/db/generated/client.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';

/** The service version that a submission began with, and stays bound to. It was checked when it was published. */
export async function definitionOf(
  reader: Reader,
  submission: Pick<Submission, 'serviceVersionId'>,
): Promise<ServiceDefinition> {
  const version = await reader.serviceVersion.findUniqueOrThrow({
    where: { id: submission.serviceVersionId },
  });
  return version.definition as unknown as ServiceDefinition;
}
