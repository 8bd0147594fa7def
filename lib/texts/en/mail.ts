import type { mail as nb } from '../nb/mail.ts';

export const mail: Record<keyof typeof nb, string> = {
  waitingSubject: 'You have a new message in your message box',
  waitingBody:
    'Hello\n\nA new message is waiting for you in your message box. Sign in to read it:\n{url}\n\nYou cannot reply to this e-mail.',
  waitingBodyOrganisation:
    'Hello\n\nA new message is waiting for an organisation that you act for. Sign in and choose the organisation to read it:\n{url}\n\nYou cannot reply to this e-mail.',
  receiptSubject: 'Receipt: {service}',
  receiptBody:
    'You have paid {amount} to {owner} for “{service}”.\n\nThe receipt has number {number} and is attached as a PDF. The case reference is {reference}.\n\nA copy of the case is in the archive under reference {archive}.',
  confirmationSubject: 'Confirmation: {service}',
  confirmationBody:
    '{owner} has received what you sent: “{service}”. There was nothing to pay.\n\nThe confirmation has number {number} and is attached as a PDF. The case reference is {reference}.\n\nA copy of the case is in the archive under reference {archive}.',
  receiptFile: 'receipt-{number}.pdf',
  confirmationFile: 'confirmation-{number}.pdf',
  creditNoteFile: 'credit-note-{number}.pdf',
};
