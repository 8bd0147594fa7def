/** The error page. Not among the areas of the index: that page runs in the browser, on every page's budget, and takes only this file of each language. */
export const errorPage = {
  title: 'Noko gjekk gale hos oss',
  text: 'Det du har fylt ut og lagra, er trygt. Har du betalt, skal du ikkje betale på nytt. Kvitteringa kjem i meldingsboksen.',
  advice: 'Prøv igjen. Hjelper ikkje det, kan du vente nokre minutt og halde fram frå meldingsboksen.',
  retry: 'Prøv igjen',
  frontPage: 'Til framsida',
};
