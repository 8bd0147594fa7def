import { type Answers, getAnswer } from '@/lib/core/answers.ts';
import { answerOf, pathOf } from './component-path.ts';
import { instancesOf } from './component-tree.ts';
import type { FieldProblem } from './fields/define-field.ts';
import { maxRows } from './instantiate.ts';
import type { ResolvedComponent, ResolvedRow } from './resolve-form.ts';

/** `on`: id of the component that the person is led to; `locked`: they cannot write there. */
export type RowProblem = FieldProblem & { on: string; locked: boolean };

/** What is wrong with the rows of a visible repeating group as such: too many of them, or one that nothing is answered in. */
export function rowProblems(group: ResolvedComponent, answers: Answers): RowProblem[] {
  const stored = getAnswer(answers, group.dataModelBindings?.group ?? '');
  const count = Math.max(Array.isArray(stored) ? stored.length : 0, group.rows.length);
  const max = Math.min(group.maxCount ?? maxRows, maxRows);
  const tooMany: RowProblem[] =
    count > max
      ? [
          {
            code: 'tooManyRows',
            values: { max: String(max), extra: String(count - max) },
            on: group.id,
            locked: group.readOnly,
          },
        ]
      : [];
  return [...tooMany, ...group.rows.flatMap((row) => emptyRow(row, answers))];
}

/** A row that is asked for but holds nothing would be priced and handed in; where something is required, that is told instead. */
function emptyRow(row: ResolvedRow, answers: Answers): RowProblem[] {
  const questions = instancesOf(row).filter((component) => pathOf(component) !== undefined);
  const first = questions.find((component) => !component.readOnly) ?? questions[0];
  const isEmpty = questions.every((component) => answerOf(component, answers) === undefined);
  return first && isEmpty && !questions.some((component) => component.required)
    ? [{ code: 'emptyRow', on: first.id, locked: first.readOnly }]
    : [];
}
