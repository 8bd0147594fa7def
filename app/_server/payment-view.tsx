import { happeningWords } from '@/components/admin/happening-words.ts';
import type { PaymentPageProps } from '@/components/admin/payment-page.tsx';
import { paymentStatusWords, placeWords } from '@/components/admin/status-words.ts';
import { TextLink } from '@/components/ui/text-link.tsx';
import { formatMoney } from '@/lib/core/money.ts';
import { methodWords } from '@/lib/payments/method-words.ts';
import { providers } from '@/lib/payments/providers/registry.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { MoneyPlace } from '@/lib/workflow/staff/money-place.ts';
import type { TimelineEntry } from '@/lib/workflow/staff/payment-timeline.ts';
import type { StaffPayment } from '@/lib/workflow/staff/read-payment.ts';
import { mismatchView, type TriedMismatch } from './mismatch-view.ts';
import { refundView, type TriedRefund } from './refund-view.ts';
import { settleView, type TriedSettlement } from './settle-view.ts';

/** Whether a person must do something, is free to, or has nothing to do. */
const colors: Record<MoneyPlace, PaymentPageProps['place']['color']> = {
  mismatch: 'danger',
  return_failed: 'danger',
  unsettled: 'danger',
  unknown: 'warning',
  going_back: 'info',
  charged_back: 'danger',
  returned: 'info',
  partly_returned: 'info',
  delivered: 'success',
  held: 'info',
  reserved: 'info',
  released: 'info',
  not_yet: 'info',
  never: 'info',
};

const sources: Record<TimelineEntry['source'], TextKey> = {
  attempt: 'adminCase.sourceAttempt',
  operation: 'adminCase.sourceOperation',
  message: 'adminCase.sourceMessage',
  ledger: 'adminCase.sourceLedger',
  event: 'adminCase.sourceEvent',
};

/** What an employee has just posted about a payment, with what is wrong with it. */
export interface TriedPayment {
  refund?: TriedRefund;
  settlement?: TriedSettlement;
  mismatch?: TriedMismatch;
}

/** A payment in the words of its page. */
export function paymentView(
  payment: StaffPayment,
  t: Translate,
  tried: TriedPayment = {},
): Omit<PaymentPageProps, 't' | 'notice'> {
  const { order, where, currency } = payment;
  const money = (amountMinor: number) => formatMoney({ amountMinor, currency }, t.language);
  return {
    id: payment.id,
    title: `${payment.reference} · ${money(payment.amountMinor)}`,
    place: {
      text: t(placeWords[where.place], { amount: money(where.amountMinor) }),
      color: colors[where.place],
    },
    facts: factsOf(payment, money, t),
    order: {
      currency,
      vatMinor: order.vatMinor,
      totalMinor: order.totalMinor,
      lines: order.lines.map(({ name, explained, vatCode, grossMinor }) => ({
        name: name[t.language],
        explained: explained[t.language],
        vatCode,
        grossMinor,
      })),
    },
    timeline: payment.timeline.map(({ at, source, what, amountMinor, detail }) => ({
      at: formatDateTime(at, t.language),
      source: t(sources[source]),
      what: happeningWords(what, t),
      amount: amountMinor === undefined ? undefined : money(amountMinor),
      detail,
    })),
    cut: payment.cut.map((each) => t('adminCase.timelineCut', each)),
    ...(payment.refund && { refund: refundView(payment, payment.refund, t, tried.refund) }),
    ...(payment.hasMismatch && { mismatch: mismatchView(payment, t, tried.mismatch) }),
    ...(payment.unsettled && { settle: settleView(payment, payment.unsettled, t, tried.settlement) }),
  };
}

function factsOf(payment: StaffPayment, money: (minor: number) => string, t: Translate) {
  const { submission, method, maskedCard, paidAt, refundedMinor, chargedBackMinor } = payment;
  const provider = providers.get(payment.provider);
  const named = methodWords(payment)?.[t.language] ?? method;
  const how = [named, maskedCard].filter(Boolean).join(' ');
  return [
    { term: t('adminCase.status'), detail: t(paymentStatusWords[payment.status]) },
    {
      term: t('adminCase.theCase'),
      detail: (
        <TextLink href={`/admin/submissions/${submission.id}`}>
          {submission.reference} · {submission.title}
        </TextLink>
      ),
    },
    { term: t('adminCase.providerName'), detail: provider.title },
    ...(how ? [{ term: t('adminCase.method'), detail: how }] : []),
    ...(paidAt ? [{ term: t('adminCase.paidAt'), detail: formatDateTime(paidAt, t.language) }] : []),
    ...(chargedBackMinor > 0
      ? [{ term: t('adminCase.chargedBackSum'), detail: money(chargedBackMinor) }]
      : []),
    ...(refundedMinor > 0 ? [{ term: t('adminCase.refundedSum'), detail: money(refundedMinor) }] : []),
  ];
}
