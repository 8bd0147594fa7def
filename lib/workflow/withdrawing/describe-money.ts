import { formatMoney } from '@/lib/core/money.ts';
import { paidWithWords } from '@/lib/payments/paid-with-words.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { MoneyOfCase } from './money-of-case.ts';

/**
 * What becomes of the money when a case is withdrawn, in sentences: what was given back before, how much comes back now, to
 * where and when.
 */
export function beforeWithdrawal(money: MoneyOfCase, t: Translate): string[] {
  const { returnedMinor: amountMinor, currency } = money;
  const isPart = amountMinor > 0;
  const rest = tell(money, t, {
    taken: isPart ? 'withdrawal.restBefore' : 'withdrawal.takenBefore',
    part: 'withdrawal.partBefore',
    kept: isPart ? 'withdrawal.keptRestBefore' : 'withdrawal.keptBefore',
    held: 'withdrawal.heldBefore',
    open: 'withdrawal.openBefore',
    nothing: isPart ? 'withdrawal.nothingLeft' : 'withdrawal.nothingPaid',
  });
  const amount = formatMoney({ amountMinor, currency }, t.language);
  return isPart ? [t('withdrawal.returnedBefore', { amount }), ...rest] : rest;
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
    nothing: 'withdrawal.nothingPaid',
  });
  return [...returned, ...rest];
}

/** The same of a case whose deadline passed; a draft that nobody paid for has nothing to tell. */
export function afterExpiry(
  { submittedAt }: { submittedAt: Date | null },
  money: MoneyOfCase,
  t: Translate,
): string[] {
  const { takenMinor, returnedMinor, heldMinor, openMinor } = money;
  const isUntouched = takenMinor + returnedMinor + heldMinor + openMinor === 0;
  return submittedAt === null && isUntouched ? [] : afterWithdrawal(money, t);
}

type Keys = Record<'taken' | 'part' | 'kept' | 'held' | 'open' | 'nothing', Parameters<Translate>[0]>;

function tell(money: MoneyOfCase, t: Translate, keys: Keys): string[] {
  const amount = (amountMinor: number) => formatMoney({ amountMinor, currency: money.currency }, t.language);
  const paidWith = paidWithWords(money.paidWith, t);
  const sentences = [
    ...(money.takenMinor > 0 ? [tellTaken(money, keys, { amount, paidWith, t })] : []),
    ...(money.heldMinor > 0 ? [t(keys.held, { amount: amount(money.heldMinor), paidWith })] : []),
    ...(money.openMinor > 0 ? [t(keys.open, { amount: amount(money.openMinor) })] : []),
  ];
  return sentences.length > 0 ? sentences : [t(keys.nothing)];
}

interface Words {
  amount: (amountMinor: number) => string;
  paidWith: string;
  t: Translate;
}

function tellTaken(
  { takenMinor, keptMinor }: MoneyOfCase,
  keys: Keys,
  { amount, paidWith, t }: Words,
): string {
  const kept = amount(keptMinor);
  if (keptMinor >= takenMinor) return t(keys.kept, { kept });
  const values = { amount: amount(takenMinor - keptMinor), paidWith };
  return keptMinor > 0 ? t(keys.part, { ...values, kept }) : t(keys.taken, values);
}
