import type { Pricing } from '@/lib/pricing/rule.ts';

/** Where one signs before one pays, the day of signing decides the tariff; elsewhere nobody has signed when the price is set. */
export function dateBasisOf({ steps }: { readonly steps: readonly string[] }): Pricing['dateBasis'] {
  const signsFirst = steps.includes('sign') && steps.indexOf('sign') < steps.indexOf('pay');
  return signsFirst ? 'signed' : 'submitted';
}
