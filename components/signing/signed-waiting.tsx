import { Heading } from '@/components/ui/heading.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import type { Language } from '@/lib/core/language.ts';
import type { Translate } from '@/lib/texts/translate.ts';

interface Props {
  title: string;
  /** That the title is written in. */
  caseLanguage: Language | undefined;
  translate: Translate;
}

/** For a party that has nothing more to sign while the case waits for something else. */
export function SignedWaiting({ title, caseLanguage, translate: t }: Props) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <p className="kv-muted" lang={caseLanguage}>
        {title}
      </p>
      <Heading level={1}>{t('signing.waitingTitle')}</Heading>
      <p>{t('signing.waitingText')}</p>
      <div className="kv-actions">
        <LinkButton href="/inbox">{t('signing.toInbox')}</LinkButton>
      </div>
    </div>
  );
}
