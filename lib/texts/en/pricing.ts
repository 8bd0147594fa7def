import type { pricing as nb } from '../nb/pricing.ts';

export const pricing: Record<keyof typeof nb, string> = {
  explainFixed: 'Fixed amount',
  explainCount: '{count} × {unitMinor}',
  explainCountUnit: '{count} {unitText} × {unitMinor}',
  explainCountIncluded: '{count}, of which {included} included: {charged} × {unitMinor}',
  explainCountUnitIncluded: '{count} {unitText}, of which {included} included: {charged} × {unitMinor}',
  explainOption: 'Price of what you chose: {amountMinor}',
  explainOptionText: '{optionText}: {amountMinor}',
  explainTierAll: '{count}: {amountMinor}',
  explainTierAllUnit: '{count} {unitText}: {amountMinor}',
  explainTierUpTo: '{count} is in the band up to {upTo}: {amountMinor}',
  explainTierUpToUnit: '{count} {unitText} is in the band up to {upTo} {unitText}: {amountMinor}',
  explainTierBetween: '{count} is in the band over {from} up to {upTo}: {amountMinor}',
  explainTierBetweenUnit:
    '{count} {unitText} is in the band over {from} up to {upTo} {unitText}: {amountMinor}',
  explainTierAbove: '{count} is in the band over {from}: {amountMinor}',
  explainTierAboveUnit: '{count} {unitText} is in the band over {from} {unitText}: {amountMinor}',
  explainBandAll: '{count} × {unitMinor}',
  explainBandAllUnit: '{count} {unitText} × {unitMinor}',
  explainBandUpTo: '{count} × {unitMinor} (up to {upTo})',
  explainBandUpToUnit: '{count} {unitText} × {unitMinor} (up to {upTo} {unitText})',
  explainBandBetween: '{count} × {unitMinor} (over {from} up to {upTo})',
  explainBandBetweenUnit: '{count} {unitText} × {unitMinor} (over {from} up to {upTo} {unitText})',
  explainBandAbove: '{count} × {unitMinor} (over {from})',
  explainBandAboveUnit: '{count} {unitText} × {unitMinor} (over {from} {unitText})',
  explainMinimum:
    'The minimum is {amountMinor}. The computed amount is {sumMinor}, and this is the difference.',
  incomplete: 'The price is computed once you have answered {labels}.',
  cannotCompute:
    'The price cannot be computed right now. Nothing has been charged. We have told those who run the service.',
};
