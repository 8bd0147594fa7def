import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import type { KvittError } from '@/lib/core/errors.ts';
import type { Translate } from '@/lib/texts/translate.ts';

/** Why a request was refused, and where to go from there; without an error: something broke on our side. */
export function ProblemHelp({ error, t }: { error?: KvittError; t: Translate }) {
  const code = error?.code ?? 'unavailable';
  const higher = code === 'step_up_required' && { next: '/inbox', level: error?.details.acr ?? '' };
  return (
    <HelpPage title={t(`problem.${code}Title`)} paragraphs={[t(`problem.${code}Body`)]}>
      {higher ? (
        <LinkButton href={`/sign-in?${new URLSearchParams(higher)}`}>{t('identity.signInButton')}</LinkButton>
      ) : null}
      <LinkButton href="/inbox" variant={higher ? 'secondary' : 'primary'}>
        {t('payment.toInbox')}
      </LinkButton>
    </HelpPage>
  );
}
