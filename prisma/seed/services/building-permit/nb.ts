export const nb = {
  'service.title': 'Søk om byggetillatelse for mindre tiltak',
  'service.summary':
    'Søk om å bygge tilbygg, garasje, veranda eller andre mindre tiltak som du selv kan stå ansvarlig for.',
  'service.about': `Bruk denne søknaden når du vil bygge eller endre noe som krever tillatelse, men som du selv kan stå ansvarlig for. Det gjelder for eksempel tilbygg, garasje, veranda og støttemur.

Du må ha varslet naboene før du søker. Søknaden må ha situasjonskart og tegninger, ellers kan vi ikke begynne å behandle den.

Du signerer søknaden først og betaler gebyret etterpå. Vi begynner på saken når begge deler er gjort.`,
  'service.need': `- gårds- og bruksnummer for eiendommen
- situasjonskart der tiltaket er tegnet inn med mål
- tegninger av plan, snitt og fasade
- kvittering for at naboene er varslet
- bebygd areal i kvadratmeter
- et betalingskort`,
  'service.price': `Gebyret har to deler:

**Type tiltak**

- Tilbygg: 4\u00a0200\u00a0kr
- Garasje, uthus eller annen frittliggende bygning: 3\u00a0600\u00a0kr
- Veranda eller balkong: 2\u00a0900\u00a0kr
- Endring av fasade: 2\u00a0400\u00a0kr
- Endret bruk av rom eller bygning: 4\u00a0800\u00a0kr
- Støttemur eller gjerde: 1\u00a0900\u00a0kr

**Areal**, for tilbygg, frittliggende bygning, veranda og endret bruk

- til og med 15\u00a0m²: 1\u00a0500\u00a0kr
- til og med 30\u00a0m²: 2\u00a0800\u00a0kr
- til og med 50\u00a0m²: 4\u00a0300\u00a0kr
- over 50\u00a0m²: 5\u00a0900\u00a0kr

Søker du om dispensasjon, koster det 5\u00a0600\u00a0kr i tillegg, og 5\u00a0900\u00a0kr fra 1. januar 2027. Har naboene merknader, koster det 10\u00a0% av gebyret for tiltak og areal i tillegg, minst 500\u00a0kr. Satsene den dagen du signerer, gjelder. Satsene er eksempler. Gebyret er ikke merverdiavgiftspliktig.`,
  'service.purpose':
    'Kommunen bruker opplysningene til å behandle byggesøknaden. Søknaden og vedleggene kan bli offentlige.',
  'service.legalBasis':
    'Plan- og bygningsloven §§ 20-1, 20-4, 21-3 og 33-1. Personopplysninger behandles etter personvernforordningen artikkel 6 nr. 1 bokstav e.',
  'service.afterwards':
    'Du får kvitteringen i meldingsboksen. Vi ser gjennom søknaden og sier fra hvis noe mangler. Er den fullstendig, får du svar innen tre uker, eller innen tolv uker hvis du søker om dispensasjon.',
  'payment.description': 'Gebyr for byggesøknad',
  'signing.statement':
    'Jeg søker om tillatelse til tiltaket slik det er beskrevet her, og bekrefter at opplysningene, tegningene og nabovarslene er riktige.',

  'answer.yes': 'Ja',
  'answer.no': 'Nei',

  'property.title': 'Eiendommen',
  'cadastral.title': 'Gårds- og bruksnummer',
  'cadastralIntro.title': 'Du finner numrene på kommunens kart eller på den kommunale fakturaen.',
  'gnr.title': 'Gårdsnummer (gnr.)',
  'gnr.short': 'gårdsnummeret',
  'bnr.title': 'Bruksnummer (bnr.)',
  'bnr.short': 'bruksnummeret',
  'street.title': 'Adresse',
  'street.short': 'adressen',
  'postcode.title': 'Postnummer',
  'postcode.short': 'postnummeret',
  'isOwner.title': 'Eier du eiendommen?',
  'isOwner.short': 'ja eller nei for eierskap',
  'ownerName.title': 'Hvem eier eiendommen?',
  'ownerName.short': 'hvem som eier eiendommen',
  'ownerConsent.title': 'Samtykke fra eieren',
  'ownerConsent.short': 'samtykket fra eieren',
  'contactPhone.title': 'Telefonnummer',
  'contactPhone.short': 'telefonnummeret',
  'contactPhone.description': 'Slik at saksbehandleren kan ringe deg.',

  'measure.title': 'Tiltaket',
  'measureType.title': 'Hva skal du gjøre?',
  'measureType.short': 'type tiltak',
  'measureType.extension': 'Tilbygg',
  'measureType.detached': 'Garasje, uthus eller annen frittliggende bygning',
  'measureType.veranda': 'Veranda eller balkong',
  'measureType.facade': 'Endring av fasade',
  'measureType.use': 'Endret bruk av rom eller bygning',
  'measureType.wall': 'Støttemur eller gjerde',
  'area.title': 'Areal på tiltaket',
  'area.short': 'arealet på tiltaket',
  'area.description': 'Bebygd areal (BYA). For endret bruk oppgir du bruksarealet (BRA).',
  'unit.squareMetre': 'm²',
  'boundaryDistance.title': 'Minste avstand til nabogrensen',
  'boundaryDistance.short': 'avstanden til nabogrensen',
  'unit.metre': 'meter',
  'measureDescription.title': 'Beskriv tiltaket',
  'measureDescription.short': 'beskrivelsen av tiltaket',
  'measureDescription.description':
    'Skriv kort hva du skal bygge eller endre, hva det skal brukes til, og hvilke materialer du vil bruke.',
  'dispensation.title': 'Søker du om dispensasjon fra en plan eller en bestemmelse?',
  'dispensation.short': 'ja eller nei for dispensasjon',
  'dispensation.description': 'Det må du for eksempel hvis tiltaket kommer nærmere nabogrensen enn 4 meter.',
  'dispensationReason.title': 'Hva søker du dispensasjon fra, og hvorfor?',
  'dispensationReason.short': 'begrunnelsen for dispensasjon',
  'dispensationReason.description':
    'Si hvilke fordeler dispensasjonen gir, og hvorfor de er klart større enn ulempene.',

  'neighbours.title': 'Naboer',
  'neighboursInfo.title':
    'Naboer og gjenboere skal ha minst to uker på seg til å komme med merknader. Du trenger ikke godkjenning fra dem.',
  'notified.title': 'Er naboene varslet?',
  'notified.short': 'om naboene er varslet',
  'notified.yes': 'Ja, alle er varslet',
  'notified.consent': 'Ja, og alle har samtykket skriftlig',
  'notified.exempt': 'Nei, kommunen har sagt at det ikke er nødvendig',
  'notifiedDate.title': 'Når ble den siste naboen varslet?',
  'notifiedDate.short': 'datoen for det siste nabovarselet',
  'neighbour.title': 'Naboer som er varslet',
  'neighbour.description': 'Du trenger ikke føre opp dem som står på kvitteringen.',
  'neighbour.row': 'Nabo',
  'neighbourName.title': 'Navn',
  'neighbourName.short': 'navnet på naboen',
  'neighbourProperty.title': 'Eiendom',
  'neighbourProperty.short': 'naboens eiendom',
  'neighbourProperty.description': 'Adresse, eller gårds- og bruksnummer, for eksempel 12/345.',
  'neighbourHow.title': 'Hvordan ble naboen varslet?',
  'neighbourHow.short': 'hvordan naboen ble varslet',
  'neighbourHow.letter': 'Rekommandert brev',
  'neighbourHow.email': 'E-post',
  'neighbourHow.person': 'Personlig, med underskrift',
  'notifiedProof.title': 'Kvittering for nabovarsel eller samtykke',
  'notifiedProof.short': 'kvittering for nabovarsel',
  'exemptReference.title': 'Saksnummer eller dato for svaret fra kommunen',
  'exemptReference.short': 'saksnummeret eller datoen for svaret',
  'remarks.title': 'Har det kommet merknader?',
  'remarks.short': 'ja eller nei for merknader',
  'remarksComment.title': 'Hva sier merknadene, og hva mener du om dem?',
  'remarksComment.short': 'kommentaren til merknadene',

  'attachments.title': 'Vedlegg',
  'sitePlan.title': 'Situasjonskart',
  'sitePlan.short': 'situasjonskartet',
  'sitePlan.description':
    'Kart fra kommunen, ikke eldre enn to år, der tiltaket er tegnet inn med avstander til grenser og andre bygninger.',
  'drawings.title': 'Tegninger av plan, snitt og fasade',
  'drawings.short': 'tegningene',
  'drawings.description': 'I målestokk 1:100. Vis bygningen slik den er nå, og slik den skal bli.',
  'otherAttachments.title': 'Andre vedlegg',
  'otherAttachments.short': 'andre vedlegg',
  'otherAttachments.description': 'For eksempel bilder eller uttalelser fra andre myndigheter.',

  'price.measure': 'Behandling av byggesøknad etter type tiltak',
  'price.area': 'Tillegg etter areal',
  'price.dispensation': 'Behandling av dispensasjon',
  'price.remarks': 'Behandling av nabomerknader',
} as const;
