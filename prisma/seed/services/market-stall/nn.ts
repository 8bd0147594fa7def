import type { nb } from './nb.ts';

export const nn: Record<keyof typeof nb, string> = {
  'service.title': 'Leige av salsplass på Torget',
  'service.summary': 'Leig ein plass til å selje varer på Torget i Fjordvik, frå éin til fjorten dagar.',
  'service.about': `Både privatpersonar og bedrifter kan leige ein salsplass på Torget. Du set opp bod eller bord sjølv, mellom klokka 8 og 20.

Først betaler du, så signerer du torgreglane. Beløpet blir berre reservert på kortet når du betaler, og trekt når du har signert. Signerer du ikkje innan fem dagar, fell søknaden bort og reservasjonen blir oppheva.`,
  'service.need': `- kva du skal selje
- datoane du vil ha plassen
- eit betalingskort, Visa eller Mastercard`,
  'service.price': `For kvar dag:

- Liten plass, 3 meter: 250\u00a0kr
- Stor plass, 6 meter: 400\u00a0kr
- Straum: 75\u00a0kr, med 25 prosent meirverdiavgift

Satsane er døme. Leige av plassen er unnateke frå meirverdiavgift.`,
  'service.purpose':
    'Kommunen bruker opplysningane til å fordele plassane, til å nå deg på salsdagane og til å krevje inn leiga.',
  'service.legalBasis': 'Avtale om leige, personvernforordninga artikkel 6 nr. 1 bokstav b.',
  'service.afterwards':
    'Kvitteringa ligg i meldingsboksen når du har signert. Torgvakta viser deg plassen den første dagen.',
  'payment.description': 'Leige av salsplass på Torget',
  'signing.statement':
    'Eg stadfestar at opplysningane er rette, og at eg følgjer torgreglane så lenge eg leiger plassen.',

  'answer.yes': 'Ja',
  'answer.no': 'Nei',
  'unit.day': 'dagar',

  'goods.title': 'Varene',
  'goodsType.title': 'Kva skal du selje?',
  'goodsType.short': 'kva du skal selje',
  'goodsType.food': 'Mat og drikke',
  'goodsType.plants': 'Blomar og planter',
  'goodsType.handicraft': 'Handverk',
  'goodsType.other': 'Noko anna',
  'foodRules.title': 'Den som sel mat, må vere registrert hos Mattilsynet før den første dagen.',
  'goodsDescription.title': 'Beskriv varene',
  'goodsDescription.short': 'beskrivinga av varene',
  'phone.title': 'Telefonnummer',
  'phone.short': 'telefonnummeret',

  'stall.title': 'Plassen',
  'size.title': 'Kor stor plass treng du?',
  'size.short': 'kor stor plass du treng',
  'size.small': 'Liten, 3 meter',
  'size.large': 'Stor, 6 meter',
  'from.title': 'Frå dato',
  'from.short': 'startdatoen',
  'days.title': 'Kor mange dagar?',
  'days.short': 'talet på dagar',
  'days.description': 'Høgst fjorten dagar på rad.',
  'power.title': 'Treng du straum?',
  'power.short': 'ja eller nei for straum',
  'declaration.title': 'Rydding',
  'declaration.short': 'at du ryddar etter deg',
  'declaration.confirmed': 'Eg ryddar plassen kvar dag og tek med meg avfallet.',

  'price.small': 'Liten salsplass',
  'price.large': 'Stor salsplass',
  'price.power': 'Straum',
};
