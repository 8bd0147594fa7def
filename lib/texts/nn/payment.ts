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
  notFinished: 'Betalinga er ikkje fullført',
  notFinishedBody:
    'Ingen pengar er trekte. Svara dine er tekne vare på, og du kan betale når du vil innan fristen.',
  declined: 'Betalinga vart avvist',
  declinedBody: 'Ingen pengar er trekte. Prøv igjen, eller bruk eit anna kort.',
  captureRefused: 'Beløpet kunne ikkje trekkjast',
  captureRefusedBody:
    'Ingen pengar er trekte. Signaturen din er teken vare på. Prøv igjen, eller bruk eit anna kort. Beløpet kan sjå reservert ut i banken i nokre dagar.',
  cancelledBody:
    'Den førre betalinga er avbroten. Ingen pengar er trekte. Var beløpet reservert, kan det sjå reservert ut i banken i nokre dagar.',
  refunded: 'Betalinga er betalt tilbake',
  refundedBody:
    'Du har fått tilbake det du betalte. Sjå meldinga i meldingsboksen for kvifor. Skal saka gå vidare, må du betale på nytt innan fristen.',
  createRefused: 'Betalingssida kunne ikkje opnast',
  createRefusedBody: 'Ingen pengar er trekte. Vi har sagt frå til {owner}. Prøv igjen om ei stund.',
  noAnswer: 'Vi får ikkje svar frå betalingsleverandøren',
  noAnswerBody: 'Ingen pengar er trekte. Svara dine er tekne vare på. Prøv igjen om litt.',
  editNoAnswer:
    'Den opne betalinga kunne ikkje lukkast akkurat no, så svara kan ikkje endrast enno. Prøv igjen om litt.',
  waiting: 'Vi ventar på svar frå betalingsleverandøren',
  waitingBody: 'Ikkje betal på nytt. Du får melding i meldingsboksen.',
  waitingHint: 'Sida oppdaterer seg sjølv. Du kan òg lukke henne: saka går vidare utan deg.',
  handOver: 'Til betalingssida',
  handOverBack: 'Tilbake til saka',
  methodNotAllowed: 'Betalingsmåten kan ikkje brukast her',
  methodNotAllowedBody:
    'Du betalte på ein måte som denne tenesta ikkje tek imot. Pengane går tilbake til deg. Vel ein annan måte og prøv på nytt.',
  opening: 'Vi opnar betalingssida',
  openingBody: 'Det tek vanlegvis berre eit par sekund.',
  checkAgain: 'Sjå etter svar no',
  finishing: 'Vi fullfører saka',
  finishingBody: 'Alt er gjort frå di side. Kvitteringa kjem i meldingsboksen.',
  problem: 'Noko stemmer ikkje med betalinga',
  problemBody:
    'Det betalingsleverandøren melder, stemmer ikkje med det du skulle betale. Ikkje betal på nytt. {owner} har fått beskjed og ordnar opp.',
  closedExpired: 'Fristen har gått ut',
  closedExpiredBody:
    'Saka er avslutta, og ingenting er sendt inn. Har du betalt, får du pengane tilbake utan å gjere noko.',
  closedWithdrawn: 'Saka er trekt',
  closedWithdrawnBody: 'Har du betalt, får du pengane tilbake utan å gjere noko.',
  toInbox: 'Gå til meldingsboksen',
  reference: 'Referanse',
  lineWhat: 'Gebyr',
  lineHow: 'Slik er beløpet rekna ut',
  lineAmount: 'Beløp',
  total: 'Sum',
  vatIncluded: 'Av dette meirverdiavgift',
  noVat: 'Ikkje meirverdiavgiftspliktig',
};
