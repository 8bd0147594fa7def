import type { nb } from './nb.ts';

export const nn: Record<keyof typeof nb, string> = {
  'service.title': 'Parkeringsløyve for bebuarar',
  'service.summary': 'Skaff bilen din løyve til å stå i sona der du bur, for eit kvartal eller eit heilt år.',
  'service.about': `Bur du i sentrum, ved hamna eller i Testlia, kan du parkere i di eiga sone utan å betale for kvar gong. Løyvet gjeld éin bil.

Du må vere registrert på adressa i Folkeregisteret. Eig du ikkje bilen sjølv, må nokon i husstanden eller arbeidsgivaren din gjere det.

Løyvet gir rett til å parkere der det er ledig, ikkje til ein fast plass.`,
  'service.need': `- registreringsnummeret til bilen
- kva sone du bur i
- eit betalingskort, Vipps, eller ei adresse for faktura`,
  'service.price': `- Elbil: 450\u00a0kr for eit kvartal, 1\u00a0600\u00a0kr for eit år
- Andre bilar: 900\u00a0kr for eit kvartal, 3\u00a0200\u00a0kr for eit år

Satsane er døme. Gebyret er ikkje meirverdiavgiftspliktig.`,
  'service.purpose':
    'Kommunen bruker opplysningane til å gi løyvet, og parkeringsvaktene ser om bilen har løyve.',
  'service.legalBasis':
    'Vegtrafikklova § 8. Personopplysningar blir behandla etter personvernforordninga artikkel 6 nr. 1 bokstav e.',
  'service.afterwards':
    'Løyvet er knytt til registreringsnummeret, så du treng ikkje leggje noko i frontruta. Kvitteringa ligg i meldingsboksen.',
  'payment.description': 'Parkeringsløyve for bebuarar',

  'car.title': 'Bilen',
  'plate.title': 'Registreringsnummer',
  'plate.short': 'registreringsnummeret',
  'plate.description': 'Bokstavar og tal på skiltet, til dømes EL 12345.',
  'engine.title': 'Kva slags bil er det?',
  'engine.short': 'kva slags bil det er',
  'engine.electric': 'Elbil',
  'engine.other': 'Ein annan bil',
  'owner.title': 'Kven eig bilen?',
  'owner.short': 'kven som eig bilen',
  'owner.self': 'Eg',
  'owner.household': 'Nokon andre i husstanden',
  'owner.work': 'Arbeidsgivaren min',
  'employer.title': 'Namn på arbeidsgivaren',
  'employer.short': 'namnet på arbeidsgivaren',

  'permit.title': 'Løyvet',
  'zone.title': 'Kva sone bur du i?',
  'zone.short': 'sona du bur i',
  'zone.description': 'Sona står på skilta i gata der du bur.',
  'zone.centre': 'Sone 1, sentrum',
  'zone.harbour': 'Sone 2, hamna',
  'zone.hill': 'Sone 3, Testlia',
  'period.title': 'Kor lenge skal løyvet gjelde?',
  'period.short': 'kor lenge løyvet skal gjelde',
  'period.quarter': 'Eit kvartal',
  'period.year': 'Eit år',
  'from.title': 'Frå dato',
  'from.short': 'startdatoen',
  'email.title': 'E-postadresse',
  'email.short': 'e-postadressa',
  'declaration.title': 'Stadfesting',
  'declaration.short': 'stadfestinga',
  'declaration.confirmed': 'Eg bur i sona, og opplysningane om bilen er rette.',

  'price.permit': 'Parkeringsløyve',
  'price.quarter': 'eitt kvartal',
  'price.year': 'eitt år',
};
