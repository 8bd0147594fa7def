import type { pricing as nb } from '../nb/pricing.ts';

export const pricing: Record<keyof typeof nb, string> = {
  explainFixed: 'Fixed amount',
  explainCount: '{count} ×\u00a0{unitMinor}',
  explainCountUnit: '{count} {unitText} ×\u00a0{unitMinor}',
  explainCountIncluded: '{count}, of which {included} included: {charged}\u00a0×\u00a0{unitMinor}',
  explainCountUnitIncluded:
    '{count} {unitText}, of which {included} included: {charged}\u00a0×\u00a0{unitMinor}',
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
  explainBandAll: '{count} ×\u00a0{unitMinor}',
  explainBandAllUnit: '{count} {unitText} ×\u00a0{unitMinor}',
  explainBandUpTo: '{count} ×\u00a0{unitMinor} (up to {upTo})',
  explainBandUpToUnit: '{count} {unitText} ×\u00a0{unitMinor} (up to {upTo} {unitText})',
  explainBandBetween: '{count} ×\u00a0{unitMinor} (over {from} up to {upTo})',
  explainBandBetweenUnit: '{count} {unitText} ×\u00a0{unitMinor} (over {from} up to {upTo} {unitText})',
  explainBandAbove: '{count} ×\u00a0{unitMinor} (over {from})',
  explainBandAboveUnit: '{count} {unitText} ×\u00a0{unitMinor} (over {from} {unitText})',
  explainMinimum:
    'The minimum is {amountMinor}. The calculated amount is {sumMinor}, and this is the difference.',
  incomplete: 'The price is calculated once you have answered {labels}.',
  cannotCompute:
    'The price cannot be calculated right now. Nothing has been charged. We have told those who run the service.',
};
