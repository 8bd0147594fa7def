import type { Translate } from '@/lib/texts/translate.ts';

/** A level of ID-porten in words. */
export function levelName(acr: string, t: Translate): string {
  switch (acr) {
    case 'idporten-loa-low':
      return t('signing.levelLow');
    case 'idporten-loa-substantial':
      return t('signing.levelSubstantial');
    case 'idporten-loa-high':
      return t('signing.levelHigh');
    default:
      return acr;
  }
}
