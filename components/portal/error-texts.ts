import type { Language } from '@/lib/core/language.ts';

/**
 * The few words of an error page. They are not in lib/texts because that page runs in the browser on every page's budget,
 * and all of lib/texts would come with it.
 */
export const errorTexts: Record<
  Language,
  { title: string; text: string; advice: string; retry: string; frontPage: string }
> = {
  nb: {
    title: 'Noe gikk galt hos oss',
    text: 'Det du har fylt ut og lagret, er trygt. Har du betalt, skal du ikke betale på nytt. Kvitteringen kommer i meldingsboksen.',
    advice: 'Prøv igjen. Hjelper ikke det, kan du vente noen minutter og fortsette fra meldingsboksen.',
    retry: 'Prøv igjen',
    frontPage: 'Til forsiden',
  },
  nn: {
    title: 'Noko gjekk gale hos oss',
    text: 'Det du har fylt ut og lagra, er trygt. Har du betalt, skal du ikkje betale på nytt. Kvitteringa kjem i meldingsboksen.',
    advice: 'Prøv igjen. Hjelper ikkje det, kan du vente nokre minutt og halde fram frå meldingsboksen.',
    retry: 'Prøv igjen',
    frontPage: 'Til framsida',
  },
  en: {
    title: 'Something went wrong on our side',
    text: 'What you have filled in and saved is safe. If you have paid, do not pay again. The receipt will come in your message box.',
    advice: 'Try again. If that does not help, wait a few minutes and continue from the message box.',
    retry: 'Try again',
    frontPage: 'To the front page',
  },
};
