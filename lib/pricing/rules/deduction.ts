import type { Explanation } from '@/lib/core/order.ts';
import type { LineDraft } from './define-rule.ts';

/** One line below zero; none when there is nothing to deduct. @param amountMinor what is deducted, 0 or more; may have fractions of an øre. */
export function deduction(amountMinor: number | string, explanation: Explanation): LineDraft[] {
  if (Number(amountMinor) === 0) return [];
  const amount = `-${amountMinor}`;
  return [{ quantity: '1', unitMinor: amount, amountMinor: amount, explanation }];
}
