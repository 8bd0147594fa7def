/** What the sign-in page says, by language. */
export interface SignInTexts {
  title: string;
  intro: string;
  level: string;
  onlyHigh: string;
  substantial: string;
  high: string;
  people: string;
  signedIn: string;
  signInAs: string;
  cancel: string;
  wrongChoice: string;
}

const texts: Record<'nb' | 'nn' | 'en', SignInTexts> = {
  nb: {
    title: 'Logg inn med ID-porten',
    intro: 'Velg hvem du vil være. Alle er oppdiktet, og fødselsnumrene er syntetiske.',
    level: 'Innloggingsmåte',
    onlyHigh: 'Tjenesten krever høyt nivå.',
    substantial: 'MinID (betydelig nivå)',
    high: 'BankID (høyt nivå)',
    people: 'Velg person',
    signedIn: 'innlogget nå',
    signInAs: 'Logg inn som',
    cancel: 'Avbryt',
    wrongChoice: 'Velg en av personene og en av innloggingsmåtene.',
  },
  nn: {
    title: 'Logg inn med ID-porten',
    intro: 'Vel kven du vil vere. Alle er oppdikta, og fødselsnumra er syntetiske.',
    level: 'Innloggingsmåte',
    onlyHigh: 'Tenesta krev høgt nivå.',
    substantial: 'MinID (betydeleg nivå)',
    high: 'BankID (høgt nivå)',
    people: 'Vel person',
    signedIn: 'innlogga no',
    signInAs: 'Logg inn som',
    cancel: 'Avbryt',
    wrongChoice: 'Vel ein av personane og ein av innloggingsmåtane.',
  },
  en: {
    title: 'Sign in with ID-porten',
    intro: 'Choose who to be. Everyone is invented, and the national identity numbers are synthetic.',
    level: 'Way of signing in',
    onlyHigh: 'The service asks for a high level of assurance.',
    substantial: 'MinID (substantial level)',
    high: 'BankID (high level)',
    people: 'Choose a person',
    signedIn: 'signed in now',
    signInAs: 'Sign in as',
    cancel: 'Cancel',
    wrongChoice: 'Choose one of the people and one of the ways of signing in.',
  },
};

/** First language of a space-separated `ui_locales` that ID-porten has (nb, nn, en, se), else nb. */
export function pickLocale(uiLocales: unknown): string {
  const asked = typeof uiLocales === 'string' ? uiLocales.split(' ') : [];
  return asked.find((locale) => ['nb', 'nn', 'en', 'se'].includes(locale)) ?? 'nb';
}

/** The texts in that language; se (Northern Sami) is shown in bokmål. */
export function textsFor(locale: string): SignInTexts {
  return locale === 'nn' || locale === 'en' ? texts[locale] : texts.nb;
}
