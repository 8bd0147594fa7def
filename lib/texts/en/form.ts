import type { form as nb } from '../nb/form.ts';

export const form: Record<keyof typeof nb, string> = {
  position: 'Step {step} of {steps}',
  progress: 'Progress',
  done: 'Done',
  actingFor: 'You are filling this in for {name}',
  errorPrefix: 'Error',
  errorsTitle:
    '{count, plural, one {Correct this before you go on} other {Correct these # things before you go on}}',
  required: 'Must be filled in',
  optional: 'Optional',
  choose: 'Choose …',
  help: 'Help',

  next: 'Next',
  toCheck: 'Check your answers',
  backToCheck: 'Save and go to the summary',
  back: 'Back',
  later: 'Save and continue later',

  saving: 'Saving …',
  saved: 'Saved',
  notSaved: 'Not saved. We are trying again.',
  notSavedSignedOut:
    'Not saved: you are signed out. Open a new tab, sign in there, and come back here. Your answers are still here.',
  notSavedConflict:
    'Not saved: somebody has changed this page elsewhere. Press “Next”, and you can choose which answers count.',
  notSavedMovedOn:
    'Not saved: the form has been submitted elsewhere. Reload the page to see what happens now.',
  moreQuestions: 'Your answers lead to more questions',
  moreQuestionsBody: 'Answer the new questions before you go on.',

  fetched_folkeregisteret: 'From the National Population Register.',
  fetched_enhetsregisteret: 'From the Central Coordinating Register for Legal Entities.',
  fetched_contact: 'From the Contact and Reservation Register.',
  fetched_earlier: 'From last time.',
  lookup_number: 'Enter {label} first, with the right digits. Then you can fetch the name.',
  lookup_not_found_person:
    '{label}: we found nobody with this number and last name. Check that both are right.',
  lookup_not_found_organisation:
    '{label}: we found no organisation with this number. Check that every digit is right.',
  lookup_unavailable:
    '{label}: the register is not responding right now. Your answers are saved. Try again in a while.',
  lookup_too_many:
    '{label}: you have looked up too many people in the last 24 hours. Your answers are saved. Wait a day, or contact the body that runs the service.',
  earlierOffer: 'You sent this in on {date}. You can use those answers and change what is new.',
  earlierUse: 'Use the answers from last time',

  conflictTitle: 'Somebody has changed this page elsewhere',
  conflictBody:
    'The answers were changed in another tab, or by somebody else in the organisation, after you opened the page. None of what you wrote is lost. Choose which answers count.',
  conflictSaved: 'Saved elsewhere',
  conflictTyped: 'What you wrote',
  conflictUseMine: 'Use what I wrote',
  conflictKeepSaved: 'Keep what is saved',

  price: 'Price',
  priceToPay: 'To pay',
  priceSoFar: 'So far',
  priceNothing: 'Nothing to pay',
  priceLines: 'How the price is calculated',
  priceMayChange: 'The price may change when you have answered the rest.',
  priceCalculate: 'Calculate price',
  priceUnknown:
    'The price cannot be calculated right now. It is calculated again when you go on, and you see it before you submit.',

  addRow: 'Add {name}',
  rowAdded: '{name} has been added',
  rowRemoved: '{name} has been removed',
  rowsFull: 'There is room for at most {max}.',

  upload: 'Upload',
  uploadHint: 'PDF, PNG or JPEG. Each file may be up to 10 MB.',
  uploadHintMany: 'PDF, PNG or JPEG, at most {max} files. Each file may be up to 10 MB.',
  uploaded: 'Uploaded',
  remove: 'Remove',
  fileRefused_empty: '{label}: the file is empty. Choose another file.',
  fileRefused_too_large: '{label}: the file is too large. It may be up to 10 MB.',
  fileRefused_wrong_type: '{label}: the file must be a PDF or an image in PNG or JPEG.',
  fileRefused_too_many: '{label} already has as many files as there is room for. Remove one first.',
  fileRefused_no_tag: '{label}: choose what the file is before you upload it.',
  fileRefused_cut:
    'The files were too large to be sent together. Upload them one at a time, up to 10 MB each.',

  checkTitle: 'Check your answers',
  checkIntro: 'Check that everything is right before you submit.',
  change: 'Change',
  checkMissingTitle: 'Something is missing or must be corrected',
  checkMissingBody: 'You cannot submit yet.',
  checkFillMissing: 'Go to what is missing',
  priceTitle: 'What it costs',
  total: 'Total',
  totalVat: 'Of which VAT',
  noVat: 'Not subject to VAT',
  receivedTitle: 'When does it count as received?',
  receivedSubmitted: 'It counts as received when you have submitted it, also before the payment is made.',
  receivedSubmittedFree: 'It counts as received when you have submitted it.',
  receivedPaid: 'It counts as received when the payment is completed.',
  receivedPaidSigned: 'It counts as received when you have paid and signed.',
  receivedPaidFree: 'There is nothing to pay, so it counts as received when all steps are done.',
  purposeTitle: 'What the information is used for',
  afterwardsTitle: 'What happens next',
  payElsewhere: 'You pay on a secure page at the payment provider and come back here afterwards.',
  submit: 'Submit',
  submitAndPay: 'Submit and pay {amount}',
  toPayment: 'Go to payment {amount}',
  toSigning: 'Go to signing',
  tryAgain: 'Try again',
  priceChangedTitle: 'The price has changed',
  priceChangedBody:
    'The price is not the one you saw. Nothing has been submitted or taken. Look at the new price below before you go on.',
  contentChangedTitle: 'Something has changed since you opened the page',
  contentChangedBody:
    'Answers or attachments have been changed elsewhere. Nothing has been submitted yet. Check them, and submit again.',
  priceFailedTitle: 'The price cannot be calculated',
  priceFailedBody:
    'Nothing has been submitted, and no money has been taken. We have told the body that runs the service. Your answers are saved. Try again later from the message box.',
  signedOutTitle: 'You were signed out while you were filling in',
  signedOutBody: 'What you wrote is not saved yet, but it is kept on this page. Do not close it.',
  signedOutFiles: 'Files must be attached again: {files}.',
  signedOutSignIn: 'Sign in again in a new tab',
  signedOutComeBack: 'Come back to this page and send what you wrote.',
  signedOutSend: 'Send what I wrote',
};
