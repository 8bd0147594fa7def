import type { form as nb } from '../nb/form.ts';

export const form: Record<keyof typeof nb, string> = {
  position: 'Steg {step} av {steps}',
  progress: 'Framdrift',
  done: 'Ferdig',
  actingFor: 'Du fyller ut for {name}',
  errorPrefix: 'Feil',
  errorsTitle:
    '{count, plural, one {Rett denne feilen før du går vidare} other {Rett desse # feilane før du går vidare}}',
  required: 'Må fyllast ut',
  optional: 'Valfritt',
  choose: 'Vel …',
  help: 'Hjelp',

  next: 'Neste',
  toCheck: 'Sjå over svara',
  backToCheck: 'Lagre og gå til oppsummeringa',
  back: 'Tilbake',
  later: 'Lagre og hald fram seinare',

  saving: 'Lagrar …',
  saved: 'Lagra',
  notSaved: 'Ikkje lagra. Vi prøver igjen.',
  notSavedSignedOut:
    'Ikkje lagra: du er logga ut. Opne ei ny fane, logg inn der, og kom tilbake hit. Svara står her.',
  notSavedConflict:
    'Ikkje lagra: nokon har endra denne sida ein annan stad. Trykk «Neste», så kan du velje kva svar som skal gjelde.',
  notSavedMovedOn:
    'Ikkje lagra: skjemaet er sendt inn ein annan stad. Last sida på nytt for å sjå kva som skjer no.',
  moreQuestions: 'Svara dine gir fleire spørsmål',
  moreQuestionsBody: 'Svar på dei nye spørsmåla før du går vidare.',

  fetched_folkeregisteret: 'Henta frå Folkeregisteret.',
  fetched_enhetsregisteret: 'Henta frå Einingsregisteret.',
  fetched_contact: 'Henta frå Kontakt- og reservasjonsregisteret.',
  fetched_earlier: 'Frå førre gongen.',
  lookup_number: 'Skriv {label} først, med rette siffer. Så kan du hente namnet.',
  lookup_not_found_person:
    '{label}: vi fann ingen med dette nummeret og etternamnet. Sjekk at begge delar er rette.',
  lookup_not_found_organisation:
    '{label}: vi fann ingen organisasjon med dette nummeret. Sjekk at alle siffera er rette.',
  lookup_unavailable: '{label}: registeret svarar ikkje akkurat no. Svara dine er lagra. Prøv igjen om litt.',
  lookup_too_many:
    '{label}: du har slått opp for mange personar det siste døgnet. Svara dine er lagra. Vent eit døgn, eller ta kontakt med dei som har tenesta.',
  earlierOffer: 'Du sende inn dette {date}. Du kan bruke svara frå den gongen, og endre det som er nytt.',
  earlierUse: 'Bruk svara frå førre gongen',

  conflictTitle: 'Nokon har endra denne sida ein annan stad',
  conflictBody:
    'Svara vart endra i ei anna fane, eller av ein annan i verksemda, etter at du opna sida. Ingenting av det du skreiv, er borte. Vel kva svar som skal gjelde.',
  conflictSaved: 'Lagra ein annan stad',
  conflictTyped: 'Det du skreiv',
  conflictUseMine: 'Bruk det eg skreiv',
  conflictKeepSaved: 'Behald det som er lagra',

  price: 'Pris',
  priceToPay: 'Å betale',
  priceSoFar: 'Så langt',
  priceNothing: 'Ingenting å betale',
  priceLines: 'Slik er prisen rekna ut',
  priceMayChange: 'Prisen kan endre seg når du har svart på resten.',
  priceCalculate: 'Rekn ut prisen',
  priceUnknown:
    'Prisen kan ikkje reknast ut akkurat no. Han blir rekna ut på nytt når du går vidare, og du ser han før du sender inn.',

  addRow: 'Legg til {name}',
  rowAdded: '{name} er lagd til',
  rowRemoved: '{name} er fjerna',
  rowsFull: 'Det er ikkje plass til fleire enn {max}.',

  upload: 'Last opp',
  uploadHint: 'PDF, PNG eller JPEG. Kvar fil kan vere opptil 10 MB.',
  uploadHintMany: 'PDF, PNG eller JPEG, høgst {max} filer. Kvar fil kan vere opptil 10 MB.',
  uploaded: 'Lasta opp',
  remove: 'Fjern',
  fileRefused_empty: '{label}: fila er tom. Vel ei anna fil.',
  fileRefused_too_large: '{label}: fila er for stor. Ho kan vere opptil 10 MB.',
  fileRefused_wrong_type: '{label}: fila må vere ein PDF eller eit bilete i PNG eller JPEG.',
  fileRefused_too_many: '{label} har alt så mange filer som det er plass til. Fjern ei først.',
  fileRefused_no_tag: '{label}: vel kva fila er, før du lastar ho opp.',
  fileRefused_cut:
    'Filene var for store til å sendast samstundes. Last dei opp éi om gongen, opptil 10 MB kvar.',

  checkTitle: 'Sjå over svara',
  checkIntro: 'Sjå over at alt er rett før du sender inn.',
  change: 'Endre',
  checkMissingTitle: 'Noko manglar eller må rettast',
  checkMissingBody: 'Du kan ikkje sende inn enno.',
  checkFillMissing: 'Gå til det som manglar',
  priceTitle: 'Kva det kostar',
  total: 'Sum',
  totalVat: 'Av dette meirverdiavgift',
  noVat: 'Ikkje meirverdiavgiftspliktig',
  receivedTitle: 'Når blir det rekna som motteke?',
  receivedSubmitted: 'Det blir rekna som motteke når du har sendt det inn, også før betalinga er gjord.',
  receivedSubmittedFree: 'Det blir rekna som motteke når du har sendt det inn.',
  receivedPaid: 'Det blir rekna som motteke når betalinga er gjennomført.',
  receivedPaidSigned: 'Det blir rekna som motteke når du har betalt og signert.',
  receivedPaidFree: 'Det er ingenting å betale, så det blir rekna som motteke når alle stega er ferdige.',
  purposeTitle: 'Kva opplysningane blir brukte til',
  afterwardsTitle: 'Kva som skjer etterpå',
  payElsewhere: 'Du betaler på ei sikker side hos betalingsleverandøren og kjem tilbake hit etterpå.',
  submit: 'Send inn',
  submitAndPay: 'Send inn og betal {amount}',
  toPayment: 'Gå til betaling {amount}',
  toSigning: 'Gå til signering',
  tryAgain: 'Prøv igjen',
  priceChangedTitle: 'Prisen er endra',
  priceChangedBody:
    'Prisen er ein annan enn den du såg. Ingenting er sendt inn eller trekt. Sjå på den nye prisen nedanfor før du går vidare.',
  contentChangedTitle: 'Noko er endra sidan du opna sida',
  contentChangedBody:
    'Svara eller vedlegga er endra ein annan stad. Ingenting er sendt inn enno. Sjå over og send inn på nytt.',
  priceFailedTitle: 'Prisen kan ikkje reknast ut',
  priceFailedBody:
    'Ingenting er sendt inn, og ingen pengar er trekte. Vi har sagt frå til dei som har tenesta. Svara dine er lagra. Prøv igjen seinare frå meldingsboksen.',
  signedOutTitle: 'Du vart logga ut medan du fylte ut',
  signedOutBody: 'Det du skreiv, er ikkje lagra enno, men det ligg på denne sida. Ikkje lukk ho.',
  signedOutFiles: 'Filer må du leggje ved på nytt: {files}.',
  signedOutSignIn: 'Logg inn igjen i ei ny fane',
  signedOutComeBack: 'Kom tilbake til denne sida og send det du skreiv.',
  signedOutSend: 'Send det eg skreiv',
};
