import { asLanguage } from '@/lib/core/language.ts';
import { formatDateTime } from '@/lib/texts/format-date.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { Tag } from '../ui/tag.tsx';

export interface ListedMessage {
  id: string;
  subject: string;
  language: string;
  ownerName: string;
  createdAt: Date;
  unread: boolean;
  attachmentCount: number;
}

/** Messages of a folder, newest first; the whole entry leads to the message. */
export function MessageList({ messages, t }: { messages: readonly ListedMessage[]; t: Translate }) {
  return (
    <ul className="kv-entries">
      {messages.map((message) => (
        <li key={message.id} className="kv-entry" data-unread={message.unread || undefined}>
          <h3 className="ds-heading" data-size="2xs">
            <a href={`/inbox/messages/${message.id}`} lang={asLanguage(message.language)}>
              {message.subject}
            </a>
          </h3>
          <p className="kv-entry-facts kv-muted">
            {message.unread ? <Tag color="info">{t('inbox.unread')}</Tag> : null}
            <span>{t('inbox.from', { owner: message.ownerName })}</span>
            <span>{formatDateTime(message.createdAt, t.language)}</span>
            {message.attachmentCount > 0 ? (
              <span>{t('inbox.hasAttachments', { count: message.attachmentCount })}</span>
            ) : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
