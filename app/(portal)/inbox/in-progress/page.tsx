import { requireActor } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import type { Search } from '@/app/_server/folder-page.tsx';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { currentUnreadCount } from '@/app/_server/page-frame-data.ts';
import { byUrgency } from '@/components/inbox/by-urgency.ts';
import { FolderFrame } from '@/components/inbox/folder-frame.tsx';
import { ProgressCard } from '@/components/inbox/progress-card.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { readCursor, writeCursor } from '@/lib/core/cursor.ts';
import { translator } from '@/lib/texts/translate.ts';
import { app } from '@/lib/workflow/app.ts';
import { listInProgress } from '@/lib/workflow/delivering/list-in-progress.ts';

export const generateMetadata = pageMetadata(async () => {
  return { title: translator(await currentLanguage())('inbox.folderInProgress') };
});

/** Drafts, and cases that wait for payment or signature, each with the one thing to do next. */
export default page(async function InProgressPage({ searchParams }: { searchParams: Search }) {
  const actor = await requireActor('/inbox/in-progress');
  const t = translator(await currentLanguage());
  const before = readCursor((await searchParams).before);
  const [unread, { cases, next }] = await Promise.all([
    currentUnreadCount(),
    listInProgress(app(), actor, { before }),
  ]);
  return (
    <FolderFrame current="inProgress" party={actor.acting.name} unread={unread} t={t}>
      {cases.length > 0 ? (
        <ul className="kv-entries">
          {byUrgency(cases).map((found) => (
            <ProgressCard key={found.id} found={found} t={t} />
          ))}
        </ul>
      ) : (
        <>
          <p>{t('inbox.emptyInProgress')}</p>
          <LinkButton href="/" variant="secondary">
            {t('inbox.findService')}
          </LinkButton>
        </>
      )}
      {next ? (
        <LinkButton href={`/inbox/in-progress?before=${writeCursor(next)}`} variant="secondary">
          {t('inbox.olderCases')}
        </LinkButton>
      ) : null}
    </FolderFrame>
  );
});
