import { cardDigits } from '@/lib/core/card-digits.ts';
import type { PaymentAttempt } from '@/lib/db/generated/client.ts';
import type { Translate } from '@/lib/texts/translate.ts';
import { providers } from './providers/registry.ts';

/** What a payment was paid with, as far as its provider has told. */
export type PaidWith = Pick<PaymentAttempt, 'provider' | 'method' | 'maskedCard'>;

/**
 * What the payer used, to stand in a sentence about where money is held or goes back to: «Visa-kortet du betalte med
 * (•••• 0004)», «betalingsmåten du brukte (…)»; where the provider told nothing that we have words for, «betalingsmåten
 * du brukte». A name that only the provider knows is left out: it is no word of the payer's.
 * @param paid absent when it was paid in several ways, or nobody knows which.
 */
export function paidWithWords(paid: PaidWith | undefined, t: Translate): string {
  const method = paid && providers.find(paid.provider)?.methods.find(({ name }) => name === paid.method);
  const name = method?.isRest ? undefined : method?.words[t.language];
  const known = cardDigits(paid?.maskedCard);
  // Bullets and digits belong on one line.
  const digits = known ? ` (${known.replace(' ', '\u00a0')})` : '';
  if (name && method?.isCard) return t('payment.usedCardOf', { brand: name, digits });
  if (name) return t('payment.usedMethod', { method: name });
  return known ? t('payment.usedCard', { digits }) : t('payment.usedUnknown');
}
