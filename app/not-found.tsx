import type { Metadata } from 'next';
import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { translator } from '@/lib/texts/translate.ts';
import { pageFrameData } from './_server/page-frame-data.ts';

export async function generateMetadata(): Promise<Metadata> {
  const { frame } = await pageFrameData();
  return { title: translator(frame.language)('portal.notFoundTitle') };
}

/** Unknown addresses, and what belongs to somebody else: the same page for both. */
export default async function NotFound() {
  const { frame } = await pageFrameData();
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
