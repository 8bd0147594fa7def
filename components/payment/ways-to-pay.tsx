import type { Translate } from '@/lib/texts/translate.ts';
import type { Option } from '../ui/option.ts';
import { RadioGroup } from '../ui/radio-group.tsx';

export interface WaysToPayProps {
  /** In words; absent when there is something to choose. */
  text?: string;
  /** What to choose from before the payment page opens. */
  options?: readonly Option[];
  chosen?: string;
  /** Nothing was chosen. */
  error?: string;
  t: Translate;
}

/** How it may be paid: a sentence, or radio buttons where the provider must know beforehand. */
export function WaysToPay({ text, options, chosen, error, t }: WaysToPayProps) {
  if (!options)
    return text ? (
      <p>
        <strong>{t('payment.ways')}</strong> {text}
      </p>
    ) : null;
  return (
    <RadioGroup
      id="choice"
      name="choice"
      legend={t('payment.chooseLegend')}
      hint={t('payment.chooseHint')}
      options={options}
      value={chosen}
      error={error}
    />
  );
}
