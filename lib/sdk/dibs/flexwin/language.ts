/** FlexWin's languages; `nn` is not among the published ones, so nynorsk gets bokmål. */
const LANGUAGES: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  no: 'no',
  en: 'en',
  sv: 'sv',
  da: 'da',
  fi: 'fi',
};

/** The window's `lang` for a BCP 47 tag (`nn-NO`, `en`); undefined when it has none: leave the field out. */
export function flexWinLanguage(tag: string): string | undefined {
  return LANGUAGES[tag.split(/[-_]/)[0]?.toLowerCase() ?? ''];
}
