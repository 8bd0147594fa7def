import { Heading } from '@/components/ui/heading.tsx';
import type { Translate } from '@/lib/texts/translate.ts';

/** Shown for a moment while another request opens the payment page. */
export function OpeningPayment({ translate }: { translate: Translate }) {
  return (
    <div className="kv-page kv-stack">
      <Heading level={1}>{translate('payment.opening')}</Heading>
      <p role="status">{translate('payment.openingBody')}</p>
    </div>
  );
}
