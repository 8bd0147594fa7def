import type { ReactNode } from 'react';
import type { Language } from '@/lib/core/language.ts';
import type { StaffActor } from '@/lib/core/staff-actor.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { LanguageMenu } from '../portal/language-menu.tsx';
import { SiteFooter } from '../portal/site-footer.tsx';
import { Wordmark } from '../ui/wordmark.tsx';
import { staffSections } from './staff-sections.ts';

export interface StaffFrameData {
  language: Language;
  /** Path and query of the page, to come back to. */
  path: string;
  /** Whether everything here is invented. */
  demo: boolean;
  /** Who is signed in, and the name of the owner they work for; absent when nobody is. */
  staff?: StaffActor;
  owner?: string;
}

/** Everything of an admin page's `<body>` but scripts. It knows nothing of citizens' sessions. */
export function StaffFrame({
  frame,
  t,
  children,
}: {
  frame: StaffFrameData;
  t: Translate;
  children: ReactNode;
}) {
  return (
    <>
      <a className="ds-skip-link" href="#main">
        {t('portal.skipToContent')}
      </a>
      <header className="kv-header">
        {frame.demo ? <p className="kv-demo">{t('portal.demoBanner')}</p> : null}
        <div className="kv-header-row">
          <a className="kv-home" href="/admin" aria-label={t('admin.home')}>
            <Wordmark />
          </a>
          <nav className="kv-header-menu" aria-label={t('portal.mainMenu')}>
            <LanguageMenu path={frame.path} t={t} />
            {frame.staff ? <StaffMenu staff={frame.staff} owner={frame.owner ?? ''} t={t} /> : null}
          </nav>
        </div>
        {frame.staff ? <Sections frame={frame} staff={frame.staff} t={t} /> : null}
      </header>
      <main className="kv-main" id="main" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter t={t} />
    </>
  );
}

function StaffMenu({ staff, owner, t }: { staff: StaffActor; owner: string; t: Translate }) {
  return (
    <>
      <span className="kv-account-name">
        <strong>{owner}</strong>
        <span className="kv-account-person">{staff.name}</span>
      </span>
      <form method="post" action="/admin/sign-out">
        <button type="submit" className="ds-button" data-variant="tertiary" data-size="sm">
          {t('portal.signOut')}
        </button>
      </form>
    </>
  );
}

function Sections({ frame, staff, t }: { frame: StaffFrameData; staff: StaffActor; t: Translate }) {
  const [path = ''] = frame.path.split('?');
  return (
    <nav className="kv-header-row" aria-label={t('admin.sections')}>
      <ul className="kv-folders">
        {staffSections(staff).map(({ href, text }) => (
          <li key={href}>
            <a href={href} aria-current={isCurrent(href, path) ? 'page' : undefined}>
              {t(text)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function isCurrent(href: string, path: string): boolean {
  return href === '/admin' ? path === href || path.startsWith('/admin/services') : path.startsWith(href);
}
