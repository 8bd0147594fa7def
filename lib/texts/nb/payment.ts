/** The payment step: what is to be paid, how it went, what to do now. */
export const payment = {
  heading: 'Betaling',
  toPay: 'Å betale',
  what: 'Hva du betaler for',
  payee: 'Betales til',
  deadline: 'Frist for å betale',
  dueDate: 'Forfall',
  overdue: 'Betalingsfristen har gått ut. Du kan fortsatt betale.',
  kid: 'KID',
  payButton: 'Betal {amount}',
  retryButton: 'Prøv å betale igjen',
  openAgainButton: 'Fortsett til betalingssiden',
  whereTo:
    'Du betaler på en sikker side hos betalingsleverandøren og kommer tilbake hit etterpå. Kvitt ser aldri kortnummeret ditt.',
  changeAnswers: 'Gå tilbake og endre svarene',
  changeAnswersNote:
    'Endrer du svarene, må du sende inn på nytt før fristen. Datoen for når det regnes som mottatt, blir den nye.',
  notFinished: 'Betalingen er ikke fullført',
  notFinishedBody:
    'Ingen penger er trukket. {filled, select, yes {Svarene dine er tatt vare på, og du} other {Du}} kan betale når du vil innen fristen.',
  notTold: 'Vi har ikke fått beskjed om at du har betalt',
  notToldBody:
    'Har du nettopp betalt, kan det ta noen minutter. Vent, og ikke betal på nytt. Har du ikke betalt, kan du fortsette til betalingssiden.',
  declined: 'Betalingen ble avvist',
  declinedBody: 'Ingen penger er trukket. Prøv igjen, eller betal på en annen måte.',
  captureRefused: 'Beløpet kunne ikke trekkes',
  captureRefusedBody:
    'Ingen penger er trukket. Signaturen din er tatt vare på. Prøv igjen, eller betal på en annen måte. Beløpet kan se reservert ut i banken i noen dager.',
  captureRefusedUnsignedBody:
    'Ingen penger er trukket. Prøv igjen, eller betal på en annen måte. Beløpet kan se reservert ut i banken i noen dager.',
  cancelledBody: 'Betalingen ble avbrutt. Ingen penger er trukket. Du kan prøve igjen når du vil.',
  expiredBody:
    'Tiden for å fullføre betalingen gikk ut. Ingen penger er trukket. Du kan prøve igjen når du vil.',
  releasedBody:
    'Reservasjonen er opphevet. Ingen penger er trukket. Beløpet kan se reservert ut i banken i noen dager.',
  refunded: 'Pengene er sendt tilbake',
  refundedBody:
    'Vi har betalt tilbake det du betalte. Det tar vanligvis noen virkedager før pengene står på kontoen. Grunnen står i meldingen i meldingsboksen. Skal saken gå videre, må du betale på nytt innen fristen.',
  partlyRefunded: 'Noe av pengene er sendt tilbake',
  partlyRefundedBody:
    'Vi har betalt tilbake {returned} av det du betalte. Det tar vanligvis noen virkedager før pengene står på kontoen. Grunnen står i meldingen i meldingsboksen. Skal saken gå videre, må du betale på nytt innen fristen.',
  givenBackBody:
    'Det du betalte, er betalt tilbake eller ikke trukket. Det kan ta noen dager før det vises i banken. Skal saken gå videre, må du betale på nytt innen fristen.',
  createRefused: 'Betalingssiden kunne ikke åpnes',
  createRefusedBody: 'Ingen penger er trukket. Vi har sagt fra til {owner}. Prøv igjen om en stund.',
  noAnswer: 'Vi får ikke svar fra betalingsleverandøren',
  noAnswerBody:
    'Ingen penger er trukket. {filled, select, yes {Svarene dine er tatt vare på. Prøv} other {Prøv}} igjen om litt.',
  editNoAnswer:
    'Den åpne betalingen kunne ikke lukkes akkurat nå, så svarene kan ikke endres ennå. Prøv igjen om litt.',
  waiting: 'Vi venter på svar fra betalingsleverandøren',
  waitingBody: 'Ikke betal på nytt. Du får melding i meldingsboksen.',
  waitingHint: 'Siden oppdaterer seg selv. Du kan også lukke den. Du får beskjed i meldingsboksen.',
  handOver: 'Til betalingssiden',
  handOverBack: 'Tilbake til saken',
  methodNotAllowed: 'Betalingsmåten kan ikke brukes her',
  methodNotAllowedBody:
    '{used, select, none {Du betalte på en måte} other {Du betalte med {used},}} som denne tjenesten ikke tar imot. Pengene går tilbake til deg. Er beløpet trukket, tar det vanligvis noen virkedager. Er det bare reservert, kan det se reservert ut i banken i noen dager. Velg en annen måte og prøv igjen.',
  ways: 'Du kan betale med:',
  waysOnPage: 'betalingsmåtene som vises på betalingssiden',
  onlyCards: 'Bare {kinds}.',
  debitCards: 'debetkort (vanlig bankkort)',
  creditCards: 'kredittkort',
  card: 'Kort',
  chooseLegend: 'Hvordan vil du betale?',
  chooseHint: 'Betalingssiden åpnes for det du velger.',
  chooseMissing: 'Hvordan du vil betale, må velges',
  errorsTitle: 'Rett dette før du betaler',
  opening: 'Vi åpner betalingssiden',
  openingBody: 'Det tar vanligvis bare et par sekunder. Ingen penger er trukket ennå.',
  openingButton: 'Åpne betalingssiden',
  checkAgain: 'Se etter svar nå',
  finishing: 'Betalingen er bekreftet',
  finishingBody:
    'Ikke betal på nytt. Siden viser snart hva som skjer videre. Er det noe mer du skal gjøre, står det i meldingsboksen.',
  problem: 'Noe stemmer ikke med betalingen',
  problemBody:
    'Beløpet kan være trukket eller reservert. Ikke betal på nytt. {owner} har fått beskjed og finner ut av det. Tar du kontakt, oppgir du referansen nederst på siden.',
  priceChangedTitle: 'Beløpet er endret siden du åpnet siden',
  priceChangedBody: 'Se over det nye beløpet før du betaler.',
  answersChangedTitle: 'Noe er endret siden du åpnet siden',
  answersChangedBody:
    'Saken er sendt inn med andre svar enn dem du så. Se over beløpet, eller gå tilbake til svarene, før du betaler.',
  usedCardOf: '{brand}-kortet du betalte med{digits}',
  usedCard: 'kortet du betalte med{digits}',
  usedMethod: 'betalingsmåten du brukte ({method})',
  usedUnknown: 'betalingsmåten du brukte',
  closedExpired: 'Fristen har gått ut',
  closedExpiredBody: 'Saken er avsluttet, og ingenting er sendt inn.',
  closedExpiredSubmittedBody: 'Saken er avsluttet uten å bli fullført, og den blir ikke behandlet.',
  closedWithdrawn: 'Saken er trukket tilbake',
  closedDeleted: 'Det du hadde fylt ut, er slettet',
  closedFinishing: 'Vi fullfører saken',
  closedFinishingBody:
    'Siden viser snart hva som skjer videre. Kvitteringen kommer i meldingsboksen. Er det noe mer du skal gjøre, står det også der.',
  toInbox: 'Gå til meldingsboksen',
  reference: 'Referanse',
  lineWhat: 'Gebyr',
  lineHow: 'Slik er beløpet regnet ut',
  lineAmount: 'Beløp',
  total: 'Sum',
  vatIncluded: 'Herav merverdiavgift',
  noVat: 'Ikke merverdiavgiftspliktig',
} as const;
