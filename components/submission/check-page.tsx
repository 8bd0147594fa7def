import type { DescribedPage, DescribedRow } from '@/lib/forms/describe.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import type { WaysToPayProps } from '../payment/ways-to-pay.tsx';
import { Alert } from '../ui/alert.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Heading } from '../ui/heading.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { ConfirmForm } from './confirm-form.tsx';
import { DescribedRows } from './described-rows.tsx';
import { PriceLines } from './price-lines.tsx';
import type { PriceView } from './price-view.ts';

export interface CheckPageProps {
  /** Path of the case. */
  base: string;
  pages: readonly DescribedPage[];
  /** First page with something missing or wrong; then nothing can be sent yet. */
  missingOn?: string;
  missing: readonly { fieldId: string; pageId: string; message: string }[];
  price: PriceView;
  /** Marks of what is shown; the price's is empty when there is none. */
  seen: { answers: string; price: string };
  /** What the last try to confirm met. */
  problem?: 'content_changed' | 'price_changed' | 'price_failed';
  received: string;
  purpose: string;
  legalBasis: string;
  afterwards: string;
  confirmText: string;
  payElsewhere: boolean;
  /** How it may be paid, when payment comes next. */
  ways?: Omit<WaysToPayProps, 't' | 'error'>;
  lastPageHref: string;
  t: Translate;
}

/** Everything that was answered, attached and is to be paid, before anything is final. */
export function CheckPage(props: CheckPageProps) {
  const { base, pages, t } = props;
  return (
    <div className="kv-page kv-stack" data-gap="xl">
      <Problems {...props} />
      {pages.map((page) => (
        <section
          key={page.pageId}
          className="kv-stack"
          data-gap="sm"
          aria-labelledby={`check-${page.pageId}`}
        >
          <Heading level={2} id={`check-${page.pageId}`}>
            {page.title}
          </Heading>
          <DescribedRows
            rows={page.rows}
            level={3}
            draw={(row) => describedRow(row, `${base}/${page.pageId}?return=check`, base, t)}
          />
        </section>
      ))}
      <Price {...props} />
      <section className="kv-stack" data-gap="sm">
        <Heading level={2}>{t('form.purposeTitle')}</Heading>
        <p>{props.purpose}</p>
        <p className="kv-muted">{props.legalBasis}</p>
      </section>
      <section className="kv-stack" data-gap="sm">
        <Heading level={2}>{t('form.afterwardsTitle')}</Heading>
        <p>{props.afterwards}</p>
      </section>
      <ConfirmForm {...props} />
    </div>
  );
}

function describedRow(row: DescribedRow, href: string, base: string, t: Translate) {
  return {
    key: row.componentId,
    term: row.label,
    detail: row.files?.length ? (
      <Files row={row} base={base} />
    ) : (
      <span className={row.answered ? undefined : 'kv-muted'}>{row.value}</span>
    ),
    action: (
      <TextLink href={`${href}#${row.componentId}`}>
        {t('form.change')}
        <VisuallyHidden>: {[...row.headings, row.label].join(': ')}</VisuallyHidden>
      </TextLink>
    ),
  };
}

function Files({ row, base }: { row: DescribedRow; base: string }) {
  return (
    <ul className="kv-plain-list">
      {row.files?.map((file) => (
        <li key={file.id ?? file.name}>
          <TextLink href={`${base}/files/${file.id ?? ''}`}>{file.name}</TextLink>
          {file.tag ? ` (${file.tag})` : null}
        </li>
      ))}
    </ul>
  );
}

function Problems({ base, missingOn, missing, problem, t }: CheckPageProps) {
  return (
    <>
      {problem === 'content_changed' ? (
        <Alert color="warning" title={t('form.contentChangedTitle')} role="alert">
          <p>{t('form.contentChangedBody')}</p>
        </Alert>
      ) : null}
      {problem === 'price_changed' ? (
        <Alert color="warning" title={t('form.priceChangedTitle')} role="alert">
          <p>{t('form.priceChangedBody')}</p>
        </Alert>
      ) : null}
      {problem === 'price_failed' ? (
        <Alert color="danger" title={t('form.priceFailedTitle')} role="alert">
          <p>{t('form.priceFailedBody')}</p>
        </Alert>
      ) : null}
      {missingOn ? (
        <div className="kv-stack">
          <ErrorSummary
            title={t('form.checkMissingTitle')}
            errors={missing.map((each) => ({
              ...each,
              href: `${base}/${each.pageId}?return=check&errors=1#${each.fieldId}`,
            }))}
          />
          <p>{t('form.checkMissingBody')}</p>
          <div className="kv-actions">
            <LinkButton href={`${base}/${missingOn}?return=check&errors=1`}>
              {t('form.checkFillMissing')}
            </LinkButton>
          </div>
        </div>
      ) : null}
    </>
  );
}

function Price({ price, t }: CheckPageProps) {
  return (
    <section className="kv-stack" data-gap="sm" aria-labelledby="check-price">
      <Heading level={2} id="check-price">
        {t('form.priceTitle')}
      </Heading>
      {price.kind === 'price' ? (
        <>
          <PriceLines lines={price.lines} />
          <p className="kv-price-sum kv-total">
            <span>{price.totalMinor ? t('form.total') : t('form.priceNothing')}</span>{' '}
            <span className="kv-money">{price.total}</span>
          </p>
          {price.totalMinor ? (
            <p className="kv-muted kv-small">
              {price.vat ? `${t('form.totalVat')}: ${price.vat}` : t('form.noVat')}
            </p>
          ) : null}
        </>
      ) : (
        <p>{price.message}</p>
      )}
    </section>
  );
}
