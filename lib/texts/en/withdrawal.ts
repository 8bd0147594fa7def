import type { withdrawal as nb } from '../nb/withdrawal.ts';

export const withdrawal: Record<keyof typeof nb, string> = {
  link: 'Withdraw the application',
  title: 'Withdraw the application',
  lede: 'If you withdraw “{title}”, nothing will be processed. You cannot undo it, but you can start again.',
  moneyTitle: 'The money',
  nothingPaid: 'You have not paid anything, so nothing is to be paid back.',
  takenBefore:
    'You get back {amount}, all that you have paid, to {paidWith}. We ask the payment provider for it at once. It usually takes a few working days before the money is in your account.',
  restBefore:
    'Now you get back the rest, {amount}, to {paidWith}. We ask the payment provider for it at once. It usually takes a few working days before the money is in your account.',
  returnedBefore: 'You have already got back {amount}.',
  nothingLeft: 'There is nothing more to pay back.',
  heldBefore:
    '{amount} is reserved with {paidWith}, but has not been taken. We release the reservation at once. The amount may look reserved at your bank for some days.',
  openBefore:
    'You have opened a payment of {amount} that is not confirmed. We close it first. If you have paid in the meantime, you get the full amount back, usually within a few working days.',
  takenAfter:
    '{amount} is on its way back to {paidWith}. You get a message when it is done. It usually takes a few working days before the money is in your account.',
  heldAfter:
    'The reservation of {amount} is being released. The amount may look reserved at your bank for some days.',
  openAfter:
    'The payment of {amount} is being closed. Should money come in all the same, you get it all back.',
  returned: '{amount} has been paid back.',
  answersTitle: 'What you have filled in',
  erasedNow: 'Answers and attachments are deleted at once.',
  erasedOn: 'Answers and attachments are deleted on {date}. Nobody processes them before that.',
  confirmNothing: 'Withdraw the application',
  confirmErase: 'Withdraw the application and delete the answers',
  confirmTaken: 'Withdraw the application and get back {amount}',
  confirmHeld: 'Withdraw the application and release the reservation of {amount}',
  keep: 'Do not withdraw, go back',
  noAnswerTitle: 'The application is not withdrawn',
  noAnswer:
    'The payment provider does not answer, so the open payment cannot be closed right now. Try again in a little while.',
  changedTitle: 'Something has changed',
  changed: 'The application is not withdrawn. Read what happens to the money now, and confirm again.',
  ledeCompleted:
    'The case is completed. If you withdraw “{title}”, it no longer applies. It cannot be undone, but you can start again.',
  ends: 'You can withdraw it until the end of {date}.',
  endsWhenHandled: 'You can withdraw it until somebody begins to process it.',
  partBefore:
    'You get {amount} back to {paidWith}. The service keeps {kept}. We ask the payment provider for it at once. It usually takes some working days before the money is in your account, and you get a credit note.',
  keptBefore: 'You get nothing back. The service keeps the {kept} that you have paid.',
  keptRestBefore: 'You get nothing more back. The service keeps {kept}.',
  partAfter:
    '{amount} is on its way back to {paidWith}. The service keeps {kept}. You get a message when it is done. It usually takes some working days before the money is in your account.',
  keptAfter: 'The service keeps {kept} of what you have paid.',
  answersKept:
    'The answers, the receipt and the archive copy are kept as long as before, because the case was completed.',
  busyTitle: 'The case has not been withdrawn',
  busy: 'Some of what you have paid is on its way back to you already. Try again when you have had a message that it is done.',
};
