/** The published statuses of a transaction, in words; 26 is from the reference's list alone. */
const STATUSES = {
  0: 'inserted',
  1: 'declined',
  2: 'authorised',
  3: 'capture_sent',
  4: 'capture_declined',
  5: 'captured',
  6: 'authorisation_deleted',
  7: 'capture_balanced',
  8: 'partially_refunded',
  9: 'refund_sent',
  10: 'refund_declined',
  11: 'refunded',
  12: 'capture_pending',
  13: 'ticket',
  14: 'ticket_deleted',
  15: 'refund_pending',
  16: 'waiting_for_shop',
  17: 'declined_by_dibs',
  18: 'multicap_open',
  19: 'multicap_closed',
  26: 'postponed',
} as const;

/** `unknown` for any other number: then conclude nothing. */
export type FlexWinStatus = (typeof STATUSES)[keyof typeof STATUSES] | 'unknown';

export function flexWinStatus(code: number): FlexWinStatus {
  return (STATUSES as Readonly<Record<number, FlexWinStatus>>)[code] ?? 'unknown';
}

/** What `transactions.find` tells: fewer words than a transaction has, under numbers of their own. */
const FOUND = { 0: 'declined', 1: 'authorised', 2: 'captured', 3: 'inserted' } as const;

export type FoundStatus = (typeof FOUND)[keyof typeof FOUND] | 'unknown';

export function foundStatus(code: number): FoundStatus {
  return (FOUND as Readonly<Record<number, FoundStatus>>)[code] ?? 'unknown';
}
