import type { OrderTableLine } from '@/components/payment/order-table.tsx';
import { OrderTable } from '@/components/payment/order-table.tsx';
import type { Currency } from '@/lib/core/money.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { BackLink } from '../ui/back-link.tsx';
import { Button } from '../ui/button.tsx';
import { DescriptionList, type DescriptionRow } from '../ui/description-list.tsx';
import { Heading } from '../ui/heading.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { type HistoryRow, HistoryTable } from './history-table.tsx';

export interface CasePageProps {
  title: string;
  facts: readonly DescriptionRow[];
  /** Language that the answers are written in. */
  language: string;
  pages: readonly { pageId: string; title: string; rows: readonly DescriptionRow[] }[];
  order?: { lines: OrderTableLine[]; currency: Currency; vatMinor: number; totalMinor: number };
  payments: readonly { id: string; name: string }[];
  /** Id of the case, when a case worker should say that they begin on it. */
  begins?: string;
  notice?: { text: string; color: 'success' | 'info' };
  history: readonly HistoryRow[];
  /** How much happened before what the history holds. */
  earlier: number;
  t: Translate;
}

/** One case for its owner's case worker. */
export function CasePage({
  title,
  facts,
  language,
  pages,
  order,
  payments,
  begins,
  notice,
  history,
  earlier,
  t,
}: CasePageProps) {
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <BackLink href="/admin/submissions">{t('adminCase.casesTitle')}</BackLink>
      <Heading level={1}>{title}</Heading>
      {notice ? (
        <Alert color={notice.color}>
          <p>{notice.text}</p>
        </Alert>
      ) : null}
      <DescriptionList rows={facts} />
      {begins ? <Begin id={begins} t={t} /> : null}
      <section className="kv-stack" aria-labelledby="answers-title">
        <Heading level={2} id="answers-title">
          {t('adminCase.answersTitle')}
        </Heading>
        {pages.length === 0 ? <p>{t('adminCase.noAnswers')}</p> : null}
        {pages.map((page) => (
          <div className="kv-stack" data-gap="sm" key={page.pageId} lang={language}>
            <Heading level={3}>{page.title}</Heading>
            <DescriptionList rows={page.rows} />
          </div>
        ))}
      </section>
      <section className="kv-stack" aria-labelledby="money-title">
        <Heading level={2} id="money-title">
          {t('adminCase.paymentsTitle')}
        </Heading>
        {order ? <OrderTable {...order} translate={t} /> : null}
        {payments.length === 0 ? <p>{t('adminCase.noPayments')}</p> : null}
        <ul className="kv-plain-list">
          {payments.map(({ id, name }) => (
            <li key={id}>
              <TextLink href={`/admin/payments/${id}`}>{name}</TextLink>
            </li>
          ))}
        </ul>
      </section>
      <section className="kv-stack" aria-labelledby="history-title">
        <Heading level={2} id="history-title">
          {t('adminCase.historyTitle')}
        </Heading>
        {earlier > 0 ? (
          <p>{t('adminCase.earlierEvents', { count: earlier, shown: history.length })}</p>
        ) : null}
        <HistoryTable rows={history} caption={t('adminCase.historyTitle')} t={t} />
      </section>
    </div>
  );
}

function Begin({ id, t }: { id: string; t: Translate }) {
  return (
    <form method="post" action={`/admin/submissions/${id}/begin`} className="kv-stack" data-gap="sm">
      <p>{t('adminCase.beginLead')}</p>
      <div className="kv-actions">
        <Button>{t('adminCase.beginButton')}</Button>
      </div>
    </form>
  );
}
