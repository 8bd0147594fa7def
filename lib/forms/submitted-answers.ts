import { type Answers, getAnswer, setAnswer } from '@/lib/core/answers.ts';
import type { Form } from './component.ts';
import { answerOf } from './component-path.ts';
import { placesOf } from './places.ts';
import { visibleForm } from './resolve-form.ts';

/**
 * What is handed in, priced and sealed: the answers of visible components in visible rows, nothing else that a draft or a
 * stranger left behind. A row without answers is there as an empty object.
 */
export function submittedAnswers(form: Form, answers: Answers): Answers {
  return visibleForm(form, answers)
    .pages.flatMap((page) => placesOf(page.components))
    .reduce<Answers>((kept, { component, path, rowCount }) => {
      if (path === undefined) return kept;
      if (rowCount !== undefined) return withRows(kept, path, rowCount);
      const answer = answerOf(component, answers);
      return answer === undefined ? kept : setAnswer(kept, path, answer);
    }, {});
}

/** Another page may have the same rows with other questions. */
function withRows(kept: Answers, path: string, count: number): Answers {
  const there = getAnswer(kept, path);
  const rows = Array.isArray(there) ? there : [];
  return setAnswer(
    kept,
    path,
    Array.from({ length: Math.max(count, rows.length) }, (_, index) => rows[index] ?? {}),
  );
}
