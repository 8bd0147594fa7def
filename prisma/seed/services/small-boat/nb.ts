export const nb = {
  'service.title': 'Registrer småbåt',
  'service.summary': 'Registrer en fritidsbåt under 15 meter, så er det lett å vise at den er din.',
  'service.about': `Du kan registrere fritidsbåter som er under 15 meter lange. Båten får et registreringsnummer, og politi, redningstjeneste og kjøpere kan se hvem som eier den.

Registreringen er gratis. Du får et digitalt båtkort i meldingsboksen. Vil du ha kortet i plast eller et merkesett til å klistre på skroget, betaler du for det.

Båter på 15 meter eller mer skal inn i skipsregisteret, og kan ikke registreres her.`,
  'service.need': `- type, lengde og fabrikat
- skrognummeret (HIN), hvis båten har det
- kjøpekontrakt eller kvittering, hvis du vil legge den ved
- et betalingskort, bare hvis du bestiller plastkort eller merkesett`,
  'service.price': `- Registrering med digitalt båtkort: gratis
- Plastkort i posten: 190\u00a0kr
- Merkesett til skroget: 390\u00a0kr, med 25 prosent merverdiavgift

Satsene er eksempler. Gebyret for plastkortet er ikke merverdiavgiftspliktig.`,
  'service.purpose':
    'Kystregisteret bruker opplysningene til å føre registeret over småbåter. Politiet og redningstjenesten kan slå opp eieren.',
  'service.legalBasis':
    'Samtykke, personvernforordningen artikkel 6 nr. 1 bokstav a. Registreringen er frivillig, og du kan slette den når du vil.',
  'service.afterwards':
    'Registreringsnummeret og det digitale båtkortet kommer i meldingsboksen. Plastkort og merkesett kommer i posten innen to uker.',
  'payment.description': 'Båtkort og merkesett fra Kystregisteret',

  'answer.yes': 'Ja',
  'answer.no': 'Nei',

  'boat.title': 'Båten',
  'boatType.title': 'Hva slags båt er det?',
  'boatType.short': 'type båt',
  'boatType.openMotor': 'Åpen motorbåt',
  'boatType.cabin': 'Motorbåt med kahytt',
  'boatType.sail': 'Seilbåt',
  'boatType.rib': 'RIB eller gummibåt',
  'boatType.jetski': 'Vannscooter',
  'boatType.rowing': 'Robåt eller kajakk',
  'maker.title': 'Fabrikat og modell',
  'maker.short': 'fabrikat og modell',
  'buildYear.title': 'Byggeår',
  'buildYear.short': 'byggeåret',
  'length.title': 'Lengde',
  'length.short': 'lengden på båten',
  'length.description': 'Største lengde på skroget, uten baugspyd og påheng.',
  'unit.metre': 'meter',
  'hullNumber.title': 'Skrognummer (HIN)',
  'hullNumber.short': 'skrognummeret',
  'hullNumber.description': 'Står som regel bak på styrbord side. Nyere båter har 14 tegn.',
  'boatName.title': 'Navn på båten',
  'boatName.short': 'navnet på båten',
  'hasEngine.title': 'Har båten motor?',
  'hasEngine.short': 'ja eller nei for motor',
  'enginePower.title': 'Samlet motorkraft',
  'enginePower.short': 'motorkraften',
  'unit.horsepower': 'hk',

  'owner.title': 'Eierskap',
  'ownerIntro.title': 'Den du handler på vegne av, blir registrert som eier. Du ser navnet øverst på siden.',
  'ownership.title': 'Er det flere som eier båten?',
  'ownership.short': 'om båten har flere eiere',
  'ownership.alone': 'Nei, én eier',
  'ownership.shared': 'Ja, vi er flere',
  'coOwners.title': 'Hvem er de andre eierne?',
  'coOwners.short': 'de andre eierne',
  'coOwners.description': 'Navn og andel, én på hver linje. Vi ber dem bekrefte før de blir registrert.',
  'acquired.title': 'Når ble båten kjøpt eller overtatt?',
  'acquired.short': 'datoen båten ble kjøpt eller overtatt',
  'proof.title': 'Kjøpekontrakt eller kvittering',
  'proof.short': 'kjøpekontrakt eller kvittering',
  'proof.description': 'Med dokumentasjon blir eierskapet markert som bekreftet i registeret.',

  'delivery.title': 'Båtkort',
  'card.title': 'Hvordan vil du ha båtkortet?',
  'card.short': 'hvordan du vil ha båtkortet',
  'card.digital': 'Bare digitalt (gratis)',
  'card.plastic': 'Digitalt og som plastkort (190\u00a0kr)',
  'card.plasticAndMarks': 'Digitalt, som plastkort og med merkesett til skroget (580\u00a0kr)',
  'deliveryAddress.title': 'Hvor skal vi sende det?',
  'declaration.title': 'Bekreftelse',
  'declaration.short': 'bekreftelsen',
  'declaration.confirmed':
    'Jeg bekrefter at opplysningene er riktige, og at eieren samtykker i registreringen.',

  'price.card': 'Plastkort i posten',
  'price.marks': 'Merkesett til skroget',
} as const;
