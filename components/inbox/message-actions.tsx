import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { Button } from '../ui/button.tsx';

type Folder = 'inbox' | 'archive' | 'trash';

const targets: Record<Folder, { to: Folder; text: TextKey }[]> = {
  inbox: [
    { to: 'archive', text: 'inbox.moveToArchive' },
    { to: 'trash', text: 'inbox.moveToTrash' },
  ],
  archive: [
    { to: 'inbox', text: 'inbox.moveToInbox' },
    { to: 'trash', text: 'inbox.moveToTrash' },
  ],
  trash: [
    { to: 'inbox', text: 'inbox.moveToInbox' },
    { to: 'archive', text: 'inbox.moveToArchive' },
  ],
};

/** Plain form posts; each is done once however often it is pressed. */
export function MessageActions({ id, folder, t }: { id: string; folder: Folder; t: Translate }) {
  return (
    <section className="kv-row kv-no-print" aria-label={t('inbox.actionsLabel')}>
      {targets[folder].map(({ to, text }) => (
        <form key={to} method="post" action={`/inbox/messages/${id}/move`}>
          <input type="hidden" name="folder" value={to} />
          <Button variant="secondary">{t(text)}</Button>
        </form>
      ))}
      <form method="post" action={`/inbox/messages/${id}/unread`}>
        <Button variant="tertiary">{t('inbox.markUnread')}</Button>
      </form>
    </section>
  );
}
