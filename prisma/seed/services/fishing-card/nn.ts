import type { nb } from './nb.ts';

export const nn: Record<keyof typeof nb, string> = {
  'service.title': 'Kjøp fiskekort',
  'service.summary':
    'Kjøp fiskekort for Fjordelva og vatna i Fjordvik, for eitt døgn, ei veke eller heile sesongen.',
  'service.about': `Du treng fiskekort for å fiske med stong i Fjordelva og i vatna på grunnen til kommunen. Barn under 16 år fiskar gratis.

Eitt kjøp kan gjelde fleire vaksne, til dømes ein familie på tur.

Kortet gjeld ikkje laks, sjøaure og sjørøye. Fiskar du etter dei, må du òg ha betalt fiskaravgifta til staten.`,
  'service.need': `- datoen kortet skal gjelde frå, om det ikkje er for heile sesongen
- talet på vaksne som skal fiske
- Vipps på telefonen`,
  'service.price': `For kvar vaksen:

- Døgnkort: 120\u00a0kr
- Vekekort: 300\u00a0kr
- Sesongkort: 650\u00a0kr

Prisane er døme. Fiskekort er ikkje meirverdiavgiftspliktig.`,
  'service.purpose':
    'Kommunen bruker opplysningane til å selje fiskekort og til å kontrollere at dei som fiskar, har gyldig kort.',
  'service.legalBasis': 'Avtale om kjøp, personvernforordninga artikkel 6 nr. 1 bokstav b.',
  'service.afterwards':
    'Kvitteringa i meldingsboksen er fiskekortet ditt. Vis ho på telefonen om nokon spør medan du fiskar.',
  'payment.description': 'Fiskekort for Fjordvik',

  'card.title': 'Fiskekortet',
  'period.title': 'Kor lenge skal kortet gjelde?',
  'period.short': 'kor lenge kortet skal gjelde',
  'period.day': 'Eitt døgn',
  'period.week': 'Éi veke',
  'period.season': 'Heile sesongen',
  'from.title': 'Frå dato',
  'from.short': 'startdatoen',
  'season.title': 'Sesongen varer frå 1. juni til 31. august.',
  'adults.title': 'Kor mange vaksne skal fiske?',
  'adults.short': 'talet på vaksne',
  'adults.description': 'Alle som har fylt 16 år. Høgst ti på kvart kort.',
  'unit.adult': 'kort',
  'declaration.title': 'Fiskereglar',
  'declaration.short': 'at de kjenner fiskereglane',
  'declaration.confirmed': 'Alle som skal fiske, kjenner fiskereglane for Fjordvik.',

  'price.day': 'Døgnkort',
  'price.week': 'Vekekort',
  'price.season': 'Sesongkort',
};
