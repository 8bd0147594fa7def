import type { ReactNode } from 'react';
import type { Translate } from '@/lib/texts/translate.ts';
import { Alert } from '../ui/alert.tsx';
import type { Frame, Visitor } from './frame.ts';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';

/** Everything of `<body>` but scripts: the same around Next's pages and around documents of route handlers. */
export function PageFrame({ frame, t, children }: { frame: Frame; t: Translate; children: ReactNode }) {
  return (
    <>
      <a className="ds-skip-link" href="#main">
        {t('portal.skipToContent')}
      </a>
      <SiteHeader frame={frame} t={t} />
      <main className="kv-main" id="main" tabIndex={-1}>
        {frame.visitor ? <RoleNotice visitor={frame.visitor} t={t} /> : null}
        {children}
      </main>
      <SiteFooter t={t} />
    </>
  );
}

/** When the organisation one thinks one acts for is not the one that things are done for. */
function RoleNotice({ visitor, t }: { visitor: Visitor; t: Translate }) {
  if (visitor.unverified) {
    return (
      <div className="kv-page kv-notice">
        <Alert color="warning">
          <p>{t('portal.actingUnverified', { name: visitor.unverified.name })}</p>
        </Alert>
      </div>
    );
  }
  if (visitor.lostRole) {
    return (
      <div className="kv-page kv-notice">
        <Alert color="warning">
          <p>{t('portal.actingLost', { name: visitor.lostRole.name })}</p>
        </Alert>
      </div>
    );
  }
  return null;
}
