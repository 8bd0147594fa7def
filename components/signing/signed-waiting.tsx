import { Heading } from '@/components/ui/heading.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import type { Translate } from '@/lib/texts/translate.ts';

/** For a party that has nothing more to sign while the case waits for something else. */
export function SignedWaiting({ title, translate: t }: { title: string; translate: Translate }) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <p className="kv-muted">{title}</p>
      <Heading level={1}>{t('signing.waitingTitle')}</Heading>
      <p>{t('signing.waitingText')}</p>
      <div className="kv-actions">
        <LinkButton href="/inbox">{t('signing.toInbox')}</LinkButton>
      </div>
    </div>
  );
}
