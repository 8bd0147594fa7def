import type { Money } from '@/lib/core/money.ts';
import type { StaffRole } from '@/lib/core/staff-actor.ts';

/** What goes into the words of each kind of alarm (texts `alarm.<kind>` and `alarm.<kind>_do`): never answers, never a fødselsnummer. */
export interface AlarmValues {
  /** `rule` is the text of the price rule in bokmål. */
  price_failed: { rule: string };
  payment_mismatch: { what: 'amount' | 'currency' | 'reference'; expected: Money; told: Money };
  /** `code` is the provider's own, for those whom the owner asks there. */
  create_refused: { code: string };
  operation_unanswered: RefusedValues;
  /** The same of a provider that cannot be asked: nothing more is tried before a person has said what became of it. */
  operation_unknown: RefusedValues;
  cancel_refused: RefusedValues;
  refund_refused: RefusedValues;
  /** Accepted by the provider, and not to be seen there. */
  refund_unseen: { action: 'refund'; amount: Money };
  stranded_money: { amount: Money };
  /** Paid, and the case could not be carried on with it. */
  payment_stuck: { amount: Money };
  /** `amount` is all that the payer's bank has taken back of the payment. */
  payment_disputed: { amount: Money };
  /** Of a provider that cannot be asked. */
  payment_unresolved: { amount: Money };
  content_damaged: Record<never, never>;
  undelivered: { what: 'case' | 'credit_note' };
  /** `count` is of all that are open; `agreement` its name to people. */
  settlement_differences: { count: string; agreement: string };
  /** Its credentials do not open; `agreement` is its name to people. */
  agreement_unusable: { agreement: string };
}

interface RefusedValues {
  /** Kind of the payment operation. */
  action: string;
  amount: Money;
  code: string;
}

export type AlarmKind = keyof AlarmValues;

/** Every kind, with what goes into its words. */
export const alarmValueNames: { readonly [kind in AlarmKind]: readonly (keyof AlarmValues[kind])[] } = {
  price_failed: ['rule'],
  payment_mismatch: ['what', 'expected', 'told'],
  create_refused: ['code'],
  operation_unanswered: ['action', 'amount', 'code'],
  operation_unknown: ['action', 'amount', 'code'],
  cancel_refused: ['action', 'amount', 'code'],
  refund_refused: ['action', 'amount', 'code'],
  refund_unseen: ['amount'],
  stranded_money: ['amount'],
  payment_stuck: ['amount'],
  payment_disputed: ['amount'],
  payment_unresolved: ['amount'],
  content_damaged: [],
  undelivered: ['what'],
  settlement_differences: ['count', 'agreement'],
  agreement_unusable: ['agreement'],
};

/** Who sees to each kind; anybody may read it. */
export const alarmHandlers: { readonly [kind in AlarmKind]: readonly StaffRole[] } = {
  price_failed: ['editor'],
  payment_mismatch: ['finance'],
  create_refused: ['finance', 'editor'],
  operation_unanswered: ['finance'],
  operation_unknown: ['finance'],
  cancel_refused: ['finance'],
  refund_refused: ['finance'],
  refund_unseen: ['finance'],
  stranded_money: ['finance'],
  payment_stuck: ['finance'],
  payment_disputed: ['finance'],
  payment_unresolved: ['finance'],
  content_damaged: ['case_worker', 'editor'],
  undelivered: ['case_worker', 'finance'],
  settlement_differences: ['finance'],
  agreement_unusable: ['finance', 'editor'],
};

/**
 * Kinds that Kvitt closes itself when what was wrong is right again. Until then it goes on finding the same thing, which a
 * person who has handled it is not told again. Of the others one that happens again is a new one.
 */
const mending: readonly AlarmKind[] = [
  'payment_mismatch',
  'operation_unanswered',
  'operation_unknown',
  'refund_refused',
  'refund_unseen',
  'payment_unresolved',
  'undelivered',
  'settlement_differences',
  'agreement_unusable',
];

export function mendsItself(kind: string): boolean {
  return mending.some((one) => one === kind);
}

export function isAlarmKind(kind: string): kind is AlarmKind {
  return Object.hasOwn(alarmValueNames, kind);
}
