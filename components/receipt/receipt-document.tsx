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

function Lines({ lines }: { lines: NonNullable<ReceiptWords['lines']> }) {
  const columns = lines.columns.map((header, index) => ({
    header,
    align: index === 0 || index === 3 ? ('start' as const) : ('end' as const),
  }));
  return (
    <section className="kv-stack" data-gap="sm">
      <Heading level={2}>{lines.title}</Heading>
      <Table
        caption={lines.title}
        hideCaption
        columns={columns}
        rows={lines.rows.map((line) => [
          <>
            <span>{line.what}</span>
            <br />
            <span className="kv-muted kv-small">{line.explained}</span>
          </>,
          line.quantity,
          line.net,
          line.vat,
          line.gross,
        ])}
        footRows={lines.sums.map(({ term, detail }) => [term, '', '', '', detail])}
      />
    </section>
  );
}
