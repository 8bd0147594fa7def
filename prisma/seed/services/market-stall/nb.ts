export const nb = {
  'service.title': 'Leie av salgsplass på Torget',
  'service.summary': 'Lei en plass til å selge varer på Torget i Fjordvik, fra én til fjorten dager.',
  'service.about': `Både privatpersoner og bedrifter kan leie en salgsplass på Torget. Du setter opp bod eller bord selv, mellom klokka 8 og 20.

Først betaler du, så signerer du torgreglene. Beløpet blir bare reservert på kortet når du betaler, og trukket når du har signert. Signerer du ikke innen fem dager, faller søknaden bort og reservasjonen blir opphevet.`,
  'service.need': `- hva du skal selge
- datoene du vil ha plassen
- et betalingskort, Visa eller Mastercard`,
  'service.price': `For hver dag:

- Liten plass, 3 meter: 250\u00a0kr
- Stor plass, 6 meter: 400\u00a0kr
- Strøm: 75\u00a0kr, med 25 prosent merverdiavgift

Satsene er eksempler. Leie av plassen er unntatt fra merverdiavgift.`,
  'service.purpose':
    'Kommunen bruker opplysningene til å fordele plassene, til å nå deg på salgsdagene og til å kreve inn leien.',
  'service.legalBasis': 'Avtale om leie, personvernforordningen artikkel 6 nr. 1 bokstav b.',
  'service.afterwards':
    'Kvitteringen ligger i meldingsboksen når du har signert. Torgvakten viser deg plassen den første dagen.',
  'payment.description': 'Leie av salgsplass på Torget',
  'signing.statement':
    'Jeg bekrefter at opplysningene er riktige, og at jeg følger torgreglene så lenge jeg leier plassen.',

  'answer.yes': 'Ja',
  'answer.no': 'Nei',
  'unit.day': 'dager',

  'goods.title': 'Varene',
  'goodsType.title': 'Hva skal du selge?',
  'goodsType.short': 'hva du skal selge',
  'goodsType.food': 'Mat og drikke',
  'goodsType.plants': 'Blomster og planter',
  'goodsType.handicraft': 'Håndverk',
  'goodsType.other': 'Noe annet',
  'foodRules.title': 'Den som selger mat, må være registrert hos Mattilsynet før den første dagen.',
  'goodsDescription.title': 'Beskriv varene',
  'goodsDescription.short': 'beskrivelsen av varene',
  'phone.title': 'Telefonnummer',
  'phone.short': 'telefonnummeret',

  'stall.title': 'Plassen',
  'size.title': 'Hvor stor plass trenger du?',
  'size.short': 'hvor stor plass du trenger',
  'size.small': 'Liten, 3 meter',
  'size.large': 'Stor, 6 meter',
  'from.title': 'Fra dato',
  'from.short': 'startdatoen',
  'days.title': 'Hvor mange dager?',
  'days.short': 'antall dager',
  'days.description': 'Høyst fjorten dager på rad.',
  'power.title': 'Trenger du strøm?',
  'power.short': 'ja eller nei for strøm',
  'declaration.title': 'Rydding',
  'declaration.short': 'at du rydder etter deg',
  'declaration.confirmed': 'Jeg rydder plassen hver dag og tar med meg avfallet.',

  'price.small': 'Liten salgsplass',
  'price.large': 'Stor salgsplass',
  'price.power': 'Strøm',
} as const;
