import { useEffect, useState } from 'react';
import type { ServiceText } from '@/lib/core/wording.ts';
import type { Form } from '@/lib/forms/component.ts';
import { findComponent, rowNameOf } from '@/lib/forms/label.ts';
import type { RowChange } from '@/lib/forms/row-change.ts';
import type { FormTexts } from '../widgets/form-texts.ts';

/** Rows that come and go without a new page: the focus goes where the change is, and it is said aloud. */
export function useRowChanges(change: (change: RowChange) => Promise<{ focusId: string; said: string }>): {
  said: string;
  /** @throws when the browser cannot do it by itself. */
  change(change: RowChange): Promise<void>;
} {
  const [last, setLast] = useState<{ focusId: string; said: string }>();
  useEffect(() => {
    if (last) document.getElementById(last.focusId)?.focus();
  }, [last]);
  return { said: last?.said ?? '', change: async (asked) => setLast(await change(asked)) };
}

/** «Nabo er lagt til», «Nabo 2 er fjernet». */
export function rowSentence(
  change: RowChange,
  form: Form,
  serviceText: ServiceText,
  texts: FormTexts,
): string {
  const group = findComponent(form, change.groupId);
  if (!group) return '';
  if (change.kind === 'remove')
    return texts('rowRemoved', { name: rowNameOf(group, change.index, serviceText) });
  return texts('rowAdded', { name: serviceText(group.textResourceBindings?.rowTitle ?? group.id) });
}
