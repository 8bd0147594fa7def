/** The error page. Not among the areas of the index: that page runs in the browser, on every page's budget, and takes only this file of each language. */
export const errorPage = {
  title: 'Noe gikk galt hos oss',
  text: 'Det du har fylt ut og lagret, er trygt. Har du betalt, skal du ikke betale på nytt. Kvitteringen kommer i meldingsboksen.',
  advice: 'Prøv igjen. Hjelper ikke det, kan du vente noen minutter og fortsette fra meldingsboksen.',
  retry: 'Prøv igjen',
  frontPage: 'Til forsiden',
};
