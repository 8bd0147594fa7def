import { staffPage, staffTitle } from '@/app/_server/staff-page.tsx';
import { ListFrame } from '@/components/admin/list-frame.tsx';
import { paymentStatusWords } from '@/components/admin/status-words.ts';
import { Table } from '@/components/ui/table.tsx';
import { TextLink } from '@/components/ui/text-link.tsx';
import { readCursor, writeCursor } from '@/lib/core/cursor.ts';
import { formatMoney } from '@/lib/core/money.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { app } from '@/lib/workflow/app.ts';
import { asPaymentStatus, listPayments, paymentStatuses } from '@/lib/workflow/staff/list-payments.ts';

export const generateMetadata = staffTitle('adminCase.paymentsTitle');

/** The owner's payments. */
export default staffPage(['finance', 'case_worker'], async function payments({ staff, language, t, query }) {
  const status = asPaymentStatus(query('status'));
  const before = readCursor(query('before'));
  const { payments: rows, next } = await listPayments(app().db, staff, { status, before });
  return (
    <ListFrame
      path="/admin/payments"
      title={t('adminCase.paymentsTitle')}
      statuses={{
        options: paymentStatuses.map((value) => ({ value, label: t(paymentStatusWords[value]) })),
        chosen: status ?? '',
      }}
      before={before && writeCursor(before)}
      next={next && writeCursor(next)}
      t={t}
    >
      {rows.length === 0 ? (
        <p>{t('adminCase.noPayments')}</p>
      ) : (
        <Table
          stacks
          caption={t('adminCase.paymentsTitle')}
          hideCaption
          columns={[
            { header: t('adminCase.reference') },
            { header: t('adminCase.what') },
            { header: t('adminCase.status') },
            { header: t('adminCase.started') },
            { header: t('adminCase.amount'), align: 'end' },
          ]}
          rows={rows.map((row) => [
            <TextLink key="reference" href={`/admin/payments/${row.id}`}>
              {row.reference}
            </TextLink>,
            row.caseTitle,
            t(paymentStatusWords[row.status]),
            formatDateTime(row.createdAt, language),
            formatMoney(row, language),
          ])}
        />
      )}
    </ListFrame>
  );
});
