import { OrderTable, type OrderTableLine } from '@/components/payment/order-table.tsx';
import type { Currency } from '@/lib/core/money.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { DescriptionList, type DescriptionRow } from '../ui/description-list.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Field } from '../ui/field.tsx';
import { Heading } from '../ui/heading.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { type HistoryRow, HistoryTable } from './history-table.tsx';

export interface PaymentPageProps {
  id: string;
  title: string;
  /** Where the money is, why, and what now. */
  place: { text: string; color: 'info' | 'success' | 'warning' | 'danger' };
  facts: readonly DescriptionRow[];
  order: { lines: OrderTableLine[]; currency: Currency; vatMinor: number; totalMinor: number };
  timeline: readonly HistoryRow[];
  /** Present when something can be given back now. */
  refund?: { amount: string; allowed: boolean; reason?: string; error?: string };
  notice?: { text: string; color: 'success' | 'info' };
  t: Translate;
}

/** One payment for its owner's employees: first of all, where the money is. */
export function PaymentPage(props: PaymentPageProps) {
  const { id, title, place, facts, order, timeline, refund, notice, t } = props;
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <ErrorSummary
        title={t('adminCase.refundErrorsTitle')}
        errors={refund?.error ? [{ fieldId: 'reason', message: refund.error }] : []}
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
      {refund ? <Refund id={id} refund={refund} t={t} /> : null}
      <section className="kv-stack" aria-labelledby="timeline-title">
        <Heading level={2} id="timeline-title">
          {t('adminCase.timelineTitle')}
        </Heading>
        <HistoryTable rows={timeline} caption={t('adminCase.timelineTitle')} t={t} />
      </section>
    </div>
  );
}

function Refund({
  id,
  refund,
  t,
}: {
  id: string;
  refund: NonNullable<PaymentPageProps['refund']>;
  t: Translate;
}) {
  return (
    <section className="kv-stack" aria-labelledby="refund-title">
      <Heading level={2} id="refund-title">
        {t('adminCase.refundTitle')}
      </Heading>
      {refund.allowed ? (
        <form method="post" action={`/admin/payments/${id}/refund`} className="kv-stack">
          <p>{t('adminCase.refundLead', { amount: refund.amount })}</p>
          <Field
            id="reason"
            label={t('adminCase.refundReason')}
            hint={t('adminCase.refundReasonHint')}
            error={refund.error}
          >
            {(control) => <Textarea {...control} name="reason" rows={3} defaultValue={refund.reason} />}
          </Field>
          <div className="kv-actions">
            <Button color="danger">{t('adminCase.refundButton', { amount: refund.amount })}</Button>
          </div>
        </form>
      ) : (
        <p>{t('adminCase.refundFinanceOnly')}</p>
      )}
    </section>
  );
}
