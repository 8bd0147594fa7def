import type { nb } from './nb.ts';

export const nn: Record<keyof typeof nb, string> = {
  'service.title': 'Søk om byggjeløyve for mindre tiltak',
  'service.summary':
    'Søk om å byggje tilbygg, garasje, veranda eller andre mindre tiltak som du sjølv kan stå ansvarleg for.',
  'service.about': `Bruk denne søknaden når du vil byggje eller endre noko som krev løyve, men som du sjølv kan stå ansvarleg for. Det gjeld til dømes tilbygg, garasje, veranda og støttemur.

Du må ha varsla naboane før du søkjer. Søknaden må ha situasjonskart og teikningar, elles kan vi ikkje byrje å behandle han.

Du signerer søknaden først og betaler gebyret etterpå. Vi byrjar på saka når begge delar er gjorde.`,
  'service.need': `- gards- og bruksnummer for eigedomen
- situasjonskart der tiltaket er teikna inn med mål
- teikningar av plan, snitt og fasade
- kvittering for at naboane er varsla
- bygd areal i kvadratmeter
- eit betalingskort`,
  'service.price': `Gebyret har to delar:

**Type tiltak**

- Tilbygg: 4\u00a0200\u00a0kr
- Garasje, uthus eller annan frittliggjande bygning: 3\u00a0600\u00a0kr
- Veranda eller balkong: 2\u00a0900\u00a0kr
- Endring av fasade: 2\u00a0400\u00a0kr
- Endra bruk av rom eller bygning: 4\u00a0800\u00a0kr
- Støttemur eller gjerde: 1\u00a0900\u00a0kr

**Areal**, for tilbygg, frittliggjande bygning, veranda og endra bruk

- til og med 15\u00a0m²: 1\u00a0500\u00a0kr
- til og med 30\u00a0m²: 2\u00a0800\u00a0kr
- til og med 50\u00a0m²: 4\u00a0300\u00a0kr
- over 50\u00a0m²: 5\u00a0900\u00a0kr

Søkjer du om dispensasjon, kostar det 5\u00a0600\u00a0kr i tillegg, og 5\u00a0900\u00a0kr frå 1. januar 2027. Har naboane merknader, kostar det 10\u00a0% av gebyret for tiltak og areal i tillegg, minst 500\u00a0kr. Satsane den dagen du signerer, gjeld. Satsane er døme. Gebyret er ikkje meirverdiavgiftspliktig.`,
  'service.purpose':
    'Kommunen bruker opplysningane til å behandle byggjesøknaden. Søknaden og vedlegga kan bli offentlege.',
  'service.legalBasis':
    'Plan- og bygningslova §§ 20-1, 20-4, 21-3 og 33-1. Personopplysningar blir behandla etter personvernforordninga artikkel 6 nr. 1 bokstav e.',
  'service.afterwards':
    'Du får kvitteringa i meldingsboksen. Vi ser gjennom søknaden og seier frå om noko manglar. Er han fullstendig, får du svar innan tre veker, eller innan tolv veker om du søkjer om dispensasjon.',
  'payment.description': 'Gebyr for byggjesøknad',
  'signing.statement':
    'Eg søkjer om løyve til tiltaket slik det er skildra her, og stadfestar at opplysningane, teikningane og nabovarsla er rette.',

  'answer.yes': 'Ja',
  'answer.no': 'Nei',

  'property.title': 'Eigedomen',
  'cadastral.title': 'Gards- og bruksnummer',
  'cadastralIntro.title': 'Du finn nummera på kartet til kommunen eller på den kommunale fakturaen.',
  'gnr.title': 'Gardsnummer (gnr.)',
  'gnr.short': 'gardsnummeret',
  'bnr.title': 'Bruksnummer (bnr.)',
  'bnr.short': 'bruksnummeret',
  'street.title': 'Adresse',
  'street.short': 'adressa',
  'postcode.title': 'Postnummer',
  'postcode.short': 'postnummeret',
  'isOwner.title': 'Eig du eigedomen?',
  'isOwner.short': 'ja eller nei for eigarskap',
  'ownerName.title': 'Kven eig eigedomen?',
  'ownerName.short': 'kven som eig eigedomen',
  'ownerConsent.title': 'Samtykke frå eigaren',
  'ownerConsent.short': 'samtykket frå eigaren',
  'contactPhone.title': 'Telefonnummer',
  'contactPhone.short': 'telefonnummeret',
  'contactPhone.description': 'Slik at saksbehandlaren kan ringje deg.',

  'measure.title': 'Tiltaket',
  'measureType.title': 'Kva skal du gjere?',
  'measureType.short': 'type tiltak',
  'measureType.extension': 'Tilbygg',
  'measureType.detached': 'Garasje, uthus eller annan frittliggjande bygning',
  'measureType.veranda': 'Veranda eller balkong',
  'measureType.facade': 'Endring av fasade',
  'measureType.use': 'Endra bruk av rom eller bygning',
  'measureType.wall': 'Støttemur eller gjerde',
  'area.title': 'Areal på tiltaket',
  'area.short': 'arealet på tiltaket',
  'area.description': 'Bygd areal (BYA). For endra bruk oppgir du bruksarealet (BRA).',
  'unit.squareMetre': 'm²',
  'boundaryDistance.title': 'Minste avstand til nabogrensa',
  'boundaryDistance.short': 'avstanden til nabogrensa',
  'unit.metre': 'meter',
  'measureDescription.title': 'Skildre tiltaket',
  'measureDescription.short': 'skildringa av tiltaket',
  'measureDescription.description':
    'Skriv kort kva du skal byggje eller endre, kva det skal brukast til, og kva materiale du vil bruke.',
  'dispensation.title': 'Søkjer du om dispensasjon frå ein plan eller ei føresegn?',
  'dispensation.short': 'ja eller nei for dispensasjon',
  'dispensation.description': 'Det må du til dømes om tiltaket kjem nærare nabogrensa enn 4 meter.',
  'dispensationReason.title': 'Kva søkjer du dispensasjon frå, og kvifor?',
  'dispensationReason.short': 'grunngivinga for dispensasjon',
  'dispensationReason.description':
    'Sei kva fordelar dispensasjonen gir, og kvifor dei er klart større enn ulempene.',

  'neighbours.title': 'Naboar',
  'neighboursInfo.title':
    'Naboar og gjenbuarar skal ha minst to veker på seg til å kome med merknader. Du treng ikkje godkjenning frå dei.',
  'notified.title': 'Er naboane varsla?',
  'notified.short': 'om naboane er varsla',
  'notified.yes': 'Ja, alle er varsla',
  'notified.consent': 'Ja, og alle har samtykt skriftleg',
  'notified.exempt': 'Nei, kommunen har sagt at det ikkje er nødvendig',
  'notifiedDate.title': 'Når vart den siste naboen varsla?',
  'notifiedDate.short': 'datoen for det siste nabovarselet',
  'neighbour.title': 'Naboar som er varsla',
  'neighbour.description': 'Du treng ikkje føre opp dei som står på kvitteringa.',
  'neighbour.row': 'Nabo',
  'neighbourName.title': 'Namn',
  'neighbourName.short': 'namnet på naboen',
  'neighbourProperty.title': 'Eigedom',
  'neighbourProperty.short': 'eigedomen til naboen',
  'neighbourProperty.description': 'Adresse, eller gards- og bruksnummer, til dømes 12/345.',
  'neighbourHow.title': 'Korleis vart naboen varsla?',
  'neighbourHow.short': 'korleis naboen vart varsla',
  'neighbourHow.letter': 'Rekommandert brev',
  'neighbourHow.email': 'E-post',
  'neighbourHow.person': 'Personleg, med underskrift',
  'notifiedProof.title': 'Kvittering for nabovarsel eller samtykke',
  'notifiedProof.short': 'kvittering for nabovarsel',
  'exemptReference.title': 'Saksnummer eller dato for svaret frå kommunen',
  'exemptReference.short': 'saksnummeret eller datoen for svaret',
  'remarks.title': 'Har det kome merknader?',
  'remarks.short': 'ja eller nei for merknader',
  'remarksComment.title': 'Kva seier merknadene, og kva meiner du om dei?',
  'remarksComment.short': 'kommentaren til merknadene',

  'attachments.title': 'Vedlegg',
  'sitePlan.title': 'Situasjonskart',
  'sitePlan.short': 'situasjonskartet',
  'sitePlan.description':
    'Kart frå kommunen, ikkje eldre enn to år, der tiltaket er teikna inn med avstandar til grenser og andre bygningar.',
  'drawings.title': 'Teikningar av plan, snitt og fasade',
  'drawings.short': 'teikningane',
  'drawings.description': 'I målestokk 1:100. Vis bygningen slik han er no, og slik han skal bli.',
  'otherAttachments.title': 'Andre vedlegg',
  'otherAttachments.short': 'andre vedlegg',
  'otherAttachments.description': 'Til dømes bilete eller fråsegner frå andre styresmakter.',

  'price.measure': 'Behandling av byggjesøknad etter type tiltak',
  'price.area': 'Tillegg etter areal',
  'price.dispensation': 'Behandling av dispensasjon',
  'price.remarks': 'Behandling av nabomerknader',
};
