/** Withdrawing a case, before and after it is completed. */
export const withdrawal = {
  link: 'Trekk saken tilbake',
  linkDraft: 'Slett det du har fylt ut',
  title: 'Trekk saken tilbake',
  titleDraft: 'Slett det du har fylt ut',
  lede: 'Trekker du «{title}» tilbake, blir ingenting behandlet. Du kan ikke angre, men du kan begynne på nytt.',
  ledeDraft:
    'Det du har fylt ut i «{title}», blir slettet, og ingenting blir sendt inn. Du kan ikke angre, men du kan begynne på nytt.',
  moneyTitle: 'Pengene',
  nothingPaid: 'Du har ikke betalt noe, så ingenting skal betales tilbake.',
  takenBefore:
    'Du får tilbake {amount}, alt du har betalt, til {paidWith}. Vi ber betalingsleverandøren om det med en gang. Det tar vanligvis noen virkedager før pengene står på kontoen.',
  restBefore:
    'Nå får du tilbake resten, {amount}, til {paidWith}. Vi ber betalingsleverandøren om det med en gang. Det tar vanligvis noen virkedager før pengene står på kontoen.',
  returnedBefore: 'Du har allerede fått tilbake {amount}.',
  nothingLeft: 'Det er ikke mer å betale tilbake.',
  heldBefore:
    '{amount} er reservert på {paidWith}, men ikke trukket. Vi opphever reservasjonen med en gang. Beløpet kan se reservert ut i banken i noen dager.',
  openBefore:
    'Du har åpnet en betaling på {amount} som ikke er bekreftet. Vi lukker den først. Har du betalt i mellomtiden, får du tilbake hele beløpet, vanligvis i løpet av noen virkedager.',
  takenAfter:
    '{amount} er på vei tilbake til {paidWith}. Du får en melding når det er gjort. Det tar vanligvis noen virkedager før pengene står på kontoen.',
  heldAfter: 'Reservasjonen på {amount} blir opphevet. Beløpet kan se reservert ut i banken i noen dager.',
  openAfter: 'Betalingen på {amount} blir lukket. Kommer det penger inn likevel, får du tilbake alt.',
  returned: '{amount} er betalt tilbake.',
  answersTitle: 'Det du har fylt ut',
  erasedNow: 'Svar og vedlegg blir slettet med en gang.',
  erasedOn: 'Svar og vedlegg blir slettet {date}. Ingen behandler dem før det.',
  confirmNothing: 'Trekk saken tilbake',
  confirmErase: 'Slett det du har fylt ut',
  confirmTaken: 'Trekk saken tilbake og få igjen {amount}',
  confirmHeld: 'Trekk saken tilbake og opphev reservasjonen på {amount}',
  keep: 'Nei, gå tilbake',
  noAnswerTitle: 'Saken er ikke trukket tilbake',
  noAnswer:
    'Betalingsleverandøren svarer ikke, så den åpne betalingen kan ikke lukkes akkurat nå. Prøv igjen om litt.',
  changedTitle: 'Noe har endret seg',
  changed: 'Ingenting er gjort. Les hva som skjer med pengene nå, og bekreft på nytt.',
  ledeCompleted:
    'Saken er fullført. Trekker du «{title}» tilbake, gjelder den ikke lenger. Du kan ikke angre, men du kan begynne på nytt.',
  ends: 'Du kan trekke den tilbake til og med {date}.',
  endsWhenHandled: 'Du kan trekke den tilbake til noen begynner å behandle den.',
  partBefore:
    'Du får tilbake {amount} til {paidWith}. Tjenesten beholder {kept}. Vi ber betalingsleverandøren om det med en gang. Det tar vanligvis noen virkedager før pengene står på kontoen, og du får en kreditnota.',
  keptBefore: 'Du får ikke tilbake noe. Tjenesten beholder de {kept} du har betalt.',
  keptRestBefore: 'Du får ikke tilbake mer. Tjenesten beholder {kept}.',
  partAfter:
    '{amount} er på vei tilbake til {paidWith}. Tjenesten beholder {kept}. Du får en melding når det er gjort. Det tar vanligvis noen virkedager før pengene står på kontoen.',
  keptAfter: 'Tjenesten beholder {kept} av det du har betalt.',
  answersKept:
    'Svarene, kvitteringen og arkivkopien blir tatt vare på like lenge som før, fordi saken var fullført.',
  busyTitle: 'Saken er ikke trukket tilbake',
  busy: 'Noe av det du har betalt, er på vei tilbake til deg allerede. Prøv igjen når du har fått melding om at det er gjort.',
} as const;
