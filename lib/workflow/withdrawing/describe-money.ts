import { formatMoney } from '@/lib/core/money.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { MoneyOfCase } from './money-of-case.ts';

/** What becomes of the money when a case is withdrawn, in sentences: how much comes back, to where and when. */
export function beforeWithdrawal(money: MoneyOfCase, t: Translate): string[] {
  return tell(money, t, {
    taken: 'withdrawal.takenBefore',
    part: 'withdrawal.partBefore',
    kept: 'withdrawal.keptBefore',
    held: 'withdrawal.heldBefore',
    open: 'withdrawal.openBefore',
  });
}

/** The same when it has been withdrawn and the money is on its way. */
export function afterWithdrawal(money: MoneyOfCase, t: Translate): string[] {
  const { returnedMinor: amountMinor, currency } = money;
  const amount = formatMoney({ amountMinor, currency }, t.language);
  const returned = amountMinor > 0 ? [t('withdrawal.returned', { amount })] : [];
  if (amountMinor > 0 && money.takenMinor + money.heldMinor + money.openMinor === 0) return returned;
  const rest = tell(money, t, {
    taken: 'withdrawal.takenAfter',
    part: 'withdrawal.partAfter',
    kept: 'withdrawal.keptAfter',
    held: 'withdrawal.heldAfter',
    open: 'withdrawal.openAfter',
  });
  return [...returned, ...rest];
}

type Keys = Record<'taken' | 'part' | 'kept' | 'held' | 'open', Parameters<Translate>[0]>;

function tell(money: MoneyOfCase, t: Translate, keys: Keys): string[] {
  const amount = (amountMinor: number) => formatMoney({ amountMinor, currency: money.currency }, t.language);
  const card = money.maskedCard ?? '–';
  const sentences = [
    ...(money.takenMinor > 0 ? [tellTaken(money, keys, amount, card, t)] : []),
    ...(money.heldMinor > 0 ? [t(keys.held, { amount: amount(money.heldMinor), card })] : []),
    ...(money.openMinor > 0 ? [t(keys.open, { amount: amount(money.openMinor) })] : []),
  ];
  return sentences.length > 0 ? sentences : [t('withdrawal.nothingPaid')];
}

function tellTaken(
  { takenMinor, keptMinor }: MoneyOfCase,
  keys: Keys,
  amount: (amountMinor: number) => string,
  card: string,
  t: Translate,
): string {
  const kept = amount(keptMinor);
  if (keptMinor >= takenMinor) return t(keys.kept, { kept });
  const values = { amount: amount(takenMinor - keptMinor), card };
  return keptMinor > 0 ? t(keys.part, { ...values, kept }) : t(keys.taken, values);
}
