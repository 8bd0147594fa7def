import type { DibsOutcome } from '../errors.ts';

interface Reason {
  text: string;
  outcome: DibsOutcome;
}

/**
 * Error codes of capture.cgi, refund.cgi and cancel.cgi, as published. After those that speak of the acquirer's silence, or of
 * a capture that is waiting already, the call may have been carried out. The two editions of the list do not agree on 2 and 8.
 */
const REASONS: Readonly<Record<number, Reason>> = {
  1: { text: 'No response from acquirer', outcome: 'unknown' },
  2: { text: 'Timeout, or an error in the parameters', outcome: 'unknown' },
  3: { text: 'Credit card expired', outcome: 'refused' },
  4: { text: 'Rejected by acquirer', outcome: 'refused' },
  5: { text: 'Authorisation older than 7 days', outcome: 'refused' },
  6: { text: 'The status of the transaction does not allow it', outcome: 'refused' },
  7: { text: 'Amount too high', outcome: 'refused' },
  8: { text: 'An error in the parameters, or the amount is zero', outcome: 'refused' },
  9: { text: 'The order number is not the one that was authorised', outcome: 'refused' },
  10: { text: 'Re-authorisation was rejected', outcome: 'refused' },
  11: { text: 'Not able to communicate with the acquirer', outcome: 'unknown' },
  12: { text: 'Confirm request error', outcome: 'unknown' },
  14: { text: 'Pending for batch: capture was called already', outcome: 'unknown' },
  15: { text: 'Blocked by DIBS', outcome: 'refused' },
};

/** A capture that was called before, and waits to be carried out. */
export const CAPTURE_PENDING = 14;

/** What a code means; one that is not published leaves everything open. */
export function reasonOf(code: number | undefined): Reason {
  const known = code === undefined ? undefined : REASONS[code];
  return known ?? { text: 'A reason that is not published', outcome: 'unknown' };
}
