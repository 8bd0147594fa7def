import type { CatalogueEntry } from '@/components/portal/catalogue-entry.ts';
import { formatMoney } from '@/lib/core/money.ts';
import { leastPriceMinor } from '@/lib/pricing/least-price.ts';
import type { ServiceDefinition } from '@/lib/services/definition.ts';
import { ownerName } from '@/lib/services/owner-name.ts';
import type { PublishedService } from '@/lib/services/published-services.ts';
import { serviceText } from '@/lib/services/service-texts.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { variants } from '@/lib/workflow/variants/registry.ts';

/** A published service in the words of one language. @param date today, `YYYY-MM-DD` in Europe/Oslo: the price of this day. */
export function catalogueEntry(
  { definition, owner, service }: PublishedService,
  t: Translate,
  date: string,
): CatalogueEntry {
  const text = serviceText(definition, t.language);
  return {
    slug: service.slug,
    title: text('service.title'),
    summary: text('service.summary'),
    owner: ownerName(owner, t.language),
    price: priceInShort(definition, t, date),
    category: definition.category,
  };
}

function priceInShort({ pricing, variant }: ServiceDefinition, t: Translate, date: string): string {
  if (!variants.get(variant).fill) return t('portal.priceIssued');
  const amountMinor = leastPriceMinor(pricing, { date });
  if (amountMinor === 0) return t('portal.priceDepends');
  return t('portal.priceFrom', {
    amount: inWhole(formatMoney({ amountMinor, currency: pricing.currency }, t.language)),
  });
}

/** `6 000,00 kr` → `6 000 kr`: a rough «from» reads better without empty decimals. */
function inWhole(amount: string): string {
  return amount.replace(/[.,]00(?!\d)/, '');
}
