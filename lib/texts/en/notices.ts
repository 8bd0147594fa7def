import type { notices as nb } from '../nb/notices.ts';

export const notices: Record<keyof typeof nb, string> = {
  refundedSubject: 'You have been refunded: {title}',
  refundedBody:
    'You were refunded {amount} on {date}, to {paidWith}.\n\nIt usually takes a few working days before the amount is in your account.\n\nThe case is “{title}”, reference {reference}.',
  refundedReason: 'Reason: {reason}',
  refundedCreditNote: 'Credit note {number} is attached as a PDF. It credits receipt {receiptNumber}.',
  refundWithdrawn: 'The case was withdrawn.',
  refundExpired: 'The deadline passed before the case was completed.',
  refundRejected: 'What you submitted was not signed.',
  refundNotNeeded: 'The case had already been paid, changed or closed when the money came.',
  refundMethod: 'You paid in a way that the service does not accept.',
  refundCaseStuck: 'The case could not be carried on because of a fault of ours. It is not completed.',
  expiredSubject: 'The deadline has passed: {title}',
  expiredBody:
    'The deadline for “{title}” ({reference}) has passed and the case is closed. Nothing has been submitted.',
  expiredSubmittedBody:
    'The deadline for “{title}” ({reference}) has passed. The case is closed without being completed, and it will not be processed.',
  draftErased: 'The answers and attachments are deleted.',
  draftWarnedSubject: 'What you have begun will be deleted: {title}',
  draftWarnedBody:
    'You have begun “{title}” ({reference}) without submitting it. After {date} we delete your answers and attachments.\n\nIf you want to go on, you find the case under “In progress” in the message box. If you do not need it, you need not do anything.',
  contentWarnedSubject: 'Your answers will be deleted: {title}',
  contentWarnedBody:
    'After {date} we delete the answers and attachments of “{title}” ({reference}), as the service says. Receipt and seals are kept.\n\nIf you want to keep the answers, you can download them from the archive copy {archive} before that.',
  withdrawnSubject: 'The case has been withdrawn: {title}',
  withdrawnBody: '“{title}” ({reference}) has been withdrawn.',
  reminderSubject: 'Waiting for payment: {title}',
  reminderBody:
    '{amount} for “{title}” ({reference}) has not been paid. The deadline is {date}. If you do not pay, the case will be closed.\n\nYou find the case under “In progress” in the message box.',
  captureFailedSubject: 'The payment did not go through: {title}',
  captureFailedBody:
    'We could not take the amount for “{title}” ({reference}). No money has been taken, but the amount may look reserved at your bank for a few days.\n\nIf you have signed, your signature is kept. {date, select, none {Pay again} other {Pay again by {date}}}, under “In progress” in the message box.',
  rejectedSubject: 'You did not sign: {title}',
  rejectedBody:
    'You can change the answers in “{title}” ({reference}) and submit again, under “In progress” in the message box.\n\nIf you paid, you will get your money back. If the amount was only reserved, we will release the reservation.',
  issuedSubject: 'New payment: {title}',
  issuedBody: '{title}: {amount}, due {date}. KID {kid}.\n\nYou pay under “In progress” in the message box.',
  overdueSubject: 'The payment is overdue: {title}',
  overdueBody:
    '{title}: {amount} was due {date} and has not been paid. You can still pay under “In progress” in the message box.',
};
