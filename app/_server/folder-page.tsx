import { FolderFrame } from '@/components/inbox/folder-frame.tsx';
import { MessageList } from '@/components/inbox/message-list.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { readCursor, writeCursor } from '@/lib/core/cursor.ts';
import type { Actor } from '@/lib/core/party.ts';
import type { Folder } from '@/lib/messages/folders.ts';
import { asFolder } from '@/lib/messages/folders.ts';
import { listMessages } from '@/lib/messages/list-messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { currentUnreadCount } from './page-frame-data.ts';

export type Search = Promise<Record<string, string | string[] | undefined>>;

interface Props {
  folder: Folder;
  actor: Actor;
  searchParams: Search;
  t: Translate;
}

export const folderPaths = { inbox: '/inbox', archive: '/inbox/archive', trash: '/inbox/trash' } as const;

const empty = {
  inbox: 'inbox.emptyInbox',
  archive: 'inbox.emptyArchive',
  trash: 'inbox.emptyTrash',
} as const;
const moved = {
  inbox: 'inbox.movedToInbox',
  archive: 'inbox.movedToArchive',
  trash: 'inbox.movedToTrash',
} as const;

/** What was just done in the box, as the redirect after it tells. */
export function noticeOf(search: Awaited<Search>, t: Translate): string | undefined {
  const folder = asFolder(search.moved);
  if (folder) return t(moved[folder]);
  return search.unread === '1' ? t('inbox.markedUnread') : undefined;
}

/** One page of a folder's messages. */
export async function FolderMessages({ folder, actor, searchParams, t }: Props) {
  const search = await searchParams;
  const before = readCursor(search.before);
  const { messages, next } = await listMessages(app().db, actor, folder, { before });
  return (
    <div className="kv-stack">
      {messages.length > 0 ? <MessageList messages={messages} t={t} /> : <p>{t(empty[folder])}</p>}
      {before || next ? (
        <div className="kv-row">
          {before ? (
            <LinkButton href={folderPaths[folder]} variant="secondary">
              {t('inbox.newest')}
            </LinkButton>
          ) : null}
          {next ? (
            <LinkButton href={`${folderPaths[folder]}?before=${writeCursor(next)}`} variant="secondary">
              {t('inbox.older')}
            </LinkButton>
          ) : null}
        </div>
      ) : null}
    </div>
  );
}

/** A folder that holds messages only. */
export async function FolderPage(props: Props) {
  const { actor, folder, searchParams, t } = props;
  const unread = await currentUnreadCount();
  return (
    <FolderFrame
      current={folder}
      party={actor.acting.name}
      unread={unread}
      notice={noticeOf(await searchParams, t)}
      t={t}
    >
      <FolderMessages {...props} />
    </FolderFrame>
  );
}
