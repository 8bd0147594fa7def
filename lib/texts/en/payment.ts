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
  notFinished: 'The payment is not completed',
  notFinishedBody:
    'No money has been taken. Your answers are kept, and you can pay whenever you like before the deadline.',
  declined: 'The payment was declined',
  declinedBody: 'No money has been taken. Try again, or use another card.',
  captureRefused: 'The amount could not be taken',
  captureRefusedBody:
    'No money has been taken. Your signature is kept. Try again, or use another card. The amount may look reserved at your bank for some days.',
  cancelledBody:
    'The previous payment is cancelled. No money has been taken. If the amount was reserved, it may look reserved at your bank for some days.',
  refunded: 'The payment has been paid back',
  refundedBody:
    'You have got back what you paid. See the message in your message box for why. If the case is to go on, you must pay again by the deadline.',
  createRefused: 'The payment page could not be opened',
  createRefusedBody: 'No money has been taken. We have told {owner}. Try again in a while.',
  noAnswer: 'We get no answer from the payment provider',
  noAnswerBody: 'No money has been taken. Your answers are kept. Try again shortly.',
  editNoAnswer:
    'The open payment could not be closed just now, so the answers cannot be changed yet. Try again shortly.',
  waiting: 'We are waiting for an answer from the payment provider',
  waitingBody: 'Do not pay again. You will get a message in your message box.',
  waitingHint: 'This page updates itself. You may also close it: the case goes on without you.',
  handOver: 'To the payment page',
  handOverBack: 'Back to the case',
  methodNotAllowed: 'This way of paying cannot be used here',
  methodNotAllowedBody:
    'You paid in a way that this service does not accept. The money goes back to you. Choose another way and try again.',
  opening: 'We are opening the payment page',
  openingBody: 'This usually takes only a few seconds.',
  checkAgain: 'Check for an answer now',
  finishing: 'We are completing the case',
  finishingBody: 'Everything is done on your side. The receipt comes to your message box.',
  problem: 'Something about the payment is not right',
  problemBody:
    'What the payment provider reports is not what you were to pay. Do not pay again. {owner} has been told and will sort it out.',
  closedExpired: 'The deadline has passed',
  closedExpiredBody:
    'The case is closed and nothing has been submitted. If you have paid, you get the money back without doing anything.',
  closedWithdrawn: 'The case is withdrawn',
  closedWithdrawnBody: 'If you have paid, you get the money back without doing anything.',
  toInbox: 'Go to the message box',
  reference: 'Reference',
  lineWhat: 'Fee',
  lineHow: 'How the amount is calculated',
  lineAmount: 'Amount',
  total: 'Total',
  vatIncluded: 'Of which VAT',
  noVat: 'Not subject to VAT',
};
