export const nb = {
  'service.title': 'Leie av kommunale lokaler',
  'service.summary':
    'Lei en sal, et møterom eller kjøkkenet i Fjordvik kulturhus for en eller flere dager, og betal med en gang.',
  'service.about': `Privatpersoner, lag og bedrifter kan leie lokaler i Fjordvik kulturhus. For hver dag velger du hvilke rom du trenger, og når du skal bruke dem.

Prisen regnes ut mens du fyller ut. Du betaler leie og depositum når du sender inn. Er lokalene opptatt, får du alle pengene tilbake.

Én person må være ansvarlig og til stede så lenge arrangementet varer.`,
  'service.need': `- datoer og klokkeslett
- fødselsnummer og etternavn til den som skal være ansvarlig på stedet
- organisasjonsnummer, hvis du leier for et lag eller en forening
- kontonummeret som depositumet skal betales tilbake til
- vaktliste, hvis dere blir flere enn 150
- et betalingskort`,
  'service.price': `**Leie av rom**, for hver dag

- Storsalen: 1\u00a0200\u00a0kr på hverdager før kl. 16, 1\u00a0800\u00a0kr på hverdager etter kl. 16 og 3\u00a0200\u00a0kr i helger
- Lillesalen: 600\u00a0kr, 900\u00a0kr og 1\u00a0600\u00a0kr
- Møterommet: 250\u00a0kr, 350\u00a0kr og 500\u00a0kr
- Kjøkkenet: 400\u00a0kr, 600\u00a0kr og 900\u00a0kr

Leien er til sammen minst 800\u00a0kr og høyst 12\u00a0000\u00a0kr. Lag og foreninger får 50 prosent rabatt på den. Selger du billetter, betaler du i tillegg 5 prosent av billettinntekten du venter, minst 500\u00a0kr og høyst 8\u00a0000\u00a0kr. Dette er unntatt fra merverdiavgift.

**Utstyr og tjenester**, med 25 prosent merverdiavgift

- Lydanlegg: 1\u00a0250\u00a0kr
- Projektor og lerret: 500\u00a0kr
- Scene: 1\u00a0500\u00a0kr
- Flygel: 750\u00a0kr
- Ekstra bord og stoler: 250\u00a0kr
- Vaktmester til stede: 625\u00a0kr per dag
- Renhold: 875\u00a0kr per dag, hvis kommunen skal gjøre det

**Depositum**: 2\u00a0000\u00a0kr, som du får tilbake når lokalene er kontrollert.

Satsene den dagen du sender inn, gjelder. Satsene er eksempler.`,
  'service.purpose':
    'Kommunen bruker opplysningene til å leie ut lokalene, til å nå den som er ansvarlig på stedet, og til å betale tilbake depositumet.',
  'service.legalBasis':
    'Avtale om leie, personvernforordningen artikkel 6 nr. 1 bokstav b. Fødselsnummeret brukes for å være sikker på hvem som er ansvarlig, personopplysningsloven § 12.',
  'service.afterwards':
    'Kvitteringen kommer i meldingsboksen. Vi bekrefter leien innen to virkedager og sender nøkkelkode dagen før. Depositumet er på kontoen din innen 14 dager etter den siste dagen.',
  'payment.description': 'Leie av lokaler i Fjordvik kulturhus',

  'answer.yes': 'Ja',
  'answer.no': 'Nei',
  'unit.day': 'dager',

  'renter.title': 'Hvem som leier',
  'rulesIntro.title': 'Les husreglene først. Den som leier, har ansvar for at de blir fulgt.',
  'houseRules.title': 'Husregler for Fjordvik kulturhus',
  'houseRules.target': '/demo/premises/house-rules-nb.html',
  'renterType.title': 'Hvem leier du for?',
  'renterType.short': 'hvem du leier for',
  'renterType.private': 'Meg selv, eller noen jeg kjenner',
  'renterType.voluntary': 'Et lag eller en forening',
  'renterType.business': 'En bedrift eller noen andre',
  'societyDiscount.title':
    'Lag og foreninger får 50 prosent rabatt på leien av lokalene. Rabatten er med i prisen du ser.',
  'organisation.title': 'Organisasjonen',
  'organisation.description': 'Bare lag og foreninger må fylle ut dette. Da får de rabatten.',
  'responsible.title': 'Den som er ansvarlig på stedet',
  'responsible.description': 'Må ha fylt 18 år og være til stede så lenge arrangementet varer.',
  'organisation.name': 'Navnet på organisasjonen',
  'responsible.name': 'Navnet på den ansvarlige',
  'phone.title': 'Telefonnummer til den ansvarlige',
  'phone.short': 'telefonnummeret',
  'email.title': 'E-postadresse',
  'email.short': 'e-postadressen',

  'event.title': 'Arrangementet',
  'eventName.title': 'Hva heter arrangementet?',
  'eventName.short': 'navnet på arrangementet',
  'eventName.description': 'Står på skjermen ved inngangen, for eksempel «Årsmøte i velforeningen».',
  'eventType.title': 'Hva slags arrangement er det?',
  'eventType.short': 'type arrangement',
  'eventType.celebration': 'Feiring eller minnestund',
  'eventType.meeting': 'Møte eller konferanse',
  'eventType.course': 'Kurs eller øvelse',
  'eventType.concert': 'Konsert eller forestilling',
  'eventType.market': 'Messe eller loppemarked',
  'eventType.other': 'Noe annet',
  'participants.title': 'Hvor mange blir dere?',
  'participants.short': 'antall deltakere',
  'participants.description': 'Tell med dem som arbeider. Huset kan ta 330.',
  'crowdWarning.title':
    'Dere blir flere enn 150. Da må dere ha egne brannvakter. Du laster opp en vaktliste senere i skjemaet.',
  'ticketed.title': 'Selger dere billetter?',
  'ticketed.short': 'ja eller nei for billetter',
  'expectedIncome.title': 'Hvor mye venter dere å selge billetter for?',
  'expectedIncome.short': 'billettinntekten',
  'expectedIncome.description': 'I kroner, for alle dagene til sammen. Kommunen får 5 prosent.',

  'days.title': 'Dager og rom',
  'floorPlan.alt':
    'Plantegning av Fjordvik kulturhus. Inngangen er nederst, til foajeen. Storsalen ligger til venstre for foajeen og Lillesalen til høyre. Møterommet og kjøkkenet ligger innerst, bak foajeen. Kjøkkenet har dør til Storsalen.',
  'aboutRooms.title': 'Hvor stort er hvert rom?',
  'aboutRoomsText.title': `- **Storsalen:** 240\u00a0m², 250 stoler eller 160 ved bord
- **Lillesalen:** 90\u00a0m², 80 stoler eller 50 ved bord
- **Møterommet:** 30\u00a0m², 14 ved bord, med skjerm
- **Kjøkkenet:** dekketøy til 160, oppvaskmaskin og to komfyrer

Foajeen og garderoben følger alltid med. Alle rom har trinnfri adkomst, og begge salene har teleslynge.`,
  'day.title': 'Hvilke dager vil du leie?',
  'day.description': 'Leier du samme dag både før og etter kl. 16, fører du den opp to ganger.',
  'day.row': 'Dag',
  'date.title': 'Dato',
  'date.short': 'datoen',
  'partOfDay.title': 'Når på dagen eller i uken?',
  'partOfDay.short': 'når på dagen eller i uken',
  'partOfDay.description': 'Dette bestemmer prisen.',
  'partOfDay.day': 'Hverdag før kl. 16',
  'partOfDay.evening': 'Hverdag etter kl. 16',
  'partOfDay.weekend': 'Lørdag, søndag eller helligdag',
  'from.title': 'Fra klokken',
  'from.short': 'starttiden',
  'to.title': 'Til klokken',
  'to.short': 'sluttiden',
  'caretaker.title': 'Vil du ha vaktmester til stede?',
  'caretaker.short': 'ja eller nei for vaktmester',
  'caretaker.description': 'Hjelper til med lyd, lys og rigging. Koster 625\u00a0kr.',
  'room.title': 'Hvilke rom trenger du denne dagen?',
  'room.row': 'Rom',
  'roomName.title': 'Hvilket rom?',
  'roomName.short': 'hvilket rom',
  'roomName.hall': 'Storsalen',
  'roomName.small': 'Lillesalen',
  'roomName.meeting': 'Møterommet',
  'roomName.kitchen': 'Kjøkkenet',

  'extras.title': 'Utstyr og tjenester',
  'wantsEquipment.title': 'Vil du leie utstyr?',
  'wantsEquipment.short': 'ja eller nei for utstyr',
  'equipment.title': 'Hva trenger du?',
  'equipment.short': 'utstyr',
  'equipment.description': 'Prisene gjelder for hele leien.',
  'equipment.sound': 'Lydanlegg med to trådløse mikrofoner (1\u00a0250\u00a0kr)',
  'equipment.projector': 'Projektor og lerret (500\u00a0kr)',
  'equipment.stage': 'Scene, 6 × 4 meter (1\u00a0500\u00a0kr)',
  'equipment.piano': 'Flygel, stemt (750\u00a0kr)',
  'equipment.tables': 'Ekstra bord og stoler til 50 (250\u00a0kr)',
  'cleaning.title': 'Hvem gjør rent etterpå?',
  'cleaning.short': 'hvem som gjør rent',
  'cleaning.description': 'Lokalene skal være klare til bruk kl. 8 dagen etter.',
  'cleaning.renter': 'Vi gjør det selv',
  'cleaning.municipality': 'Kommunen (875\u00a0kr per dag)',
  'guardListNeeded.title': 'Dere blir flere enn 150. Last opp en vaktliste med navn og telefonnummer.',
  'attachments.title': 'Vedlegg',
  'attachments.short': 'vaktlisten',
  'attachments.description': 'For eksempel vaktliste eller forsikringsbevis.',
  'attachments.tag': 'Hva er det du laster opp?',
  'attachments.guardList': 'Vaktliste',
  'attachments.insurance': 'Forsikringsbevis',
  'attachments.other': 'Noe annet',
  'wishes.title': 'Er det noe mer vi bør vite?',
  'wishes.short': 'det vi bør vite',

  'deposit.title': 'Depositum',
  'depositInfo.title':
    'Du betaler 2\u00a0000\u00a0kr i depositum sammen med leien. Du får dem tilbake innen 14 dager hvis lokalene er hele og ryddet.',
  'account.title': 'Kontonummer for tilbakebetaling',
  'account.short': 'kontonummeret',
  'account.description': '11 siffer. Kontoen må være norsk.',
  'earlierKid.title': 'KID fra en tidligere faktura',
  'earlierKid.short': 'KID-nummeret',
  'earlierKid.description': 'Fyll ut hvis du har et depositum til gode fra før, så finner vi det.',
  'hired.title': 'Dette leier du',
  'declaration.title': 'Bekreftelse',
  'declaration.short': 'bekreftelsen',
  'declaration.confirmed': 'Jeg har lest husreglene, og opplysningene jeg har gitt, er riktige.',

  'price.rent': 'Leie av rom',
  'price.room': 'rom',
  'price.day': 'hverdag før kl. 16',
  'price.evening': 'hverdag etter kl. 16',
  'price.weekend': 'helg',
  'price.leastRent': 'Tillegg opp til laveste leie',
  'price.mostRent': 'Fradrag ned til høyeste leie',
  'price.voluntary': 'Rabatt for lag og foreninger',
  'price.ticketShare': 'Andel av billettinntekten',
  'price.equipment': 'Leie av utstyr',
  'price.sound': 'Lydanlegg',
  'price.projector': 'Projektor og lerret',
  'price.stage': 'Scene',
  'price.piano': 'Flygel',
  'price.tables': 'Ekstra bord og stoler',
  'price.caretaker': 'Vaktmester',
  'price.cleaning': 'Renhold',
  'price.deposit': 'Depositum, som du får tilbake',
} as const;
