/** What a reconciliation can find. The codes are stored, and never change their meaning. */
export const differenceKinds = [
  'missing_here',
  'missing_there',
  'amount',
  'currency',
  'fee',
  'double_capture',
  'settled_twice',
  'refund_missing_here',
  'refund_missing_there',
  'late_settlement',
  'unknown_reference',
  'captured_not_delivered',
  'delivered_not_captured',
  'chargeback',
  'books_differ',
] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface Sum {
  amountMinor: number;
  currency: string;
}

/** What a person needs to see of a difference; never more than amounts, days and what they are of. */
export interface DifferenceFacts {
  /** Ours. */
  expected?: Sum;
  /** The provider's. */
  found?: Sum;
  of?: 'payment' | 'refund' | 'fee';
  dueOn?: string;
  settledOn?: string;
}

export interface Difference {
  kind: DifferenceKind;
  /** What it is about; with the kind, the same difference in every run. */
  subject: string;
  facts: DifferenceFacts;
  attemptId: string | null;
  submissionId: string | null;
  reference: string | null;
  /** The line that shows it, where one does. */
  line: { reportId: string; lineNumber: number } | null;
}
