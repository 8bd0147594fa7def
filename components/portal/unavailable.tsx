import type { Translate } from '@/lib/texts/translate.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { HelpPage } from './help-page.tsx';

/** When the database or another part that every page needs does not answer. */
export function Unavailable({ path, t }: { path: string; t: Translate }) {
  return (
    <HelpPage
      title={t('portal.unavailableTitle')}
      paragraphs={[t('portal.unavailableText'), t('portal.unavailablePaid'), t('portal.unavailableAdvice')]}
    >
      <LinkButton href={path}>{t('portal.errorRetry')}</LinkButton>
    </HelpPage>
  );
}
