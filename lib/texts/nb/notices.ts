/** Notices in the message box about a case and its money. */
export const notices = {
  refundedSubject: 'Penger er betalt tilbake: {title}',
  refundedBody:
    '{amount} ble betalt tilbake {date} til {paidWith}.\n\nDet tar vanligvis noen virkedager før beløpet står på kontoen.\n\nSaken gjelder «{title}», referanse {reference}.',
  refundedReason: 'Grunn: {reason}',
  refundedCreditNote: 'Kreditnota {number} ligger ved som PDF. Den gjelder kvittering {receiptNumber}.',
  refundWithdrawn: 'Saken ble trukket tilbake.',
  refundExpired: 'Fristen gikk ut før saken var fullført.',
  refundRejected: 'Det du sendte inn, ble ikke signert.',
  refundNotNeeded: 'Saken var alt betalt, endret eller avsluttet da pengene kom.',
  refundMethod: 'Du betalte på en måte som tjenesten ikke tar imot.',
  refundCaseStuck: 'Saken kunne ikke føres videre på grunn av en feil hos oss. Den er ikke fullført.',
  expiredSubject: 'Fristen har gått ut: {title}',
  expiredBody:
    'Fristen for «{title}» ({reference}) har gått ut, og saken er avsluttet. Ingenting er sendt inn.',
  expiredSubmittedBody:
    'Fristen for «{title}» ({reference}) har gått ut. Saken er avsluttet uten å bli fullført, og den blir ikke behandlet.',
  draftErased: 'Svarene og vedleggene blir slettet.',
  draftWarnedSubject: 'Det du har begynt på, blir slettet: {title}',
  draftWarnedBody:
    'Du har begynt på «{title}» ({reference}) uten å sende inn. Etter {date} sletter vi svarene og vedleggene dine.\n\nVil du gå videre, finner du saken under «Under arbeid» i meldingsboksen. Trenger du den ikke, kan du la være å gjøre noe.',
  contentWarnedSubject: 'Svarene dine blir slettet: {title}',
  contentWarnedBody:
    'Etter {date} sletter vi svarene og vedleggene i «{title}» ({reference}), slik tjenesten sier. Kvittering og forseglinger blir tatt vare på.\n\nVil du beholde svarene, kan du laste dem ned fra arkivkopien {archive} før det.',
  withdrawnSubject: 'Saken er trukket tilbake: {title}',
  withdrawnBody: '«{title}» ({reference}) er trukket tilbake.',
  reminderSubject: 'Venter på betaling: {title}',
  reminderBody:
    '{amount} for «{title}» ({reference}) er ikke betalt. Fristen er {date}. Betaler du ikke, blir saken avsluttet.\n\nDu finner saken under «Under arbeid» i meldingsboksen.',
  captureFailedSubject: 'Betalingen gikk ikke gjennom: {title}',
  captureFailedBody:
    'Vi fikk ikke trukket beløpet for «{title}» ({reference}). Ingen penger er trukket, men beløpet kan se reservert ut i banken i noen dager.\n\nHar du signert, er signaturen tatt vare på. {date, select, none {Betal på nytt} other {Betal på nytt innen {date}}}, under «Under arbeid» i meldingsboksen.',
  rejectedSubject: 'Du signerte ikke: {title}',
  rejectedBody:
    'Du kan endre svarene i «{title}» ({reference}) og sende inn på nytt, under «Under arbeid» i meldingsboksen.\n\nBetalte du, får du pengene tilbake. Var beløpet bare reservert, opphever vi reservasjonen.',
  issuedSubject: 'Ny betaling: {title}',
  issuedBody:
    '{title}: {amount} med forfall {date}. KID {kid}.\n\nDu betaler under «Under arbeid» i meldingsboksen.',
  overdueSubject: 'Betalingen er forfalt: {title}',
  overdueBody:
    '{title}: {amount} forfalt {date} og er ikke betalt. Du kan fortsatt betale under «Under arbeid» i meldingsboksen.',
} as const;
