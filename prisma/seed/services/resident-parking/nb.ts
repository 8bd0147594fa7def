export const nb = {
  'service.title': 'Parkeringstillatelse for beboere',
  'service.summary':
    'Skaff bilen din tillatelse til å stå i sonen der du bor, for et kvartal eller et helt år.',
  'service.about': `Bor du i sentrum, ved havna eller i Testlia, kan du parkere i din egen sone uten å betale for hver gang. Tillatelsen gjelder én bil.

Du må være registrert på adressen i Folkeregisteret. Eier du ikke bilen selv, må noen i husstanden eller arbeidsgiveren din gjøre det.

Tillatelsen gir rett til å parkere der det er ledig, ikke til en fast plass.`,
  'service.need': `- registreringsnummeret til bilen
- hvilken sone du bor i
- et betalingskort, Vipps, eller en adresse for faktura`,
  'service.price': `- Elbil: 450\u00a0kr for et kvartal, 1\u00a0600\u00a0kr for et år
- Andre biler: 900\u00a0kr for et kvartal, 3\u00a0200\u00a0kr for et år

Satsene er eksempler. Gebyret er ikke merverdiavgiftspliktig.`,
  'service.purpose':
    'Kommunen bruker opplysningene til å gi tillatelsen, og parkeringsvaktene ser om bilen har en.',
  'service.legalBasis':
    'Vegtrafikkloven § 8. Personopplysninger behandles etter personvernforordningen artikkel 6 nr. 1 bokstav e.',
  'service.afterwards':
    'Tillatelsen er knyttet til registreringsnummeret, så du trenger ikke legge noe i frontruten. Kvitteringen ligger i meldingsboksen.',
  'payment.description': 'Parkeringstillatelse for beboere',

  'car.title': 'Bilen',
  'plate.title': 'Registreringsnummer',
  'plate.short': 'registreringsnummeret',
  'plate.description': 'Bokstaver og tall på skiltet, for eksempel EL 12345.',
  'engine.title': 'Hva slags bil er det?',
  'engine.short': 'hva slags bil det er',
  'engine.electric': 'Elbil',
  'engine.other': 'En annen bil',
  'owner.title': 'Hvem eier bilen?',
  'owner.short': 'hvem som eier bilen',
  'owner.self': 'Jeg',
  'owner.household': 'Noen andre i husstanden',
  'owner.work': 'Arbeidsgiveren min',
  'employer.title': 'Navn på arbeidsgiveren',
  'employer.short': 'navnet på arbeidsgiveren',

  'permit.title': 'Tillatelsen',
  'zone.title': 'Hvilken sone bor du i?',
  'zone.short': 'sonen du bor i',
  'zone.description': 'Sonen står på skiltene i gata der du bor.',
  'zone.centre': 'Sone 1, sentrum',
  'zone.harbour': 'Sone 2, havna',
  'zone.hill': 'Sone 3, Testlia',
  'period.title': 'Hvor lenge skal tillatelsen gjelde?',
  'period.short': 'hvor lenge tillatelsen skal gjelde',
  'period.quarter': 'Et kvartal',
  'period.year': 'Et år',
  'from.title': 'Fra dato',
  'from.short': 'startdatoen',
  'email.title': 'E-postadresse',
  'email.short': 'e-postadressen',
  'declaration.title': 'Bekreftelse',
  'declaration.short': 'bekreftelsen',
  'declaration.confirmed': 'Jeg bor i sonen, og opplysningene om bilen er riktige.',

  'price.permit': 'Parkeringstillatelse',
  'price.quarter': 'ett kvartal',
  'price.year': 'ett år',
} as const;
