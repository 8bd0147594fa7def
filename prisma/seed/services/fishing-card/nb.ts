export const nb = {
  'service.title': 'Kjøp fiskekort',
  'service.summary':
    'Kjøp fiskekort for Fjordelva og vannene i Fjordvik, for ett døgn, en uke eller hele sesongen.',
  'service.about': `Du trenger fiskekort for å fiske med stang i Fjordelva og i vannene på kommunens grunn. Barn under 16 år fisker gratis.

Ett kjøp kan gjelde flere voksne, for eksempel en familie på tur.

Kortet gjelder ikke laks, sjøørret og sjørøye. Fisker du etter dem, må du også ha betalt fiskeravgiften til staten.`,
  'service.need': `- datoen kortet skal gjelde fra, hvis det ikke er for hele sesongen
- antall voksne som skal fiske
- Vipps på telefonen`,
  'service.price': `For hver voksen:

- Døgnkort: 120\u00a0kr
- Ukekort: 300\u00a0kr
- Sesongkort: 650\u00a0kr

Prisene er eksempler. Fiskekort er ikke merverdiavgiftspliktig.`,
  'service.purpose':
    'Kommunen bruker opplysningene til å selge fiskekort og til å kontrollere at de som fisker, har gyldig kort.',
  'service.legalBasis': 'Avtale om kjøp, personvernforordningen artikkel 6 nr. 1 bokstav b.',
  'service.afterwards':
    'Kvitteringen i meldingsboksen er fiskekortet ditt. Vis den på telefonen hvis noen spør mens du fisker.',
  'payment.description': 'Fiskekort for Fjordvik',

  'card.title': 'Fiskekortet',
  'period.title': 'Hvor lenge skal kortet gjelde?',
  'period.short': 'hvor lenge kortet skal gjelde',
  'period.day': 'Ett døgn',
  'period.week': 'Én uke',
  'period.season': 'Hele sesongen',
  'from.title': 'Fra dato',
  'from.short': 'startdatoen',
  'season.title': 'Sesongen varer fra 1. juni til 31. august.',
  'adults.title': 'Hvor mange voksne skal fiske?',
  'adults.short': 'antall voksne',
  'adults.description': 'Alle som har fylt 16 år. Høyst ti på hvert kort.',
  'unit.adult': 'kort',
  'declaration.title': 'Fiskeregler',
  'declaration.short': 'at dere kjenner fiskereglene',
  'declaration.confirmed': 'Alle som skal fiske, kjenner fiskereglene for Fjordvik.',

  'price.day': 'Døgnkort',
  'price.week': 'Ukekort',
  'price.season': 'Sesongkort',
} as const;
