import { newRegistry } from '@/lib/core/registry.ts';
import type { NoteCode } from './report.ts';

/** What an Altinn process task becomes. */
export interface TaskType {
  readonly id: string;
  /** `fill`: its pages are the form. `step`: a step of the workflow. `built-in`: Kvitt does it without a step. `none`: it has no counterpart. */
  readonly becomes: 'fill' | 'step' | 'built-in' | 'none';
  /** Id of the step registry. */
  readonly step?: string;
  /** Why or how, for the report; a plain counterpart needs no words. */
  readonly note?: NoteCode;
}

/** One line per type of process task. */
export const taskTypes = newRegistry<TaskType>('Altinn task type', [
  { id: 'data', becomes: 'fill' },
  { id: 'payment', becomes: 'step', step: 'pay' },
  { id: 'signing', becomes: 'step', step: 'sign' },
  { id: 'confirmation', becomes: 'built-in', note: 'taskConfirmation' },
  { id: 'pdf', becomes: 'built-in', note: 'taskPdf' },
  { id: 'subformPdf', becomes: 'none', note: 'taskSubform' },
  { id: 'receipt', becomes: 'built-in', note: 'taskReceipt' },
  { id: 'feedback', becomes: 'none', note: 'taskFeedback' },
  { id: 'eFormidling', becomes: 'none', note: 'taskSendsOn' },
  { id: 'fiksArkiv', becomes: 'none', note: 'taskSendsOn' },
]);
