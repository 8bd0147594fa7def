import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { FolderMessages, noticeOf, type Search } from '@/app/_server/folder-page.tsx';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { currentUnreadCount } from '@/app/_server/page-frame-data.ts';
import { ArchiveList } from '@/components/inbox/archive-list.tsx';
import { FolderFrame } from '@/components/inbox/folder-frame.tsx';
import { Heading } from '@/components/ui/heading.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { readCursor, writeCursor } from '@/lib/core/cursor.ts';
import { isArchiveReference, listArchives } from '@/lib/receipts/read-archive.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';

export const generateMetadata = pageMetadata(async () => {
  return { title: translator(await currentLanguage())('inbox.folderArchive') };
});

/** The copies of completed cases, and the messages that were put away. */
export default page(async function ArchivePage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('/inbox/archive');
  const t = translator(await currentLanguage());
  const search = await searchParams;
  const [unread, { archives, next }] = await Promise.all([
    currentUnreadCount(),
    listArchives(app().db, actor, { before: readCursor(search.copies, isArchiveReference) }),
  ]);
  return (
    <FolderFrame
      current="archive"
      party={actor.acting.name}
      unread={unread}
      notice={noticeOf(search, t)}
      t={t}
    >
      <Heading level={3}>{t('archive.listTitle')}</Heading>
      {archives.length > 0 ? <ArchiveList archives={archives} t={t} /> : <p>{t('archive.listEmpty')}</p>}
      {next ? (
        <LinkButton href={`/inbox/archive?copies=${writeCursor(next)}`} variant="secondary">
          {t('inbox.olderCopies')}
        </LinkButton>
      ) : null}
      <Heading level={3}>{t('inbox.messagesTitle')}</Heading>
      <FolderMessages folder="archive" actor={actor} searchParams={searchParams} t={t} />
    </FolderFrame>
  );
});
