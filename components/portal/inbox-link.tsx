import type { Translate } from '@/lib/texts/translate.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** The way to the message box, with how many messages wait there. */
export function InboxLink({ unread, t }: { unread: number; t: Translate }) {
  return (
    <a className="kv-menu-link" href="/inbox">
      {t('portal.inbox')}
      {unread > 0 ? (
        <>
          <span className="kv-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
          <VisuallyHidden>, {t('portal.inboxUnread', { count: unread })}</VisuallyHidden>
        </>
      ) : null}
    </a>
  );
}
