import type { ReactNode } from 'react';
import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import { Heading } from '../ui/heading.tsx';

export type FolderId = 'inbox' | 'inProgress' | 'archive' | 'trash';

const folders = [
  { id: 'inbox', href: '/inbox', text: 'inbox.folderInbox' },
  { id: 'inProgress', href: '/inbox/in-progress', text: 'inbox.folderInProgress' },
  { id: 'archive', href: '/inbox/archive', text: 'inbox.folderArchive' },
  { id: 'trash', href: '/inbox/trash', text: 'inbox.folderTrash' },
] as const;

interface Props {
  current: FolderId;
  /** Whose box it is. */
  party: string;
  unread: number;
  /** What was just done. */
  notice?: string;
  t: Translate;
  children: ReactNode;
}

/** The message box around one of its folders. */
export function FolderFrame({ current, party, unread, notice, t, children }: Props) {
  const folder = folders.find(({ id }) => id === current);
  return (
    <div className="kv-page kv-stack" data-width="wide" data-gap="lg">
      <div className="kv-stack" data-gap="xs">
        <Heading level={1}>{t('inbox.title')}</Heading>
        <p className="kv-muted">
          {t('inbox.actingFor', { party })} {t('inbox.unreadCount', { count: unread })}.
        </p>
      </div>
      <nav aria-label={t('inbox.foldersLabel')}>
        <ul className="kv-folders">
          {folders.map(({ id, href, text }) => (
            <li key={id}>
              <a href={href} aria-current={id === current ? 'page' : undefined}>
                {t(text)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {notice ? (
        <Alert color="success" role="status">
          <p>{notice}</p>
        </Alert>
      ) : null}
      <section className="kv-stack" aria-labelledby="folder-heading">
        <Heading level={2} id="folder-heading">
          {folder ? t(folder.text) : null}
        </Heading>
        {children}
      </section>
    </div>
  );
}
