import type { SubmissionStatus } from '@/lib/submissions/submission-machine.ts';
import type { TextKey } from '@/lib/texts/messages.ts';

/** What the guards look at: facts of the case, read under its lock. */
export interface CaseFacts {
  /** Nothing to pay, or paid in full. */
  settled: boolean;
  /** The full sum is reserved, not yet taken. */
  held: boolean;
  /** Signatures asked for in this revision that are still missing; all of them, before they were asked for. */
  signaturesMissing: number;
}

/** One step that a case may stop at after it has been filled in. */
export interface Step {
  readonly id: string;
  /** What it is called among the steps that a citizen has left. */
  readonly title: TextKey;
  /** The status that the case waits in at this step. */
  readonly waitsIn: Extract<SubmissionStatus, 'awaiting_payment' | 'awaiting_signature'>;
  /** Which deadline of the service runs while it waits. */
  readonly deadline: 'paymentDays' | 'signingDays';
  isDone(facts: CaseFacts): boolean;
}
