import type { notices as nb } from '../nb/notices.ts';

export const notices: Record<keyof typeof nb, string> = {
  refundedSubject: 'Money has been paid back: {title}',
  refundedBody:
    '{amount} was paid back on {date} to {paidWith}.\n\nIt usually takes a few working days before the amount is in your account. If the amount was only reserved, it may look reserved at your bank for some days.\n\nThe case is “{title}”, reference {reference}.',
  refundedReason: 'Reason: {reason}',
  refundedCreditNote: 'Credit note {number} is attached as a PDF. It credits receipt {receiptNumber}.',
  refundWithdrawn: 'The case was withdrawn.',
  refundExpired: 'The deadline passed before the case was completed.',
  refundRejected: 'What you submitted was not signed.',
  refundNotNeeded: 'The payment did not belong to a case that could accept it.',
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
  withdrawnSubject: 'The case is withdrawn: {title}',
  withdrawnBody: '“{title}” ({reference}) is withdrawn.',
  reminderSubject: 'Waiting for payment: {title}',
  reminderBody:
    '“{title}” ({reference}) is waiting for payment. The deadline is {date}.\n\nYou find the case under “In progress” in the message box.',
  captureFailedSubject: 'The payment did not go through: {title}',
  captureFailedBody:
    'We could not take the amount for “{title}” ({reference}). No money has been taken. Your signature is kept.\n\nPay again by {date} to complete the case.',
  rejectedSubject: 'You did not sign: {title}',
  rejectedBody:
    '“{title}” ({reference}) is open for changes again.\n\nA reserved amount is released, and an amount that was paid is paid back.',
  issuedSubject: 'New payment: {title}',
  issuedBody: '{title}: {amount}, due {date}. KID {kid}.\n\nYou pay under “In progress” in the message box.',
  overdueSubject: 'The payment is overdue: {title}',
  overdueBody:
    '{title}: {amount} was due {date} and has not been paid. You can still pay under “In progress” in the message box.',
};
