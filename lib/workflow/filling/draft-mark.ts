import { submittedAnswers } from '@/lib/forms/submitted-answers.ts';
import { answersMark } from '../engine/seen.ts';
import { shownAttachments } from './drop-hidden-attachments.ts';
import type { Draft } from './read-draft.ts';

/** A mark of what would be sent in of a draft; what its answers hide is not in it. */
export function draftMark({ form, answers, files }: Pick<Draft, 'form' | 'answers' | 'files'>): string {
  const submitted = submittedAnswers(form, answers);
  return answersMark(submitted, shownAttachments(form, submitted, files));
}
