import { asLanguage } from '@/lib/core/language.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import { formatSize } from '@/lib/texts/format-size.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { BackLink } from '../ui/back-link.tsx';
import { Heading } from '../ui/heading.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { MessageActions } from './message-actions.tsx';

interface Props {
  message: {
    id: string;
    submissionId: string | null;
    language: string;
    ownerName: string;
    subject: string;
    /** Plain text with blank lines between paragraphs. */
    body: string;
    folder: 'inbox' | 'archive' | 'trash';
    createdAt: Date;
    attachments: readonly { id: string; filename: string; sizeBytes: number }[];
  };
  backHref: string;
  /** Of the case that the message is about, when it has one. */
  receiptId?: string;
  archiveReference?: string;
  t: Translate;
}

const folderTexts = {
  inbox: 'inbox.folderInbox',
  archive: 'inbox.folderArchive',
  trash: 'inbox.folderTrash',
} as const;

/** A message, what is attached to it, and where its case can be seen. */
export function MessageView({ message, backHref, receiptId, archiveReference, t }: Props) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <BackLink href={backHref}>{t(folderTexts[message.folder])}</BackLink>
      <article className="kv-stack" lang={asLanguage(message.language)}>
        <Heading level={1} size="md">
          {message.subject}
        </Heading>
        <p className="kv-entry-facts kv-muted" lang={t.language}>
          <span>{t('inbox.from', { owner: message.ownerName })}</span>
          <span>{formatDateTime(message.createdAt, t.language)}</span>
        </p>
        {message.body.split(/\n{2,}/).map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no identity but their place
          <p key={index}>{paragraph}</p>
        ))}
      </article>
      {message.attachments.length > 0 ? (
        <section className="kv-stack" data-gap="sm">
          <Heading level={2}>{t('inbox.attachmentsTitle')}</Heading>
          <ul className="kv-plain-list">
            {message.attachments.map((file) => (
              <li key={file.id}>
                <TextLink href={`/inbox/attachments/${file.id}`}>{file.filename}</TextLink>{' '}
                <span className="kv-muted">({formatSize(file.sizeBytes, t.language)})</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <CaseLinks
        submissionId={message.submissionId}
        receiptId={receiptId}
        archiveReference={archiveReference}
        t={t}
      />
      <MessageActions id={message.id} folder={message.folder} t={t} />
    </div>
  );
}

/** A completed case is seen by its receipt and its copy; another one is opened where it stands. */
function CaseLinks({
  submissionId,
  receiptId,
  archiveReference,
  t,
}: { submissionId: string | null } & Pick<Props, 'receiptId' | 'archiveReference' | 't'>) {
  if (!submissionId && !archiveReference) return null;
  return (
    <div className="kv-row kv-no-print">
      {receiptId ? <LinkButton href={`/receipts/${receiptId}`}>{t('inbox.openReceipt')}</LinkButton> : null}
      {archiveReference ? (
        <LinkButton href={`/archive/${archiveReference}`} variant="secondary">
          {t('inbox.openArchive')}
        </LinkButton>
      ) : null}
      {submissionId && !receiptId && !archiveReference ? (
        <LinkButton href={`/submissions/${submissionId}`}>{t('inbox.openCase')}</LinkButton>
      ) : null}
    </div>
  );
}
