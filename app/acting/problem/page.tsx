import { redirect } from 'next/navigation';
import { currentIdentity } from '@/app/_server/current-actor.ts';
import { currentLanguage } from '@/app/_server/current-language.ts';
import { page, pageMetadata } from '@/app/_server/guarded-page.tsx';
import { nextPath } from '@/app/_server/next-path.ts';
import { HelpPage } from '@/components/portal/help-page.tsx';
import { Button } from '@/components/ui/button.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import { translator } from '@/lib/texts/translate.ts';

export const generateMetadata = pageMetadata(async () => {
  return { title: translator(await currentLanguage())('identity.unverifiedTitle') };
});

/** When one cannot act for an organisation: the register does not answer, or says that there is no such role. */
export default page(async function ActingProblemPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await searchParams;
  const next = nextPath(query.next);
  const identity = await currentIdentity();
  if (!identity) redirect(`/sign-in?${new URLSearchParams({ next })}`);
  // The register answers again: on with it.
  if (identity.actor && query.reason === undefined) redirect(next);

  const t = translator(await currentLanguage());
  const noRole = query.reason === 'no_role';
  const paragraphs = noRole
    ? [t('identity.noRoleText')]
    : [
        t('identity.unverifiedText', { name: identity.unverified?.name ?? '–' }),
        t('identity.unverifiedSafe'),
      ];
  return (
    <HelpPage title={t(noRole ? 'identity.noRoleTitle' : 'identity.unverifiedTitle')} paragraphs={paragraphs}>
      {noRole ? null : <LinkButton href={next}>{t('identity.tryAgain')}</LinkButton>}
      <form method="post" action="/acting">
        <input type="hidden" name="next" value={next} />
        <Button variant={noRole ? 'primary' : 'secondary'}>{t('identity.continueAsSelf')}</Button>
      </form>
    </HelpPage>
  );
});
