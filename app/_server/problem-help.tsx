import { HelpPage } from '@/components/portal/help-page.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import type { KvittError } from '@/lib/core/errors.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { asksForLevel, higherSignIn } from './higher-sign-in.ts';

/** Why a request was refused, and where to go from there; without an error: something broke on our side. */
export function ProblemHelp({ error, t }: { error?: KvittError; t: Translate }) {
  const code = error?.code ?? 'unavailable';
  const higher = asksForLevel(error) && higherSignIn('/inbox', error);
  return (
    <HelpPage title={t(`problem.${code}Title`)} paragraphs={[t(`problem.${code}Body`)]}>
      {higher ? <LinkButton href={higher}>{t('identity.signInButton')}</LinkButton> : null}
      <LinkButton href="/inbox" variant={higher ? 'secondary' : 'primary'}>
        {t('payment.toInbox')}
      </LinkButton>
    </HelpPage>
  );
}
