import type { Translate } from '@/lib/texts/translate.ts';

/** The statements that law wants in reach of every page. */
export function SiteFooter({ t }: { t: Translate }) {
  return (
    <footer className="kv-footer">
      <nav className="kv-footer-row" aria-label={t('portal.footerMenu')}>
        <a className="ds-link" href="/accessibility">
          {t('portal.accessibilityLink')}
        </a>
        <a className="ds-link" href="/privacy">
          {t('portal.privacyLink')}
        </a>
        <span className="kv-muted">{t('portal.footerAbout')}</span>
      </nav>
    </footer>
  );
}
