/** The window's languages. `nn_NO` is not verified, so nynorsk gets bokmål. */
const WINDOW_LANGUAGES: Readonly<Record<string, string>> = {
  nb: 'nb_NO',
  nn: 'nb_NO',
  no: 'nb_NO',
  en: 'en_GB',
  sv: 'sv_SE',
  da: 'da_DK',
  fi: 'fi_FI',
};

/** The window's `language` for a BCP 47 tag (`nn-NO`, `en`); undefined when it has none: leave the field out. */
export function windowLanguage(tag: string): string | undefined {
  return WINDOW_LANGUAGES[tag.split(/[-_]/)[0]?.toLowerCase() ?? ''];
}
