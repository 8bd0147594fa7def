import { defineMachine } from '@/lib/core/state-machine.ts';

export type AttemptStatus =
  | 'created'
  | 'pending'
  | 'authorized'
  | 'captured'
  | 'partially_refunded'
  | 'refunded'
  | 'failed'
  | 'cancelled'
  | 'expired'
  | 'voided';

export type AttemptEvent =
  | 'opened'
  | 'authorized'
  | 'captured'
  | 'refused'
  | 'cancelled'
  | 'expired'
  | 'released'
  | 'refunded'
  | 'late_money';

/** The life of one payment attempt. A closed attempt takes one more event, `late_money` (rule 5). */
export const attemptMachine = defineMachine<AttemptStatus, AttemptEvent>('payment attempt', ['created'], {
  created: {
    opened: ['pending'],
    refused: ['failed'],
    cancelled: ['cancelled'],
    authorized: ['authorized'],
    captured: ['captured'],
  },
  pending: {
    authorized: ['authorized'],
    captured: ['captured'],
    refused: ['failed'],
    cancelled: ['cancelled'],
    expired: ['expired'],
  },
  authorized: { captured: ['captured'], released: ['voided'], refused: ['failed'], expired: ['expired'] },
  captured: { refunded: ['partially_refunded', 'refunded'] },
  partially_refunded: { refunded: ['partially_refunded', 'refunded'] },
  refunded: {},
  failed: { late_money: ['captured'] },
  cancelled: { late_money: ['captured'] },
  expired: { late_money: ['captured'] },
  voided: { late_money: ['captured'] },
});

/** Attempts that may still bring money; the database allows one of them per order (rule 8). */
export const activeStatuses = ['created', 'pending', 'authorized'] as const satisfies AttemptStatus[];
/** Attempts whose money has come in, also when some of it went back. */
export const moneyInStatuses = [
  'captured',
  'partially_refunded',
  'refunded',
] as const satisfies AttemptStatus[];

export function isActive(status: AttemptStatus): boolean {
  return (activeStatuses as readonly string[]).includes(status);
}
