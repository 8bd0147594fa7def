import type { notices as nb } from '../nb/notices.ts';

export const notices: Record<keyof typeof nb, string> = {
  refundedSubject: 'Pengar er betalte tilbake: {title}',
  refundedBody:
    '{amount} vart betalt tilbake {date} til {paidWith}.\n\nDet tek vanlegvis nokre yrkedagar før beløpet står på kontoen.\n\nSaka gjeld «{title}», referanse {reference}.',
  refundedReason: 'Grunn: {reason}',
  refundedCreditNote: 'Kreditnota {number} ligg ved som PDF. Han gjeld kvittering {receiptNumber}.',
  refundWithdrawn: 'Saka vart trekt tilbake.',
  refundExpired: 'Fristen gjekk ut før saka var fullført.',
  refundRejected: 'Det du sende inn, vart ikkje signert.',
  refundNotNeeded: 'Saka var alt betalt, endra eller avslutta då pengane kom.',
  refundMethod: 'Du betalte på ein måte som tenesta ikkje tek imot.',
  refundCaseStuck: 'Saka kunne ikkje førast vidare på grunn av ein feil hos oss. Ho er ikkje fullført.',
  expiredSubject: 'Fristen har gått ut: {title}',
  expiredBody:
    'Fristen for «{title}» ({reference}) har gått ut, og saka er avslutta. Ingenting er sendt inn.',
  expiredSubmittedBody:
    'Fristen for «{title}» ({reference}) har gått ut. Saka er avslutta utan å bli fullført, og ho blir ikkje behandla.',
  draftErased: 'Svara og vedlegga blir sletta.',
  draftWarnedSubject: 'Det du har byrja på, blir sletta: {title}',
  draftWarnedBody:
    'Du har byrja på «{title}» ({reference}) utan å sende inn. Etter {date} slettar vi svara og vedlegga dine.\n\nVil du gå vidare, finn du saka under «Under arbeid» i meldingsboksen. Treng du ho ikkje, kan du la vere å gjere noko.',
  contentWarnedSubject: 'Svara dine blir sletta: {title}',
  contentWarnedBody:
    'Etter {date} slettar vi svara og vedlegga i «{title}» ({reference}), slik tenesta seier. Kvittering og forseglingar blir tekne vare på.\n\nVil du behalde svara, kan du laste dei ned frå arkivkopien {archive} før det.',
  withdrawnSubject: 'Saka er trekt tilbake: {title}',
  withdrawnBody: '«{title}» ({reference}) er trekt tilbake.',
  reminderSubject: 'Ventar på betaling: {title}',
  reminderBody:
    '{amount} for «{title}» ({reference}) er ikkje betalt. Fristen er {date}. Betaler du ikkje, blir saka avslutta.\n\nDu finn saka under «Under arbeid» i meldingsboksen.',
  captureFailedSubject: 'Betalinga gjekk ikkje gjennom: {title}',
  captureFailedBody:
    'Vi fekk ikkje trekt beløpet for «{title}» ({reference}). Ingen pengar er trekte, men beløpet kan sjå reservert ut i banken i nokre dagar.\n\nHar du signert, er signaturen teken vare på. {date, select, none {Betal på nytt} other {Betal på nytt innan {date}}}, under «Under arbeid» i meldingsboksen.',
  rejectedSubject: 'Du signerte ikkje: {title}',
  rejectedBody:
    'Du kan endre svara i «{title}» ({reference}) og sende inn på nytt, under «Under arbeid» i meldingsboksen.\n\nBetalte du, får du pengane tilbake. Var beløpet berre reservert, opphevar vi reservasjonen.',
  issuedSubject: 'Ny betaling: {title}',
  issuedBody:
    '{title}: {amount} med forfall {date}. KID {kid}.\n\nDu betaler under «Under arbeid» i meldingsboksen.',
  overdueSubject: 'Betalinga er forfallen: {title}',
  overdueBody:
    '{title}: {amount} forfall {date} og er ikkje betalt. Du kan framleis betale under «Under arbeid» i meldingsboksen.',
};
