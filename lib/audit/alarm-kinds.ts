import type { Money } from '@/lib/core/money.ts';

/** What goes into the words of each kind of alarm (texts `alarm.<kind>` and `alarm.<kind>_do`): never answers, never a fødselsnummer. */
export interface AlarmValues {
  /** `rule` is the text of the price rule in bokmål. */
  price_failed: { rule: string };
  payment_mismatch: { what: 'amount' | 'currency' | 'reference'; expected: Money; told: Money };
  /** `code` is the provider's own, for those whom the owner asks there. */
  create_refused: { code: string };
  operation_unanswered: RefusedValues;
  cancel_refused: RefusedValues;
  refund_refused: RefusedValues;
  stranded_money: { amount: Money };
  /** Of a provider that cannot be asked. */
  payment_unresolved: { amount: Money };
  content_damaged: Record<never, never>;
  undelivered: { what: 'case' | 'credit_note' };
  /** `count` is of all that are open; `agreement` its name to people. */
  settlement_differences: { count: string; agreement: string };
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
  cancel_refused: ['action', 'amount', 'code'],
  refund_refused: ['action', 'amount', 'code'],
  stranded_money: ['amount'],
  payment_unresolved: ['amount'],
  content_damaged: [],
  undelivered: ['what'],
  settlement_differences: ['count', 'agreement'],
};

export function isAlarmKind(kind: string): kind is AlarmKind {
  return Object.hasOwn(alarmValueNames, kind);
}
