import type { Answers } from '@/lib/core/answers.ts';
import type { Transaction } from '@/lib/db/client.ts';
import type { AttachmentInfo } from '@/lib/files/attachments.ts';
import type { Form } from '@/lib/forms/component.ts';
import { instancesOf } from '@/lib/forms/component-tree.ts';
import { visibleForm } from '@/lib/forms/resolve-form.ts';

/**
 * Takes away the files of components that the answers hide: like hidden answers, they are not sent in. Called under the
 * submission's lock at confirmation, before the content is hashed.
 * @param files all of the submission's.
 * @returns those that are left.
 */
export async function dropHiddenAttachments(
  tx: Transaction,
  form: Form,
  answers: Answers,
  files: readonly AttachmentInfo[],
): Promise<AttachmentInfo[]> {
  const shown = shownAttachments(form, answers, files);
  const hidden = files.filter((file) => !shown.includes(file));
  if (hidden.length > 0)
    await tx.attachment.deleteMany({ where: { id: { in: hidden.map(({ id }) => id) } } });
  return shown;
}

/** The files that are sent in with the answers. */
export function shownAttachments(
  form: Form,
  answers: Answers,
  files: readonly AttachmentInfo[],
): AttachmentInfo[] {
  const shown = new Set(
    visibleForm(form, answers).pages.flatMap((page) => instancesOf(page).map((each) => each.id)),
  );
  return files.filter(({ componentId }) => shown.has(componentId));
}
