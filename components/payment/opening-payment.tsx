import { Heading } from '@/components/ui/heading.tsx';
import { LinkButton } from '@/components/ui/link-button.tsx';
import type { Translate } from '@/lib/texts/translate.ts';

/** Shown when another request takes its time to open the payment page. @param path of this page, which goes on to the payment page as soon as it is open. */
export function OpeningPayment({ path, translate }: { path: string; translate: Translate }) {
  return (
    <div className="kv-page kv-stack" data-gap="lg">
      <Heading level={1}>{translate('payment.opening')}</Heading>
      <p>{translate('payment.openingBody')}</p>
      <div className="kv-actions">
        <LinkButton href={path}>{translate('payment.openingButton')}</LinkButton>
      </div>
    </div>
  );
}
