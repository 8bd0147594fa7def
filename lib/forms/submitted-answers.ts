import { type Answers, setAnswer } from '@/lib/core/answers.ts';
import type { Form } from './component.ts';
import { answerOf, pathOf } from './component-path.ts';
import { visibleForm } from './resolve-form.ts';

/** What is handed in, priced and sealed: the answers of visible components, nothing else that a draft or a stranger left behind. */
export function submittedAnswers(form: Form, answers: Answers): Answers {
  return visibleForm(form, answers)
    .pages.flatMap((page) => page.components)
    .reduce<Answers>((kept, component) => {
      const path = pathOf(component);
      const answer = answerOf(component, answers);
      return path === undefined || answer === undefined ? kept : setAnswer(kept, path, answer);
    }, {});
}
