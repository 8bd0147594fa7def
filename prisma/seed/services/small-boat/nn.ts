import type { nb } from './nb.ts';

export const nn: Record<keyof typeof nb, string> = {
  'service.title': 'Registrer småbåt',
  'service.summary': 'Registrer ein fritidsbåt under 15 meter, så er det lett å vise at han er din.',
  'service.about': `Du kan registrere fritidsbåtar som er under 15 meter lange. Båten får eit registreringsnummer, og politi, redningsteneste og kjøparar kan sjå kven som eig han.

Registreringa er gratis. Du får eit digitalt båtkort i meldingsboksen. Vil du ha kortet i plast eller eit merkesett til å klistre på skroget, betaler du for det.

Båtar på 15 meter eller meir skal inn i skipsregisteret, og kan ikkje registrerast her.`,
  'service.need': `- type, lengd og fabrikat
- skrognummeret (HIN), om båten har det
- kjøpekontrakt eller kvittering, om du vil leggje det ved
- eit betalingskort, berre om du bestiller plastkort eller merkesett`,
  'service.price': `- Registrering med digitalt båtkort: gratis
- Plastkort i posten: 190\u00a0kr
- Merkesett til skroget: 390\u00a0kr, med 25 prosent meirverdiavgift

Satsane er døme. Gebyret for plastkortet er ikkje meirverdiavgiftspliktig.`,
  'service.purpose':
    'Kystregisteret bruker opplysningane til å føre registeret over småbåtar. Politiet og redningstenesta kan slå opp eigaren.',
  'service.legalBasis':
    'Samtykke, personvernforordninga artikkel 6 nr. 1 bokstav a. Registreringa er frivillig, og du kan slette ho når du vil.',
  'service.afterwards':
    'Registreringsnummeret og det digitale båtkortet kjem i meldingsboksen. Plastkort og merkesett kjem i posten innan to veker.',
  'payment.description': 'Båtkort og merkesett frå Kystregisteret',

  'answer.yes': 'Ja',
  'answer.no': 'Nei',

  'boat.title': 'Båten',
  'boatType.title': 'Kva slags båt er det?',
  'boatType.short': 'type båt',
  'boatType.openMotor': 'Open motorbåt',
  'boatType.cabin': 'Motorbåt med kahytt',
  'boatType.sail': 'Seglbåt',
  'boatType.rib': 'RIB eller gummibåt',
  'boatType.jetski': 'Vass-scooter',
  'boatType.rowing': 'Robåt eller kajakk',
  'maker.title': 'Fabrikat og modell',
  'maker.short': 'fabrikat og modell',
  'buildYear.title': 'Byggjeår',
  'buildYear.short': 'byggjeåret',
  'length.title': 'Lengd',
  'length.short': 'lengda på båten',
  'length.description': 'Største lengda på skroget, utan baugspryd og påheng.',
  'unit.metre': 'meter',
  'hullNumber.title': 'Skrognummer (HIN)',
  'hullNumber.short': 'skrognummeret',
  'hullNumber.description': 'Står som regel bak på styrbord side. Nyare båtar har 14 teikn.',
  'boatName.title': 'Namn på båten',
  'boatName.short': 'namnet på båten',
  'hasEngine.title': 'Har båten motor?',
  'hasEngine.short': 'ja eller nei for motor',
  'enginePower.title': 'Samla motorkraft',
  'enginePower.short': 'motorkrafta',
  'unit.horsepower': 'hk',

  'owner.title': 'Eigarskap',
  'ownerIntro.title': 'Den du handlar på vegner av, blir registrert som eigar. Du ser namnet øvst på sida.',
  'ownership.title': 'Er det fleire som eig båten?',
  'ownership.short': 'om båten har fleire eigarar',
  'ownership.alone': 'Nei, éin eigar',
  'ownership.shared': 'Ja, vi er fleire',
  'coOwners.title': 'Kven er dei andre eigarane?',
  'coOwners.short': 'dei andre eigarane',
  'coOwners.description': 'Namn og del, éin på kvar linje. Vi ber dei stadfeste før dei blir registrerte.',
  'acquired.title': 'Når vart båten kjøpt eller overteken?',
  'acquired.short': 'datoen båten vart kjøpt eller overteken',
  'proof.title': 'Kjøpekontrakt eller kvittering',
  'proof.short': 'kjøpekontrakt eller kvittering',
  'proof.description': 'Med dokumentasjon blir eigarskapen markert som stadfesta i registeret.',

  'delivery.title': 'Båtkort',
  'card.title': 'Korleis vil du ha båtkortet?',
  'card.short': 'korleis du vil ha båtkortet',
  'card.digital': 'Berre digitalt (gratis)',
  'card.plastic': 'Digitalt og som plastkort (190\u00a0kr)',
  'card.plasticAndMarks': 'Digitalt, som plastkort og med merkesett til skroget (580\u00a0kr)',
  'deliveryAddress.title': 'Kvar skal vi sende det?',
  'declaration.title': 'Stadfesting',
  'declaration.short': 'stadfestinga',
  'declaration.confirmed':
    'Eg stadfestar at opplysningane er rette, og at eigaren samtykkjer i registreringa.',

  'price.card': 'Plastkort i posten',
  'price.marks': 'Merkesett til skroget',
};
