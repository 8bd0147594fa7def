import type { Frame } from '@/components/portal/frame.ts';
import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { translator } from '@/lib/texts/translate.ts';

/** Unknown addresses, and what belongs to somebody else: the same page for both. */
export function NotFoundHelp({ frame }: { frame: Frame }) {
  const t = translator(frame.language);
  const advice = frame.visitor ? t('portal.notFoundAdviceSignedIn') : t('portal.notFoundAdviceSignedOut');
  return (
    <HelpPage title={t('portal.notFoundTitle')} paragraphs={[t('portal.notFoundText'), advice]}>
      {frame.visitor ? <LinkButton href="/inbox">{t('portal.toInbox')}</LinkButton> : null}
      <LinkButton href="/" variant={frame.visitor ? 'secondary' : 'primary'}>
        {t('portal.toFrontPage')}
      </LinkButton>
    </HelpPage>
  );
}
