import type { Language } from '@/lib/core/language.ts';
import type { TextKey } from './messages.ts';

/** Names of the languages in the language of the page. */
export const languageNames: Record<Language, TextKey> = {
  nb: 'adminService.languageNb',
  nn: 'adminService.languageNn',
  en: 'adminService.languageEn',
};

/** What the texts that every service has are called. */
export const commonTextNames: Readonly<Record<string, TextKey>> = {
  'service.title': 'adminService.keyTitle',
  'service.summary': 'adminService.keySummary',
  'service.about': 'adminService.keyAbout',
  'service.need': 'adminService.keyNeed',
  'service.price': 'adminService.keyPrice',
  'service.purpose': 'adminService.keyPurpose',
  'service.legalBasis': 'adminService.keyLegalBasis',
  'service.afterwards': 'adminService.keyAfterwards',
  'signing.statement': 'adminService.keyStatement',
  'payment.description': 'adminService.keyPaymentDescription',
};

/** A text's name for people: its common name, else the text itself, cut short, else its key. */
export function textName(key: string, text: string | undefined, t: (key: TextKey) => string): string {
  const common = Object.hasOwn(commonTextNames, key) ? commonTextNames[key] : undefined;
  if (common) return t(common);
  const line = text?.replace(/\s+/g, ' ').trim();
  if (!line) return key;
  return line.length > 70 ? `${line.slice(0, 67)}…` : line;
}
