import { formatMoney } from '@/lib/core/money.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { MoneyOfCase } from './money-of-case.ts';

/** What becomes of the money when a case is withdrawn, in sentences: how much comes back, to where and when. */
export function beforeWithdrawal(money: MoneyOfCase, t: Translate): string[] {
  return tell(money, t, {
    taken: 'withdrawal.takenBefore',
    held: 'withdrawal.heldBefore',
    open: 'withdrawal.openBefore',
  });
}

/** The same when it has been withdrawn and the money is on its way. */
export function afterWithdrawal(money: MoneyOfCase, t: Translate): string[] {
  return tell(money, t, {
    taken: 'withdrawal.takenAfter',
    held: 'withdrawal.heldAfter',
    open: 'withdrawal.openAfter',
  });
}

type Keys = Record<'taken' | 'held' | 'open', Parameters<Translate>[0]>;

function tell(money: MoneyOfCase, t: Translate, keys: Keys): string[] {
  const amount = (amountMinor: number) => formatMoney({ amountMinor, currency: money.currency }, t.language);
  const card = money.maskedCard ?? '–';
  const sentences = [
    ...(money.takenMinor > 0 ? [t(keys.taken, { amount: amount(money.takenMinor), card })] : []),
    ...(money.heldMinor > 0 ? [t(keys.held, { amount: amount(money.heldMinor), card })] : []),
    ...(money.openMinor > 0 ? [t(keys.open, { amount: amount(money.openMinor) })] : []),
  ];
  return sentences.length > 0 ? sentences : [t('withdrawal.nothingPaid')];
}
