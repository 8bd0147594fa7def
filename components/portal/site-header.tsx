import type { Translate } from '@/lib/texts/translate.ts';
import { Wordmark } from '../ui/wordmark.tsx';
import { AccountMenu } from './account-menu.tsx';
import type { Frame } from './frame.ts';
import { InboxLink } from './inbox-link.tsx';
import { LanguageMenu } from './language-menu.tsx';

/** Name, message box, who one is and acts for, language; all of it works without JavaScript. */
export function SiteHeader({ frame, t }: { frame: Frame; t: Translate }) {
  const { visitor } = frame;
  return (
    <header className="kv-header">
      {frame.demo ? <p className="kv-demo">{t('portal.demoBanner')}</p> : null}
      <div className="kv-header-row">
        <a className="kv-home" href="/" aria-label={t('portal.home')}>
          <Wordmark />
        </a>
        <nav className="kv-header-menu" aria-label={t('portal.mainMenu')}>
          {visitor ? <InboxLink unread={visitor.unread} t={t} /> : null}
          <LanguageMenu path={frame.path} t={t} />
          {visitor ? (
            <AccountMenu visitor={visitor} path={frame.path} t={t} />
          ) : (
            <a className="ds-button" data-size="sm" href={signInHref(frame.path)}>
              {t('portal.signIn')}
            </a>
          )}
        </nav>
      </div>
    </header>
  );
}

function signInHref(path: string): string {
  return `/sign-in?next=${encodeURIComponent(path)}`;
}
