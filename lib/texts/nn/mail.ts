import type { mail as nb } from '../nb/mail.ts';

export const mail: Record<keyof typeof nb, string> = {
  waitingSubject: 'Du har ei ny melding i meldingsboksen',
  waitingBody:
    'Hei\n\nDet ligg ei ny melding til deg i meldingsboksen. Logg inn for å lese ho:\n{url}\n\nDu kan ikkje svare på denne e-posten.',
  waitingBodyOrganisation:
    'Hei\n\nDet ligg ei ny melding til ei verksemd du handlar for. Logg inn og vel verksemda for å lese ho:\n{url}\n\nDu kan ikkje svare på denne e-posten.',
  receiptSubject: 'Kvittering: {service}',
  receiptBody:
    'Du har betalt {amount} til {owner} for «{service}».\n\nKvitteringa har nummer {number} og ligg ved som PDF. Saksreferansen er {reference}.\n\nEin kopi av saka ligg i arkivet med referansen {archive}.',
  confirmationSubject: 'Stadfesting: {service}',
  confirmationBody:
    '{owner} har fått det du sende inn: «{service}». Det var ingenting å betale.\n\nStadfestinga har nummer {number} og ligg ved som PDF. Saksreferansen er {reference}.\n\nEin kopi av saka ligg i arkivet med referansen {archive}.',
  receiptFile: 'kvittering-{number}.pdf',
  confirmationFile: 'stadfesting-{number}.pdf',
  creditNoteFile: 'kreditnota-{number}.pdf',
};
