import type { payment as nb } from '../nb/payment.ts';

export const payment: Record<keyof typeof nb, string> = {
  heading: 'Betaling',
  toPay: 'Å betale',
  what: 'Kva du betaler for',
  payee: 'Blir betalt til',
  deadline: 'Frist for å betale',
  dueDate: 'Forfall',
  overdue: 'Betalingsfristen har gått ut. Du kan framleis betale.',
  kid: 'KID',
  payButton: 'Betal {amount}',
  retryButton: 'Prøv å betale igjen',
  openAgainButton: 'Hald fram til betalingssida',
  whereTo:
    'Du betaler på ei sikker side hos betalingsleverandøren og kjem tilbake hit etterpå. Kvitt ser aldri kortnummeret ditt.',
  changeAnswers: 'Gå tilbake og endre svara',
  changeAnswersNote:
    'Endrar du svara, må du sende inn på nytt før fristen. Datoen for når det blir rekna som motteke, blir den nye.',
  notFinished: 'Betalinga er ikkje fullført',
  notFinishedBody:
    'Ingen pengar er trekte. {filled, select, yes {Svara dine er tekne vare på, og du} other {Du}} kan betale når du vil innan fristen.',
  notTold: 'Vi har ikkje fått melding om at du har betalt',
  notToldBody:
    'Har du nett betalt, kan det ta nokre minutt. Vent, og ikkje betal på nytt. Har du ikkje betalt, kan du halde fram til betalingssida.',
  declined: 'Betalinga vart avvist',
  declinedBody: 'Ingen pengar er trekte. Prøv igjen, eller betal på ein annan måte.',
  captureRefused: 'Beløpet kunne ikkje trekkjast',
  captureRefusedBody:
    'Ingen pengar er trekte. Signaturen din er teken vare på. Prøv igjen, eller betal på ein annan måte. Beløpet kan sjå reservert ut i banken i nokre dagar.',
  captureRefusedUnsignedBody:
    'Ingen pengar er trekte. Prøv igjen, eller betal på ein annan måte. Beløpet kan sjå reservert ut i banken i nokre dagar.',
  cancelledBody: 'Betalinga vart avbroten. Ingen pengar er trekte. Du kan prøve igjen når du vil.',
  expiredBody:
    'Tida for å fullføre betalinga gjekk ut. Ingen pengar er trekte. Du kan prøve igjen når du vil.',
  releasedBody:
    'Reservasjonen er oppheva. Ingen pengar er trekte. Beløpet kan sjå reservert ut i banken i nokre dagar.',
  refunded: 'Pengane er sende tilbake',
  refundedBody:
    'Vi har betalt tilbake det du betalte. Det tek vanlegvis nokre yrkedagar før pengane står på kontoen. Grunnen står i meldinga i meldingsboksen. Skal saka gå vidare, må du betale på nytt innan fristen.',
  partlyRefunded: 'Noko av pengane er sendt tilbake',
  partlyRefundedBody:
    'Vi har betalt tilbake {returned} av det du betalte. Det tek vanlegvis nokre yrkedagar før pengane står på kontoen. Grunnen står i meldinga i meldingsboksen. Skal saka gå vidare, må du betale på nytt innan fristen.',
  givenBackBody:
    'Det du betalte, er betalt tilbake eller ikkje trekt. Det kan ta nokre dagar før det viser i banken. Skal saka gå vidare, må du betale på nytt innan fristen.',
  createRefused: 'Betalingssida kunne ikkje opnast',
  createRefusedBody: 'Ingen pengar er trekte. Vi har sagt frå til {owner}. Prøv igjen om ei stund.',
  noAnswer: 'Vi får ikkje svar frå betalingsleverandøren',
  noAnswerBody:
    'Ingen pengar er trekte. {filled, select, yes {Svara dine er tekne vare på. Prøv} other {Prøv}} igjen om litt.',
  editNoAnswer:
    'Den opne betalinga kunne ikkje lukkast akkurat no, så svara kan ikkje endrast enno. Prøv igjen om litt.',
  waiting: 'Vi ventar på svar frå betalingsleverandøren',
  waitingBody: 'Ikkje betal på nytt. Du får melding i meldingsboksen.',
  waitingHint: 'Sida oppdaterer seg sjølv. Du kan òg lukke ho. Du får melding i meldingsboksen.',
  handOver: 'Til betalingssida',
  handOverBack: 'Tilbake til saka',
  methodNotAllowed: 'Betalingsmåten kan ikkje brukast her',
  methodNotAllowedBody:
    '{used, select, none {Du betalte på ein måte} other {Du betalte med {used},}} som denne tenesta ikkje tek imot. Pengane går tilbake til deg. Er beløpet trekt, tek det vanlegvis nokre yrkedagar. Er det berre reservert, kan det sjå reservert ut i banken i nokre dagar. Vel ein annan måte og prøv igjen.',
  ways: 'Du kan betale med:',
  waysOnPage: 'betalingsmåtane som blir viste på betalingssida',
  onlyCards: 'Berre {kinds}.',
  debitCards: 'debetkort (vanleg bankkort)',
  creditCards: 'kredittkort',
  card: 'Kort',
  chooseLegend: 'Korleis vil du betale?',
  chooseHint: 'Betalingssida blir opna for det du vel.',
  chooseMissing: 'Korleis du vil betale, må veljast',
  errorsTitle: 'Rett dette før du betaler',
  opening: 'Vi opnar betalingssida',
  openingBody: 'Det tek vanlegvis berre eit par sekund. Ingen pengar er trekte enno.',
  openingButton: 'Opne betalingssida',
  checkAgain: 'Sjå etter svar no',
  finishing: 'Betalinga er stadfesta',
  finishingBody:
    'Ikkje betal på nytt. Sida viser snart kva som skjer vidare. Er det noko meir du skal gjere, står det i meldingsboksen.',
  problem: 'Noko stemmer ikkje med betalinga',
  problemBody:
    'Beløpet kan vere trekt eller reservert. Ikkje betal på nytt. {owner} har fått melding og finn ut av det. Tek du kontakt, oppgir du referansen nedst på sida.',
  priceChangedTitle: 'Beløpet er endra sidan du opna sida',
  priceChangedBody: 'Sjå over det nye beløpet før du betaler.',
  answersChangedTitle: 'Noko er endra sidan du opna sida',
  answersChangedBody:
    'Saka er send inn med andre svar enn dei du såg. Sjå over beløpet, eller gå tilbake til svara, før du betaler.',
  usedCardOf: '{brand}-kortet du betalte med{digits}',
  usedCard: 'kortet du betalte med{digits}',
  usedMethod: 'betalingsmåten du brukte ({method})',
  usedUnknown: 'betalingsmåten du brukte',
  closedExpired: 'Fristen har gått ut',
  closedExpiredBody: 'Saka er avslutta, og ingenting er sendt inn.',
  closedExpiredSubmittedBody: 'Saka er avslutta utan å bli fullført, og ho blir ikkje behandla.',
  closedWithdrawn: 'Saka er trekt tilbake',
  closedDeleted: 'Det du hadde fylt ut, er sletta',
  closedFinishing: 'Vi fullfører saka',
  closedFinishingBody:
    'Sida viser snart kva som skjer vidare. Kvitteringa kjem i meldingsboksen. Er det noko meir du skal gjere, står det òg der.',
  toInbox: 'Gå til meldingsboksen',
  reference: 'Referanse',
  lineWhat: 'Gebyr',
  lineHow: 'Slik er beløpet rekna ut',
  lineAmount: 'Beløp',
  total: 'Sum',
  vatIncluded: 'Av dette meirverdiavgift',
  noVat: 'Ikkje meirverdiavgiftspliktig',
};
