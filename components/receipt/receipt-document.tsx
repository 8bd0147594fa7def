import type { ReactNode } from 'react';
import type { Language } from '@/lib/core/language.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { DescriptionList } from '../ui/description-list.tsx';
import { Heading } from '../ui/heading.tsx';
import { Table } from '../ui/table.tsx';

/** A receipt in words, as it was frozen. */
export interface ReceiptWords {
  title: string;
  number: string;
  service: string;
  lede: string;
  testNotice?: string;
  facts: readonly { term: string; detail: string }[];
  lines?: {
    title: string;
    columns: readonly string[];
    rows: readonly {
      what: string;
      explained: string;
      quantity: string;
      net: string;
      vat: string;
      gross: string;
    }[];
    sums: readonly { term: string; detail: string }[];
  };
  payment: readonly { term: string; detail: string }[];
  signatures: readonly string[];
}

interface Props {
  words: ReceiptWords;
  language: Language;
  /** Translator of the receipt's own language. */
  t: Translate;
  /** What can be done with it; not on paper. */
  actions?: ReactNode;
}

/** The receipt, on screen and on paper. */
export function ReceiptDocument({ words, language, t, actions }: Props) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <article className="kv-stack" data-gap="lg" lang={language}>
        {words.testNotice ? (
          <Alert color="warning">
            <p>{words.testNotice}</p>
          </Alert>
        ) : null}
        <div className="kv-stack" data-gap="sm">
          <Heading level={1}>
            {words.title} {words.number}
          </Heading>
          <p className="kv-lead">{words.lede}</p>
        </div>
        <section className="kv-stack" data-gap="sm">
          <Heading level={2}>{t('receipt.factsCaption')}</Heading>
          <DescriptionList rows={words.facts} />
        </section>
        {words.lines ? <Lines lines={words.lines} /> : null}
        {words.payment.length > 0 ? (
          <section className="kv-stack" data-gap="sm">
            <Heading level={2}>{t('receipt.paymentTitle')}</Heading>
            <DescriptionList rows={words.payment} />
          </section>
        ) : null}
        {words.signatures.length > 0 ? (
          <section className="kv-stack" data-gap="sm">
            <Heading level={2}>{t('receipt.signaturesTitle')}</Heading>
            {words.signatures.map((signature) => (
              <p key={signature}>{signature}</p>
            ))}
          </section>
        ) : null}
      </article>
      {actions}
    </div>
  );
}

/** Two columns, so that amounts are seen on a phone; what the others would hold stands under the name. */
function Lines({ lines }: { lines: NonNullable<ReceiptWords['lines']> }) {
  const [what, quantity, net, , gross] = lines.columns;
  const last = lines.sums.length - 1;
  return (
    <section className="kv-stack" data-gap="sm">
      <Heading level={2}>{lines.title}</Heading>
      <Table
        caption={lines.title}
        hideCaption
        columns={[{ header: what }, { header: gross, align: 'end' }]}
        rows={lines.rows.map((line) => [
          <>
            {line.what}
            <Detail>{line.explained}</Detail>
            <Detail>
              {quantity}: {line.quantity} · {net} {line.net}
            </Detail>
            <Detail>{line.vat}</Detail>
          </>,
          line.gross,
        ])}
        footRows={lines.sums.map(({ term, detail }, index) => [
          term,
          index === last ? <strong key="sum">{detail}</strong> : detail,
        ])}
      />
    </section>
  );
}

function Detail({ children }: { children: ReactNode }) {
  return (
    <>
      <br />
      <span className="kv-muted kv-small">{children}</span>
    </>
  );
}
