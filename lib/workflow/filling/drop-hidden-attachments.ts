import type { Answers } from '@/lib/core/answers.ts';
import type { Transaction } from '@/lib/db/client.ts';
import { instancesOf } from '@/lib/forms/component-tree.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { formOf } from '@/lib/services/form-of.ts';

/**
 * Takes away the files of components that the answers hide: like hidden answers, they are not sent in. Called under the
 * submission's lock at confirmation, before the content is hashed.
 */
export async function dropHiddenAttachments(
  tx: Transaction,
  { id: submissionId, language }: { id: string; language: string },
  definition: ServiceDefinition,
  answers: Answers,
): Promise<void> {
  const shown = visibleForm(formOf(definition, { language }), answers).pages.flatMap((page) =>
    instancesOf(page).map((each) => each.id),
  );
  await tx.attachment.deleteMany({ where: { submissionId, componentId: { notIn: shown } } });
}
