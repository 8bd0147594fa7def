import type { Difference, DifferenceFacts, DifferenceKind } from './difference.ts';
import type { SettledLine, Terms } from './facts.ts';
import type { WeighedPayment } from './weigh-payment.ts';

/** What a check finds at a payment, before it is addressed. */
export interface Found {
  facts: DifferenceFacts;
  /** The line that shows it. */
  line?: SettledLine | undefined;
}

export interface Circumstances {
  terms: Terms;
  /** The day of the comparison, `YYYY-MM-DD`, Europe/Oslo. */
  asOf: string;
}

/** One thing that can be wrong with a payment: a file in `checks/` and a line in its registry. Pure. */
export interface PaymentCheck {
  readonly kind: DifferenceKind;
  find(payment: WeighedPayment, circumstances: Circumstances): Found | undefined;
}

export function differenceOf(kind: DifferenceKind, { ours }: WeighedPayment, found: Found): Difference {
  return {
    kind,
    subject: `attempt:${ours.attemptId}`,
    facts: found.facts,
    attemptId: ours.attemptId,
    submissionId: ours.submissionId,
    reference: ours.reference,
    line: placeOf(found.line),
  };
}

export function placeOf(line: SettledLine | undefined): Difference['line'] {
  return line ? { reportId: line.reportId, lineNumber: line.lineNumber } : null;
}
