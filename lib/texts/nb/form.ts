/** Filling in a form: its pages, saving, attachments, and checking the answers before they are sent. */
export const form = {
  position: 'Steg {step} av {steps}',
  progress: 'Fremdrift',
  done: 'Ferdig',
  actingFor: 'Du fyller ut for {name}',
  errorPrefix: 'Feil',
  errorsTitle:
    '{count, plural, one {Rett denne feilen før du går videre} other {Rett disse # feilene før du går videre}}',
  required: 'Må fylles ut',
  optional: 'Valgfritt',
  choose: 'Velg …',
  help: 'Hjelp',

  next: 'Neste',
  toCheck: 'Se over svarene',
  backToCheck: 'Lagre og gå til oppsummeringen',
  back: 'Tilbake',
  later: 'Lagre og fortsett senere',

  saving: 'Lagrer …',
  saved: 'Lagret',
  notSaved: 'Ikke lagret. Vi prøver igjen.',
  notSavedSignedOut:
    'Ikke lagret: du er logget ut. Åpne en ny fane, logg inn der, og kom tilbake hit. Svarene står her.',
  notSavedConflict:
    'Ikke lagret: noen har endret denne siden et annet sted. Trykk «Neste», så kan du velge hvilke svar som skal gjelde.',
  notSavedMovedOn:
    'Ikke lagret: skjemaet er sendt inn et annet sted. Last siden på nytt for å se hva som skjer nå.',
  moreQuestions: 'Svarene dine gir flere spørsmål',
  moreQuestionsBody: 'Svar på de nye spørsmålene før du går videre.',

  fetched_folkeregisteret: 'Hentet fra Folkeregisteret.',
  fetched_enhetsregisteret: 'Hentet fra Enhetsregisteret.',
  fetched_contact: 'Hentet fra Kontakt- og reservasjonsregisteret.',
  fetched_earlier: 'Fra forrige gang.',
  lookup_number: 'Skriv {label} først, med riktige sifre. Så kan du hente navnet.',
  lookup_not_found_person:
    '{label}: vi fant ingen med dette nummeret og etternavnet. Sjekk at begge deler er riktige.',
  lookup_not_found_organisation:
    '{label}: vi fant ingen organisasjon med dette nummeret. Sjekk at alle sifrene er riktige.',
  lookup_unavailable:
    '{label}: registeret svarer ikke akkurat nå. Svarene dine er lagret. Prøv igjen om litt.',
  lookup_too_many:
    '{label}: du har slått opp for mange personer det siste døgnet. Svarene dine er lagret. Vent et døgn, eller ta kontakt med dem som har tjenesten.',
  earlierOffer: 'Du sendte inn dette {date}. Du kan bruke svarene fra den gangen, og endre det som er nytt.',
  earlierUse: 'Bruk svarene fra forrige gang',

  conflictTitle: 'Noen har endret denne siden et annet sted',
  conflictBody:
    'Svarene ble endret i en annen fane, eller av en annen i virksomheten, etter at du åpnet siden. Ingenting av det du skrev, er borte. Velg hvilke svar som skal gjelde.',
  conflictSaved: 'Lagret et annet sted',
  conflictTyped: 'Det du skrev',
  conflictUseMine: 'Bruk det jeg skrev',
  conflictKeepSaved: 'Behold det som er lagret',

  price: 'Pris',
  priceToPay: 'Å betale',
  priceSoFar: 'Så langt',
  priceNothing: 'Ingenting å betale',
  priceLines: 'Slik er prisen regnet ut',
  priceMayChange: 'Prisen kan endre seg når du har svart på resten.',
  priceCalculate: 'Beregn pris',
  priceUnknown:
    'Prisen kan ikke beregnes akkurat nå. Den blir regnet ut på nytt når du går videre, og du ser den før du sender inn.',

  addRow: 'Legg til {name}',
  rowAdded: '{name} er lagt til',
  rowRemoved: '{name} er fjernet',
  rowsFull: 'Det er ikke plass til flere enn {max}.',

  upload: 'Last opp',
  uploadHint: 'PDF, PNG eller JPEG. Hver fil kan være opptil 10 MB.',
  uploadHintMany: 'PDF, PNG eller JPEG, høyst {max} filer. Hver fil kan være opptil 10 MB.',
  uploaded: 'Lastet opp',
  remove: 'Fjern',
  fileRefused_empty: '{label}: filen er tom. Velg en annen fil.',
  fileRefused_too_large: '{label}: filen er for stor. Den kan være opptil 10 MB.',
  fileRefused_wrong_type: '{label}: filen må være en PDF eller et bilde i PNG eller JPEG.',
  fileRefused_too_many: '{label} har alt så mange filer som det er plass til. Fjern en først.',
  fileRefused_no_tag: '{label}: velg hva filen er, før du laster den opp.',
  fileRefused_cut:
    'Filene var for store til å sendes samtidig. Last dem opp én om gangen, opptil 10 MB hver.',

  checkTitle: 'Se over svarene',
  checkIntro: 'Se over at alt er riktig før du sender inn.',
  change: 'Endre',
  checkMissingTitle: 'Noe mangler eller må rettes',
  checkMissingBody: 'Du kan ikke sende inn ennå.',
  checkFillMissing: 'Gå til det som mangler',
  priceTitle: 'Hva det koster',
  total: 'Sum',
  totalVat: 'Herav merverdiavgift',
  noVat: 'Ikke merverdiavgiftspliktig',
  receivedTitle: 'Når regnes det som mottatt?',
  receivedSubmitted: 'Det regnes som mottatt når du har sendt det inn, også før betalingen er gjort.',
  receivedSubmittedFree: 'Det regnes som mottatt når du har sendt det inn.',
  receivedPaid: 'Det regnes som mottatt når betalingen er gjennomført.',
  receivedPaidSigned: 'Det regnes som mottatt når du har betalt og signert.',
  receivedPaidFree: 'Det er ingenting å betale, så det regnes som mottatt når alle stegene er ferdige.',
  purposeTitle: 'Hva opplysningene brukes til',
  afterwardsTitle: 'Hva som skjer etterpå',
  payElsewhere: 'Du betaler på en sikker side hos betalingsleverandøren og kommer tilbake hit etterpå.',
  submit: 'Send inn',
  submitAndPay: 'Send inn og betal {amount}',
  toPayment: 'Gå til betaling {amount}',
  toSigning: 'Gå til signering',
  tryAgain: 'Prøv igjen',
  priceChangedTitle: 'Prisen er endret',
  priceChangedBody:
    'Prisen er en annen enn den du så. Ingenting er sendt inn eller trukket. Se på den nye prisen nedenfor før du går videre.',
  contentChangedTitle: 'Noe er endret siden du åpnet siden',
  contentChangedBody:
    'Svarene eller vedleggene er endret et annet sted. Ingenting er sendt inn ennå. Se over og send inn på nytt.',
  priceFailedTitle: 'Prisen kan ikke regnes ut',
  priceFailedBody:
    'Ingenting er sendt inn, og ingen penger er trukket. Vi har sagt fra til dem som har tjenesten. Svarene dine er lagret. Prøv igjen senere fra meldingsboksen.',
  signedOutTitle: 'Du ble logget ut mens du fylte ut',
  signedOutBody: 'Det du skrev, er ikke lagret ennå, men det ligger på denne siden. Ikke lukk den.',
  signedOutFiles: 'Filer må du legge ved på nytt: {files}.',
  signedOutSignIn: 'Logg inn igjen i en ny fane',
  signedOutComeBack: 'Kom tilbake til denne siden og send det du skrev.',
  signedOutSend: 'Send det jeg skrev',
} as const;
