import type { payment as nb } from '../nb/payment.ts';

export const payment: Record<keyof typeof nb, string> = {
  heading: 'Payment',
  toPay: 'To pay',
  what: 'What you pay for',
  payee: 'Paid to',
  deadline: 'Pay by',
  dueDate: 'Due date',
  overdue: 'The due date has passed. You can still pay.',
  kid: 'KID',
  payButton: 'Pay {amount}',
  retryButton: 'Try paying again',
  openAgainButton: 'Continue to the payment page',
  whereTo:
    'You pay on a secure page of the payment provider and come back here afterwards. Kvitt never sees your card number.',
  changeAnswers: 'Go back and change the answers',
  changeAnswersNote:
    'If you change the answers, you must submit again before the deadline. The date when it counts as received will be the new one.',
  notFinished: 'The payment is not completed',
  notFinishedBody:
    'No money has been taken. {filled, select, yes {Your answers are kept, and you} other {You}} can pay whenever you like before the deadline.',
  notTold: 'We have not been told that you have paid',
  notToldBody:
    'If you have just paid, it may take a few minutes. Wait, and do not pay again. If you have not paid, you can continue to the payment page.',
  declined: 'The payment was declined',
  declinedBody: 'No money has been taken. Try again, or pay in another way.',
  captureRefused: 'The amount could not be taken',
  captureRefusedBody:
    'No money has been taken. Your signature is kept. Try again, or pay in another way. The amount may look reserved at your bank for a few days.',
  captureRefusedUnsignedBody:
    'No money has been taken. Try again, or pay in another way. The amount may look reserved at your bank for a few days.',
  cancelledBody: 'The payment was cancelled. No money has been taken. You can try again whenever you like.',
  expiredBody:
    'The time to complete the payment ran out. No money has been taken. You can try again whenever you like.',
  releasedBody:
    'The reservation has been released. No money has been taken. The amount may look reserved at your bank for a few days.',
  refunded: 'The money has been sent back',
  refundedBody:
    'You have been refunded what you paid. It usually takes a few working days before the money is in your account. The reason is in the message in your message box. If the case is to go on, you must pay again by the deadline.',
  partlyRefunded: 'Some of the money has been sent back',
  partlyRefundedBody:
    'You have been refunded {returned} of what you paid. It usually takes a few working days before the money is in your account. The reason is in the message in your message box. If the case is to go on, you must pay again by the deadline.',
  givenBackBody:
    'What you paid has been given back or was not charged. It may take a few days before your bank shows it. If the case is to go on, you must pay again by the deadline.',
  createRefused: 'The payment page could not be opened',
  createRefusedBody: 'No money has been taken. We have told {owner}. Try again in a while.',
  noAnswer: 'The payment provider is not responding',
  noAnswerBody:
    'No money has been taken. {filled, select, yes {Your answers are kept. Try} other {Try}} again shortly.',
  editNoAnswer:
    'The open payment could not be closed just now, so the answers cannot be changed yet. Try again shortly.',
  waiting: 'We are waiting for an answer from the payment provider',
  waitingBody: 'Do not pay again. You will get a message in your message box.',
  waitingHint: 'This page updates itself. You may also close it. You will be told in your message box.',
  handOver: 'To the payment page',
  handOverBack: 'Back to the case',
  methodNotAllowed: 'This way of paying cannot be used here',
  methodNotAllowedBody:
    '{used, select, none {You paid in a way that} other {You paid with {used}, which}} this service does not accept. You will get your money back. If the amount has been taken, it usually takes a few working days. If it is only reserved, it may look reserved at your bank for a few days. Choose another way and try again.',
  ways: 'You can pay with:',
  waysOnPage: 'the payment methods shown on the payment page',
  onlyCards: 'Only {kinds}.',
  debitCards: 'debit card',
  creditCards: 'credit card',
  card: 'Card',
  chooseLegend: 'How do you want to pay?',
  chooseHint: 'The payment page opens for what you choose.',
  chooseMissing: 'How you want to pay must be chosen',
  errorsTitle: 'Correct this before you pay',
  opening: 'We are opening the payment page',
  openingBody: 'This usually takes only a few seconds. No money has been taken yet.',
  openingButton: 'Open the payment page',
  checkAgain: 'Check for an answer now',
  finishing: 'The payment is confirmed',
  finishingBody:
    'Do not pay again. This page will soon show what happens next. If there is anything more for you to do, it is in your message box.',
  problem: 'Something about the payment is not right',
  problemBody:
    'The amount may have been taken or reserved. Do not pay again. {owner} has been told and will sort it out. If you get in touch, give the reference at the bottom of the page.',
  priceChangedTitle: 'The amount has changed since you opened the page',
  priceChangedBody: 'Check the new amount before you pay.',
  answersChangedTitle: 'Something has changed since you opened the page',
  answersChangedBody:
    'The case has been submitted with other answers than those you saw. Check the amount, or go back to the answers, before you pay.',
  usedCardOf: 'the {brand} card you paid with{digits}',
  usedCard: 'the card you paid with{digits}',
  usedMethod: 'the payment method you used ({method})',
  usedUnknown: 'the payment method you used',
  closedExpired: 'The deadline has passed',
  closedExpiredBody: 'The case is closed and nothing has been submitted.',
  closedExpiredSubmittedBody: 'The case is closed without being completed, and it will not be processed.',
  closedWithdrawn: 'The case has been withdrawn',
  closedDeleted: 'What you had filled in has been deleted',
  closedFinishing: 'We are completing the case',
  closedFinishingBody:
    'This page will soon show what happens next. The receipt will come to your message box. If there is anything more for you to do, it will be there too.',
  toInbox: 'Go to the message box',
  reference: 'Reference',
  lineWhat: 'Fee',
  lineHow: 'How the amount is calculated',
  lineAmount: 'Amount',
  total: 'Total',
  vatIncluded: 'Of which VAT',
  noVat: 'Not subject to VAT',
};
