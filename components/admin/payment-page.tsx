import { OrderTable, type OrderTableLine } from '@/components/payment/order-table.tsx';
import type { Currency } from '@/lib/core/money.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { DescriptionList, type DescriptionRow } from '../ui/description-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Heading } from '../ui/heading.tsx';
import { type HistoryRow, HistoryTable } from './history-table.tsx';
import { MismatchForm, type MismatchFormView, mismatchFields } from './mismatch-form.tsx';
import { RefundForm, type RefundFormView, refundFields } from './refund-form.tsx';
import { SettleForm, type SettleFormView, settleFields } from './settle-form.tsx';

export interface PaymentPageProps {
  id: string;
  title: string;
  /** Where the money is, why, and what now. */
  place: { text: string; color: 'info' | 'success' | 'warning' | 'danger' };
  facts: readonly DescriptionRow[];
  order: { lines: OrderTableLine[]; currency: Currency; vatMinor: number; totalMinor: number };
  timeline: readonly HistoryRow[];
  /** What the timeline leaves out, in words. */
  cut: readonly string[];
  /** Present when something is left to give back. */
  refund?: RefundFormView;
  /** Present when nobody knows what became of an operation. */
  settle?: SettleFormView;
  /** Present while what the provider has told does not match. */
  mismatch?: MismatchFormView;
  notice?: { text: string; color: 'success' | 'info' };
  t: Translate;
}

/** One payment for its owner's employees: first of all, where the money is. */
export function PaymentPage(props: PaymentPageProps) {
  const { id, title, place, facts, order, timeline, cut, refund, settle, mismatch, notice, t } = props;
  const unsaid = [...inSummary(settleFields, settle?.errors), ...inSummary(mismatchFields, mismatch?.errors)];
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary
        title={t(unsaid.length > 0 ? 'adminCase.settleErrorsTitle' : 'adminCase.refundErrorsTitle')}
        errors={[...unsaid, ...inSummary(refundFields, refund?.errors)]}
      />
      <BackLink href="/admin/payments">{t('adminCase.paymentsTitle')}</BackLink>
      <Heading level={1}>{title}</Heading>
      {notice ? (
        <Alert color={notice.color}>
          <p>{notice.text}</p>
        </Alert>
      ) : null}
      <Alert color={place.color} title={t('adminCase.whereTitle')}>
        <p>{place.text}</p>
      </Alert>
      <DescriptionList rows={facts} />
      <OrderTable {...order} translate={t} />
      {mismatch ? <MismatchForm id={id} view={mismatch} t={t} /> : null}
      {settle ? <SettleForm id={id} view={settle} t={t} /> : null}
      {refund ? <RefundForm id={id} view={refund} t={t} /> : null}
      <section className="kv-stack" aria-labelledby="timeline-title">
        <Heading level={2} id="timeline-title">
          {t('adminCase.timelineTitle')}
        </Heading>
        {cut.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <HistoryTable rows={timeline} caption={t('adminCase.timelineTitle')} t={t} />
      </section>
    </div>
  );
}

function inSummary<F extends string>(fields: readonly F[], errors: Partial<Record<F, string>> = {}) {
  return fields.flatMap((fieldId) => {
    const message = errors[fieldId];
    return message ? [{ fieldId, message }] : [];
  });
}
