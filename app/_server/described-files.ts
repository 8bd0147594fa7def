import type { DescribedFile } from '@/lib/forms/describe.ts';
import type { Draft } from '@/lib/workflow/filling/read-draft.ts';

/** The files of a draft by the component that they are attached to. */
export function describedFiles(files: Draft['files']): Record<string, DescribedFile[]> {
  const groups = new Map<string, DescribedFile[]>();
  for (const { id, componentId, filename: name, tag, sizeBytes } of files) {
    groups.set(componentId, [...(groups.get(componentId) ?? []), { id, name, tag, sizeBytes }]);
  }
  return Object.fromEntries(groups);
}
