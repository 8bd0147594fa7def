import type { withdrawal as nb } from '../nb/withdrawal.ts';

export const withdrawal: Record<keyof typeof nb, string> = {
  link: 'Trekk saka tilbake',
  linkDraft: 'Slett det du har fylt ut',
  title: 'Trekk saka tilbake',
  titleDraft: 'Slett det du har fylt ut',
  lede: 'Trekkjer du «{title}» tilbake, blir ingenting behandla. Du kan ikkje angre, men du kan byrje på nytt.',
  ledeDraft:
    'Det du har fylt ut i «{title}», blir sletta, og ingenting blir sendt inn. Du kan ikkje angre, men du kan byrje på nytt.',
  moneyTitle: 'Pengane',
  nothingPaid: 'Du har ikkje betalt noko, så ingenting skal betalast tilbake.',
  takenBefore:
    'Du får tilbake {amount}, alt du har betalt, til {paidWith}. Vi ber betalingsleverandøren om det med ein gong. Det tek vanlegvis nokre yrkedagar før pengane står på kontoen.',
  restBefore:
    'No får du tilbake resten, {amount}, til {paidWith}. Vi ber betalingsleverandøren om det med ein gong. Det tek vanlegvis nokre yrkedagar før pengane står på kontoen.',
  returnedBefore: 'Du har allereie fått tilbake {amount}.',
  nothingLeft: 'Det er ikkje meir å betale tilbake.',
  heldBefore:
    '{amount} er reservert på {paidWith}, men ikkje trekt. Vi opphevar reservasjonen med ein gong. Beløpet kan sjå reservert ut i banken i nokre dagar.',
  openBefore:
    'Du har opna ei betaling på {amount} som ikkje er stadfesta. Vi lukkar ho først. Har du betalt i mellomtida, får du tilbake heile beløpet, vanlegvis i løpet av nokre yrkedagar.',
  takenAfter:
    '{amount} er på veg tilbake til {paidWith}. Du får ei melding når det er gjort. Det tek vanlegvis nokre yrkedagar før pengane står på kontoen.',
  heldAfter: 'Reservasjonen på {amount} blir oppheva. Beløpet kan sjå reservert ut i banken i nokre dagar.',
  openAfter: 'Betalinga på {amount} blir lukka. Kjem det pengar inn likevel, får du tilbake alt.',
  returned: '{amount} er betalt tilbake.',
  answersTitle: 'Det du har fylt ut',
  erasedNow: 'Svar og vedlegg blir sletta med ein gong.',
  erasedOn: 'Svar og vedlegg blir sletta {date}. Ingen behandlar dei før det.',
  confirmNothing: 'Trekk saka tilbake',
  confirmErase: 'Slett det du har fylt ut',
  confirmTaken: 'Trekk saka tilbake og få igjen {amount}',
  confirmHeld: 'Trekk saka tilbake og opphev reservasjonen på {amount}',
  keep: 'Nei, gå tilbake',
  noAnswerTitle: 'Saka er ikkje trekt tilbake',
  noAnswer:
    'Betalingsleverandøren svarar ikkje, så den opne betalinga kan ikkje lukkast akkurat no. Prøv igjen om litt.',
  changedTitle: 'Noko har endra seg',
  changed: 'Ingenting er gjort. Les kva som skjer med pengane no, og stadfest på nytt.',
  ledeCompleted:
    'Saka er fullført. Trekkjer du «{title}» tilbake, gjeld ho ikkje lenger. Du kan ikkje angre, men du kan byrje på nytt.',
  ends: 'Du kan trekkje ho tilbake til og med {date}.',
  endsWhenHandled: 'Du kan trekkje ho tilbake til nokon byrjar å behandle ho.',
  partBefore:
    'Du får tilbake {amount} til {paidWith}. Tenesta beheld {kept}. Vi ber betalingsleverandøren om det med ein gong. Det tek vanlegvis nokre yrkedagar før pengane står på kontoen, og du får ein kreditnota.',
  keptBefore: 'Du får ikkje tilbake noko. Tenesta beheld dei {kept} du har betalt.',
  keptRestBefore: 'Du får ikkje tilbake meir. Tenesta beheld {kept}.',
  partAfter:
    '{amount} er på veg tilbake til {paidWith}. Tenesta beheld {kept}. Du får ei melding når det er gjort. Det tek vanlegvis nokre yrkedagar før pengane står på kontoen.',
  keptAfter: 'Tenesta beheld {kept} av det du har betalt.',
  answersKept:
    'Svara, kvitteringa og arkivkopien blir tekne vare på like lenge som før, fordi saka var fullført.',
  busyTitle: 'Saka er ikkje trekt tilbake',
  busy: 'Noko av det du har betalt, er på veg tilbake til deg allereie. Prøv igjen når du har fått melding om at det er gjort.',
};
