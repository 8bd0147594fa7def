import type { Metadata } from 'next';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { translator } from '@/lib/texts/translate.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await currentLanguage())('identity.signedOutTitle') };
}

/** Where ID-porten sends the browser after logout; `?partly` when it could not be reached. */
export default async function SignedOutPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { partly } = await searchParams;
  const t = translator(await currentLanguage());
  return (
    <HelpPage
      title={t('identity.signedOutTitle')}
      paragraphs={[t(partly ? 'identity.signedOutPartly' : 'identity.signedOutText')]}
    >
      <LinkButton href="/">{t('identity.toFrontPage')}</LinkButton>
      <LinkButton href="/sign-in" variant="secondary">
        {t('identity.signInAgain')}
      </LinkButton>
    </HelpPage>
  );
}
