import type { Translate } from '@/lib/texts/translate.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { TextLink } from '../ui/text-link.tsx';

interface Props {
  id: string;
  /** Whether PDF and archive copy have been made. */
  delivered: boolean;
  archiveReference: string;
  /** Signatures of the case, each with whose it is. */
  seals: readonly { signatureId: string; name: string }[];
  /** Of the same case: what has been given back of it. */
  creditNotes: readonly { id: string; number: string }[];
  /** Id of the case, when it may be withdrawn. */
  withdraws?: string;
  t: Translate;
}

/** What can be done with a receipt. */
export function ReceiptActions({ id, delivered, archiveReference, seals, creditNotes, withdraws, t }: Props) {
  return (
    <div className="kv-stack kv-no-print" data-gap="sm">
      {delivered ? null : <p>{t('receipt.pdfLater')}</p>}
      <div className="kv-actions">
        {delivered ? <LinkButton href={`/receipts/${id}/pdf`}>{t('receipt.downloadPdf')}</LinkButton> : null}
        <LinkButton href={`/receipts/${id}/print`} variant="secondary">
          {t('receipt.printView')}
        </LinkButton>
      </div>
      <ul className="kv-plain-list">
        {delivered ? (
          <li>
            <TextLink href={`/archive/${archiveReference}`}>{t('receipt.openArchive')}</TextLink>
          </li>
        ) : null}
        {creditNotes.map((note) => (
          <li key={note.id}>
            <TextLink
              href={`/receipts/${note.id}`}
            >{`${t('receipt.titleCreditNote')} ${note.number}`}</TextLink>
          </li>
        ))}
        {seals.map(({ signatureId, name }) => (
          <li key={signatureId}>
            <TextLink href={`/seals/${signatureId}`}>{`${t('signing.checkTitle')}: ${name}`}</TextLink>
          </li>
        ))}
        {withdraws ? (
          <li>
            <TextLink href={`/submissions/${withdraws}/withdraw`}>{t('withdrawal.link')}</TextLink>
          </li>
        ) : null}
        <li>
          <TextLink href="/inbox">{t('receipt.toInbox')}</TextLink>
        </li>
      </ul>
    </div>
  );
}
