import type { withdrawal as nb } from '../nb/withdrawal.ts';

export const withdrawal: Record<keyof typeof nb, string> = {
  link: 'Withdraw the case',
  linkDraft: 'Delete what you have filled in',
  title: 'Withdraw the case',
  titleDraft: 'Delete what you have filled in',
  lede: 'If you withdraw “{title}”, nothing will be processed. You cannot undo it, but you can start again.',
  ledeDraft:
    'What you have filled in for “{title}” will be deleted, and nothing will be submitted. You cannot undo it, but you can start again.',
  moneyTitle: 'The money',
  nothingPaid: 'You have not paid anything, so there is nothing to refund.',
  takenBefore:
    'You will get back {amount}, everything you have paid, to {paidWith}. We will ask the payment provider for it at once. It usually takes a few working days before the money is in your account.',
  restBefore:
    'You will now get back the rest, {amount}, to {paidWith}. We will ask the payment provider for it at once. It usually takes a few working days before the money is in your account.',
  returnedBefore: 'You have already been refunded {amount}.',
  nothingLeft: 'There is nothing more to refund.',
  heldBefore:
    '{amount} is reserved with {paidWith}, but has not been taken. We will release the reservation at once. The amount may look reserved at your bank for a few days.',
  openBefore:
    'You have opened a payment of {amount} that is not confirmed. We will close it first. If you have paid in the meantime, you will get the full amount back, usually within a few working days.',
  takenAfter:
    '{amount} is on its way back to {paidWith}. You will get a message once it is done. It usually takes a few working days before the money is in your account.',
  heldAfter:
    'The reservation of {amount} will be released. The amount may look reserved at your bank for a few days.',
  openAfter:
    'The payment of {amount} will be closed. If money comes in all the same, you will get everything back.',
  returned: 'You have been refunded {amount}.',
  answersTitle: 'What you have filled in',
  erasedNow: 'Answers and attachments will be deleted at once.',
  erasedOn: 'Answers and attachments will be deleted on {date}. Nobody processes them before that.',
  confirmNothing: 'Withdraw the case',
  confirmErase: 'Delete what you have filled in',
  confirmTaken: 'Withdraw the case and get back {amount}',
  confirmHeld: 'Withdraw the case and release the reservation of {amount}',
  keep: 'No, go back',
  noAnswerTitle: 'The case has not been withdrawn',
  noAnswer:
    'The payment provider is not responding, so the open payment cannot be closed right now. Try again in a little while.',
  changedTitle: 'Something has changed',
  changed: 'Nothing has been done. Read what happens to the money now, and confirm again.',
  ledeCompleted:
    'The case is completed. If you withdraw “{title}”, it no longer applies. You cannot undo it, but you can start again.',
  ends: 'You can withdraw it until the end of {date}.',
  endsWhenHandled: 'You can withdraw it until somebody begins to process it.',
  partBefore:
    'You will get back {amount} to {paidWith}. The service keeps {kept}. We will ask the payment provider for it at once. It usually takes a few working days before the money is in your account, and you will get a credit note.',
  keptBefore: 'You will get nothing back. The service keeps the {kept} you have paid.',
  keptRestBefore: 'You will get nothing more back. The service keeps {kept}.',
  partAfter:
    '{amount} is on its way back to {paidWith}. The service keeps {kept}. You will get a message once it is done. It usually takes a few working days before the money is in your account.',
  keptAfter: 'The service keeps {kept} of what you have paid.',
  answersKept:
    'The answers, the receipt and the archive copy are kept as long as before, because the case was completed.',
  busyTitle: 'The case has not been withdrawn',
  busy: 'Some of what you have paid is on its way back to you already. Try again once we have told you that it is done.',
};
