import { defineMachine } from '@/lib/core/state-machine.ts';

export type SubmissionStatus =
  | 'draft'
  | 'issued'
  | 'awaiting_payment'
  | 'awaiting_signature'
  | 'completed'
  | 'withdrawn'
  | 'expired';

export type SubmissionEvent =
  | 'submitted'
  | 'payable'
  | 'paid'
  | 'signed'
  | 'capture_failed'
  | 'rejected'
  | 'reopened'
  | 'withdrawn'
  | 'deadline'
  | 'late_money';

/** The life of a submission as `correctness.md` draws it; which of several targets is taken follows the variant. */
export const submissionMachine = defineMachine<SubmissionStatus, SubmissionEvent>(
  'submission',
  ['draft', 'issued'],
  {
    draft: {
      submitted: ['awaiting_payment', 'awaiting_signature', 'completed'],
      withdrawn: ['withdrawn'],
      deadline: ['expired'],
    },
    issued: { payable: ['awaiting_payment'], withdrawn: ['withdrawn'] },
    awaiting_payment: {
      paid: ['awaiting_signature', 'completed'],
      reopened: ['draft'],
      withdrawn: ['withdrawn'],
      deadline: ['expired'],
    },
    awaiting_signature: {
      signed: ['awaiting_payment', 'completed'],
      paid: ['completed'],
      capture_failed: ['awaiting_payment'],
      rejected: ['draft'],
      withdrawn: ['withdrawn'],
      deadline: ['expired'],
    },
    completed: { withdrawn: ['withdrawn'] },
    withdrawn: {},
    expired: { late_money: ['awaiting_signature', 'completed'] },
  },
);
