import type { pricing as nb } from '../nb/pricing.ts';

export const pricing: Record<keyof typeof nb, string> = {
  explainFixed: 'Fast beløp',
  explainCount: '{count} ×\u00a0{unitMinor}',
  explainCountUnit: '{count} {unitText} ×\u00a0{unitMinor}',
  explainCountIncluded: '{count}, der {included} er inkludert: {charged}\u00a0×\u00a0{unitMinor}',
  explainCountUnitIncluded:
    '{count} {unitText}, der {included} er inkludert: {charged}\u00a0×\u00a0{unitMinor}',
  explainOption: 'Pris for det du har valt: {amountMinor}',
  explainOptionText: '{optionText}: {amountMinor}',
  explainTierAll: '{count}: {amountMinor}',
  explainTierAllUnit: '{count} {unitText}: {amountMinor}',
  explainTierUpTo: '{count} er i trinnet til og med {upTo}: {amountMinor}',
  explainTierUpToUnit: '{count} {unitText} er i trinnet til og med {upTo} {unitText}: {amountMinor}',
  explainTierBetween: '{count} er i trinnet over {from} til og med {upTo}: {amountMinor}',
  explainTierBetweenUnit:
    '{count} {unitText} er i trinnet over {from} til og med {upTo} {unitText}: {amountMinor}',
  explainTierAbove: '{count} er i trinnet over {from}: {amountMinor}',
  explainTierAboveUnit: '{count} {unitText} er i trinnet over {from} {unitText}: {amountMinor}',
  explainBandAll: '{count} ×\u00a0{unitMinor}',
  explainBandAllUnit: '{count} {unitText} ×\u00a0{unitMinor}',
  explainBandUpTo: '{count} ×\u00a0{unitMinor} (til og med {upTo})',
  explainBandUpToUnit: '{count} {unitText} ×\u00a0{unitMinor} (til og med {upTo} {unitText})',
  explainBandBetween: '{count} ×\u00a0{unitMinor} (over {from} til og med {upTo})',
  explainBandBetweenUnit: '{count} {unitText} ×\u00a0{unitMinor} (over {from} til og med {upTo} {unitText})',
  explainBandAbove: '{count} ×\u00a0{unitMinor} (over {from})',
  explainBandAboveUnit: '{count} {unitText} ×\u00a0{unitMinor} (over {from} {unitText})',
  explainMinimum: 'Minstebeløpet er {amountMinor}. Utrekna beløp er {sumMinor}, og dette er skilnaden.',
  incomplete: 'Prisen blir rekna ut når du har svart på {labels}.',
  cannotCompute: 'Prisen kan ikkje reknast ut no. Ingenting er trekt. Vi har varsla dei som har tenesta.',
};
