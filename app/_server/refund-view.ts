import type { RefundFormView } from '@/components/admin/refund-form.tsx';
import { currencyWord, formatMoney } from '@/lib/core/money.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { OnlyWhole, PartProblem, Refundable } from '@/lib/workflow/refunding/refund-part.ts';
import type { RefundResult } from '@/lib/workflow/refunding/refund-payment.ts';
import type { StaffPayment } from '@/lib/workflow/staff/read-payment.ts';
import { badReasons } from './bad-reasons.ts';
import type { PostedRefund } from './read-refund-form.ts';

/** A refund that was not begun: what was posted, and what is wrong with it. */
export interface TriedRefund {
  posted: PostedRefund;
  problems?: Extract<RefundResult, { kind: 'invalid' }>;
}

const badParts: Record<PartProblem, { field: 'part' | 'amount' | 'line'; text: TextKey }> = {
  no_choice: { field: 'part', text: 'adminCase.refundNoChoice' },
  no_amount: { field: 'amount', text: 'adminCase.refundNoAmount' },
  too_much: { field: 'amount', text: 'adminCase.refundTooMuch' },
  no_lines: { field: 'line', text: 'adminCase.refundNoLines' },
  lines_too_much: { field: 'line', text: 'adminCase.refundLinesTooMuch' },
  only_whole: { field: 'part', text: 'adminCase.refundOnlyWholeError' },
};

const onlyWholeWords: Record<OnlyWhole, TextKey> = {
  provider: 'adminCase.refundOnlyWhole',
  no_receipt: 'adminCase.refundNoReceipt',
};

/** The form that gives a payment back, in words. */
export function refundView(
  payment: StaffPayment,
  refund: NonNullable<StaffPayment['refund']>,
  t: Translate,
  tried?: TriedRefund,
): RefundFormView {
  const { currency } = payment;
  const { leftMinor, onlyWhole, onItsWayMinor } = refund;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, t.language);
  const words = { amount: money(leftMinor), provider: providers.get(payment.provider).title };
  const { reason, part } = tried?.problems ?? {};
  return {
    allowed: payment.mayRefund,
    ...(onItsWayMinor !== undefined && {
      waits: t('adminCase.refundOnItsWay', { amount: money(onItsWayMinor) }),
    }),
    left: words.amount,
    leftMinor,
    currency: currencyWord(currency, t.language),
    ...(onlyWhole
      ? { onlyWhole: t(onlyWholeWords[onlyWhole], words) }
      : { parts: partsOf(refund, payment.order, money, t) }),
    tried: tried?.posted,
    errors: {
      ...(reason && { reason: t(badReasons[reason]) }),
      ...(part && { [badParts[part].field]: t(badParts[part].text, words) }),
    },
  };
}

/** All, an amount and, where there is a choice of lines, some of them. */
function partsOf(
  { leftMinor, lines }: Refundable,
  order: StaffPayment['order'],
  money: (amountMinor: number) => string,
  t: Translate,
): NonNullable<RefundFormView['parts']> {
  const left = lines.flatMap(({ name: onReceipt, grossMinor }, index) => {
    // The receipt has one language; its lines are the order's, which has them all.
    const name = order.lines[index]?.name[t.language] ?? onReceipt;
    const label = t('adminCase.refundLine', { name, amount: money(grossMinor) });
    return grossMinor > 0 ? [{ value: String(index), label }] : [];
  });
  const byLine = {
    value: 'lines',
    label: t('adminCase.refundPartLines'),
    hint: t('adminCase.refundPartLinesHint'),
  };
  return {
    options: [
      { value: 'all', label: t('adminCase.refundPartAll', { amount: money(leftMinor) }) },
      {
        value: 'amount',
        label: t('adminCase.refundPartAmount'),
        ...(left.length > 1 && { hint: t('adminCase.refundPartAmountHint') }),
      },
      ...(left.length > 1 ? [byLine] : []),
    ],
    lines: left.length > 1 ? left : [],
  };
}
