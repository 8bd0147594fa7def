import type { nb } from './nb.ts';

export const nn: Record<keyof typeof nb, string> = {
  'service.title': 'Leige av kommunale lokale',
  'service.summary':
    'Leig ein sal, eit møterom eller kjøkenet i Fjordvik kulturhus for ein eller fleire dagar, og betal med ein gong.',
  'service.about': `Privatpersonar, lag og bedrifter kan leige lokale i Fjordvik kulturhus. For kvar dag vel du kva rom du treng, og når du skal bruke dei.

Prisen blir rekna ut medan du fyller ut. Du betaler leige og depositum når du sender inn. Er lokala opptekne, får du alle pengane tilbake.

Éin person må vere ansvarleg og til stades så lenge arrangementet varer.`,
  'service.need': `- datoar og klokkeslett
- fødselsnummer og etternamn til den som skal vere ansvarleg på staden
- organisasjonsnummer, om du leiger for eit lag eller ei foreining
- kontonummeret som depositumet skal betalast tilbake til
- vaktliste, om de blir fleire enn 150
- eit betalingskort`,
  'service.price': `**Leige av rom**, for kvar dag

- Storsalen: 1\u00a0200\u00a0kr på kvardagar før kl. 16, 1\u00a0800\u00a0kr på kvardagar etter kl. 16 og 3\u00a0200\u00a0kr i helger
- Veslesalen: 600\u00a0kr, 900\u00a0kr og 1\u00a0600\u00a0kr
- Møterommet: 250\u00a0kr, 350\u00a0kr og 500\u00a0kr
- Kjøkenet: 400\u00a0kr, 600\u00a0kr og 900\u00a0kr

Leiga er til saman minst 800\u00a0kr og høgst 12\u00a0000\u00a0kr. Lag og foreiningar får 50 prosent rabatt på ho. Sel du billettar, betaler du i tillegg 5 prosent av billettinntekta du ventar, minst 500\u00a0kr og høgst 8\u00a0000\u00a0kr. Dette er unnateke frå meirverdiavgift.

**Utstyr og tenester**, med 25 prosent meirverdiavgift

- Lydanlegg: 1\u00a0250\u00a0kr
- Projektor og lerret: 500\u00a0kr
- Scene: 1\u00a0500\u00a0kr
- Flygel: 750\u00a0kr
- Ekstra bord og stolar: 250\u00a0kr
- Vaktmeister til stades: 625\u00a0kr per dag
- Reinhald: 875\u00a0kr per dag, om kommunen skal gjere det

**Depositum**: 2\u00a0000\u00a0kr, som du får tilbake når lokala er kontrollerte.

Satsane den dagen du sender inn, gjeld. Satsane er døme.`,
  'service.purpose':
    'Kommunen bruker opplysningane til å leige ut lokala, til å nå den som er ansvarleg på staden, og til å betale tilbake depositumet.',
  'service.legalBasis':
    'Avtale om leige, personvernforordninga artikkel 6 nr. 1 bokstav b. Fødselsnummeret blir brukt for å vere sikker på kven som er ansvarleg, personopplysningslova § 12.',
  'service.afterwards':
    'Kvitteringa kjem i meldingsboksen. Vi stadfestar leiga innan to yrkedagar og sender nøkkelkode dagen før. Depositumet er på kontoen din innan 14 dagar etter den siste dagen.',
  'payment.description': 'Leige av lokale i Fjordvik kulturhus',

  'answer.yes': 'Ja',
  'answer.no': 'Nei',
  'unit.day': 'dagar',

  'renter.title': 'Kven som leiger',
  'rulesIntro.title': 'Les husreglane først. Den som leiger, har ansvar for at dei blir følgde.',
  'houseRules.title': 'Husreglar for Fjordvik kulturhus',
  'houseRules.target': '/demo/premises/house-rules-nn.html',
  'renterType.title': 'Kven leiger du for?',
  'renterType.short': 'kven du leiger for',
  'renterType.private': 'Meg sjølv, eller nokon eg kjenner',
  'renterType.voluntary': 'Eit lag eller ei foreining',
  'renterType.business': 'Ei bedrift eller nokon andre',
  'societyDiscount.title':
    'Lag og foreiningar får 50 prosent rabatt på leiga av lokala. Rabatten er med i prisen du ser.',
  'organisation.title': 'Organisasjonen',
  'organisation.description': 'Berre lag og foreiningar må fylle ut dette. Då får dei rabatten.',
  'responsible.title': 'Den som er ansvarleg på staden',
  'responsible.description': 'Må ha fylt 18 år og vere til stades så lenge arrangementet varer.',
  'organisation.name': 'Namnet på organisasjonen',
  'responsible.name': 'Namnet på den ansvarlege',
  'phone.title': 'Telefonnummer til den ansvarlege',
  'phone.short': 'telefonnummeret',
  'email.title': 'E-postadresse',
  'email.short': 'e-postadressa',

  'event.title': 'Arrangementet',
  'eventName.title': 'Kva heiter arrangementet?',
  'eventName.short': 'namnet på arrangementet',
  'eventName.description': 'Står på skjermen ved inngangen, til dømes «Årsmøte i velforeininga».',
  'eventType.title': 'Kva slags arrangement er det?',
  'eventType.short': 'type arrangement',
  'eventType.celebration': 'Feiring eller minnestund',
  'eventType.meeting': 'Møte eller konferanse',
  'eventType.course': 'Kurs eller øving',
  'eventType.concert': 'Konsert eller framsyning',
  'eventType.market': 'Messe eller loppemarknad',
  'eventType.other': 'Noko anna',
  'participants.title': 'Kor mange blir de?',
  'participants.short': 'talet på deltakarar',
  'participants.description': 'Tel med dei som arbeider. Huset kan ta 330.',
  'crowdWarning.title':
    'De blir fleire enn 150. Då må de ha eigne brannvakter. Du lastar opp ei vaktliste seinare i skjemaet.',
  'ticketed.title': 'Sel de billettar?',
  'ticketed.short': 'ja eller nei for billettar',
  'expectedIncome.title': 'Kor mykje ventar de å selje billettar for?',
  'expectedIncome.short': 'billettinntekta',
  'expectedIncome.description': 'I kroner, for alle dagane til saman. Kommunen får 5 prosent.',

  'days.title': 'Dagar og rom',
  'floorPlan.alt':
    'Planteikning av Fjordvik kulturhus. Inngangen er nedst, til foajeen. Storsalen ligg til venstre for foajeen og Veslesalen til høgre. Møterommet og kjøkenet ligg inst, bak foajeen. Kjøkenet har dør til Storsalen.',
  'aboutRooms.title': 'Kor stort er kvart rom?',
  'aboutRoomsText.title': `- **Storsalen:** 240\u00a0m², 250 stolar eller 160 ved bord
- **Veslesalen:** 90\u00a0m², 80 stolar eller 50 ved bord
- **Møterommet:** 30\u00a0m², 14 ved bord, med skjerm
- **Kjøkenet:** dekketøy til 160, oppvaskmaskin og to komfyrar

Foajeen og garderoben følgjer alltid med. Alle rom har trinnfri tilkomst, og begge salane har teleslyngje.`,
  'day.title': 'Kva dagar vil du leige?',
  'day.description': 'Leiger du same dag både før og etter kl. 16, fører du han opp to gonger.',
  'day.row': 'Dag',
  'date.title': 'Dato',
  'date.short': 'datoen',
  'partOfDay.title': 'Når på dagen eller i veka?',
  'partOfDay.short': 'når på dagen eller i veka',
  'partOfDay.description': 'Dette avgjer prisen.',
  'partOfDay.day': 'Kvardag før kl. 16',
  'partOfDay.evening': 'Kvardag etter kl. 16',
  'partOfDay.weekend': 'Laurdag, søndag eller heilagdag',
  'from.title': 'Frå klokka',
  'from.short': 'starttida',
  'to.title': 'Til klokka',
  'to.short': 'sluttida',
  'caretaker.title': 'Vil du ha vaktmeister til stades?',
  'caretaker.short': 'ja eller nei for vaktmeister',
  'caretaker.description': 'Hjelper til med lyd, lys og rigging. Kostar 625\u00a0kr.',
  'room.title': 'Kva rom treng du denne dagen?',
  'room.row': 'Rom',
  'roomName.title': 'Kva rom?',
  'roomName.short': 'kva rom',
  'roomName.hall': 'Storsalen',
  'roomName.small': 'Veslesalen',
  'roomName.meeting': 'Møterommet',
  'roomName.kitchen': 'Kjøkenet',

  'extras.title': 'Utstyr og tenester',
  'wantsEquipment.title': 'Vil du leige utstyr?',
  'wantsEquipment.short': 'ja eller nei for utstyr',
  'equipment.title': 'Kva treng du?',
  'equipment.short': 'utstyr',
  'equipment.description': 'Prisane gjeld for heile leiga.',
  'equipment.sound': 'Lydanlegg med to trådlause mikrofonar (1\u00a0250\u00a0kr)',
  'equipment.projector': 'Projektor og lerret (500\u00a0kr)',
  'equipment.stage': 'Scene, 6 × 4 meter (1\u00a0500\u00a0kr)',
  'equipment.piano': 'Flygel, stemt (750\u00a0kr)',
  'equipment.tables': 'Ekstra bord og stolar til 50 (250\u00a0kr)',
  'cleaning.title': 'Kven gjer reint etterpå?',
  'cleaning.short': 'kven som gjer reint',
  'cleaning.description': 'Lokala skal vere klare til bruk kl. 8 dagen etter.',
  'cleaning.renter': 'Vi gjer det sjølve',
  'cleaning.municipality': 'Kommunen (875\u00a0kr per dag)',
  'guardListNeeded.title': 'De blir fleire enn 150. Last opp ei vaktliste med namn og telefonnummer.',
  'attachments.title': 'Vedlegg',
  'attachments.short': 'vaktlista',
  'attachments.description': 'Til dømes vaktliste eller forsikringsprov.',
  'attachments.tag': 'Kva er det du lastar opp?',
  'attachments.guardList': 'Vaktliste',
  'attachments.insurance': 'Forsikringsprov',
  'attachments.other': 'Noko anna',
  'wishes.title': 'Er det noko meir vi bør vite?',
  'wishes.short': 'det vi bør vite',

  'deposit.title': 'Depositum',
  'depositInfo.title':
    'Du betaler 2\u00a0000\u00a0kr i depositum saman med leiga. Du får dei tilbake innan 14 dagar om lokala er heile og rydda.',
  'account.title': 'Kontonummer for tilbakebetaling',
  'account.short': 'kontonummeret',
  'account.description': '11 siffer. Kontoen må vere norsk.',
  'earlierKid.title': 'KID frå ein tidlegare faktura',
  'earlierKid.short': 'KID-nummeret',
  'earlierKid.description': 'Fyll ut om du har eit depositum til gode frå før, så finn vi det.',
  'hired.title': 'Dette leiger du',
  'declaration.title': 'Stadfesting',
  'declaration.short': 'stadfestinga',
  'declaration.confirmed': 'Eg har lese husreglane, og opplysningane eg har gitt, er rette.',

  'price.rent': 'Leige av rom',
  'price.room': 'rom',
  'price.day': 'kvardag før kl. 16',
  'price.evening': 'kvardag etter kl. 16',
  'price.weekend': 'helg',
  'price.leastRent': 'Tillegg opp til lågaste leige',
  'price.mostRent': 'Frådrag ned til høgaste leige',
  'price.voluntary': 'Rabatt for lag og foreiningar',
  'price.ticketShare': 'Del av billettinntekta',
  'price.equipment': 'Leige av utstyr',
  'price.sound': 'Lydanlegg',
  'price.projector': 'Projektor og lerret',
  'price.stage': 'Scene',
  'price.piano': 'Flygel',
  'price.tables': 'Ekstra bord og stolar',
  'price.caretaker': 'Vaktmeister',
  'price.cleaning': 'Reinhald',
  'price.deposit': 'Depositum, som du får tilbake',
};
