import { type Answers, getAnswer, setAnswer } from '@/lib/core/answers.ts';
import type { Form } from './component.ts';
import { instancesOf } from './component-tree.ts';
import { fields } from './fields/registry.ts';
import { isRepeating, maxRows } from './instantiate.ts';
import { type ResolvedComponent, resolveForm, visibleComponents } from './resolve-form.ts';
import type { RowChange } from './row-change.ts';

/** The answers with the change made; unchanged when the group is not there to be written in, or has no room or no such row. */
export function changeRows(form: Form, pageId: string, answers: Answers, change: RowChange): Answers {
  const group = openGroup(form, pageId, answers, change.groupId);
  const path = group?.dataModelBindings?.group;
  if (!group || path === undefined) return answers;
  const rows = rowsOf(group, answers);
  switch (change.kind) {
    case 'add':
      return hasRoom(group) ? setAnswer(answers, path, [...rows, {}]) : answers;
    case 'remove': {
      if (!canRemove(group) || change.index >= rows.length) return answers;
      const left = rows.filter((_, index) => index !== change.index);
      return setAnswer(answers, path, left.length > 0 ? left : undefined);
    }
  }
}

export function hasRoom(group: ResolvedComponent): boolean {
  return !group.readOnly && group.rows.length < Math.min(group.maxCount ?? maxRows, maxRows);
}

export function canRemove(group: ResolvedComponent): boolean {
  return !group.readOnly && group.rows.length > (group.minCount ?? 0);
}

/** Where the person is led after the change: the first question of a new row, else the group. */
export function focusAfter(form: Form, pageId: string, answers: Answers, change: RowChange): string {
  const group = openGroup(form, pageId, answers, change.groupId);
  const row = change.kind === 'add' ? group?.rows.at(-1) : undefined;
  const first = row && instancesOf({ components: visibleComponents(row.components) }).find(isWritable);
  return first?.id ?? change.groupId;
}

function isWritable({ type, readOnly }: ResolvedComponent): boolean {
  return !readOnly && fields.get(type).collects !== 'nothing';
}

function openGroup(
  form: Form,
  pageId: string,
  answers: Answers,
  groupId: string,
): ResolvedComponent | undefined {
  const page = resolveForm(form, answers).pages.find((each) => each.id === pageId && !each.hidden);
  return (page ? instancesOf(page) : []).find(
    (each) => each.id === groupId && isRepeating(each) && !each.hidden && !each.readOnly,
  );
}

/** As many as are shown: rows that must be there are stored with the first change. */
function rowsOf(group: ResolvedComponent, answers: Answers): Answers[string][] {
  const stored = getAnswer(answers, group.dataModelBindings?.group ?? '');
  const rows = Array.isArray(stored) ? stored : [];
  return group.rows.map((_, index) => rows[index] ?? {});
}
