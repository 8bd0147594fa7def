import { Heading } from '@/components/ui/heading.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import type { Translate } from '@/lib/texts/translate.ts';

/** Shown when another request takes its time to open the payment page. @param path of this page, to look again. */
export function OpeningPayment({ path, translate }: { path: string; translate: Translate }) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <Heading level={1}>{translate('payment.opening')}</Heading>
      <p>{translate('payment.openingBody')}</p>
      <div className="kv-actions">
        <LinkButton href={path}>{translate('payment.checkAgain')}</LinkButton>
      </div>
    </div>
  );
}
