/** E-mails and the messages that a finished case gives. An e-mail says that something waits, never what. */
export const mail = {
  waitingSubject: 'Du har en ny melding i meldingsboksen',
  waitingBody:
    'Hei\n\nDet ligger en ny melding til deg i meldingsboksen. Logg inn for å lese den:\n{url}\n\nDu kan ikke svare på denne e-posten.',
  waitingBodyOrganisation:
    'Hei\n\nDet ligger en ny melding til en virksomhet du handler for. Logg inn og velg virksomheten for å lese den:\n{url}\n\nDu kan ikke svare på denne e-posten.',
  receiptSubject: 'Kvittering: {service}',
  receiptBody:
    'Du har betalt {amount} til {owner} for «{service}».\n\nKvitteringen har nummer {number} og ligger ved som PDF. Saksreferansen er {reference}.\n\nEn kopi av saken ligger i arkivet med referansen {archive}.',
  confirmationSubject: 'Bekreftelse: {service}',
  confirmationBody:
    '{owner} har fått det du sendte inn: «{service}». Det var ingenting å betale.\n\nBekreftelsen har nummer {number} og ligger ved som PDF. Saksreferansen er {reference}.\n\nEn kopi av saken ligger i arkivet med referansen {archive}.',
  receiptFile: 'kvittering-{number}.pdf',
  confirmationFile: 'bekreftelse-{number}.pdf',
  creditNoteFile: 'kreditnota-{number}.pdf',
} as const;
