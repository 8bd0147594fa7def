/** Signing, and the page that checks a seal. A signature is an authenticated confirmation that Kvitt seals; never call it more. */
export const signing = {
  title: 'Sign',
  lede: 'Read everything below. You sign exactly what it says here.',
  statementTitle: 'What you confirm',
  contentTitle: 'What you sign',
  attachments: 'Attachments',
  attachment: '{size} kB, SHA-256 {sha256}',
  total: 'Total',
  vatOutside: 'not subject to VAT',
  vatExempt: 'exempt from VAT',
  vatIncluded: 'of which {rate}% VAT: {amount}',
  who: 'Who signs',
  signer: 'You sign as',
  onBehalfOf: 'On behalf of',
  onBehalfOfSelf: 'yourself',
  orgNumber: 'org.\u00a0no.\u00a0{number}',
  levelAsked: 'Security level that the service asks for',
  deadline: 'Sign by',
  levelLow: 'low',
  levelSubstantial: 'substantial',
  levelHigh: 'high',
  stepUpNeeded:
    'Before you sign, you must confirm who you are with ID-porten at the {level} security level. Then you come back here and sign.',
  stepUpDone: 'You are confirmed at the {level} security level',
  stepUpDoneText:
    'All that is left is to sign. The confirmation is good for 15 minutes, and for this content only.',
  sign: 'Sign',
  signStepUp: 'Confirm who you are with ID-porten',
  reject: 'Reject and go back to the form',
  rejectHelp: 'If you reject, you can change your answers and submit again.',
  rejectHeld:
    'The amount is only reserved, and we will then release the reservation. It may look reserved at your bank for a few days.',
  rejectTaken: 'You have paid {amount}, and you will then get your money back without doing anything.',
  afterHeld: 'When you have signed, we take the {amount} that is reserved.',
  afterPay: 'When you have signed, you pay {amount}.',
  sealNote:
    'Kvitt stores a confirmation that you have read and accepted this, and seals it. It can then be checked whether anything is changed afterwards.',
  waitingTitle: 'Your signature has been received',
  waitingText:
    'You need not do anything more now. We will tell you in the message box when the case moves on.',
  toInbox: 'To the message box',

  notSignedTitle: 'Nothing has been signed',
  problemContentChangedTitle: 'The content has changed',
  problemContentChanged:
    'The content or the wording has changed since the page was shown. Nothing is signed. Read it again before you sign.',
  problemPriceChangedTitle: 'The price has changed',
  problemPriceChanged:
    'The rates of the day you sign apply, and they have changed since you submitted. Nothing is signed. See the new price before you sign.',
  problemPriceFailed:
    'The price cannot be calculated with today’s rates. Nothing is signed, and we have alerted the body that runs the service. Try again later from the message box.',
  problemDamagedTitle: 'The case cannot be signed now',
  problemDamaged:
    'What is stored does not agree with what was submitted. Nothing is signed, and we have alerted the body that runs the service. Choose “Reject and go back to the form”, check the answers and submit again. If you have paid, you will get your money back.',

  checkTitle: 'Seal check',
  checkLede:
    'Here you see whether the confirmation from a signing is unchanged. The check is done every time the page is opened.',
  confirmedBy: 'Confirmed by {name}, signed in at the {level} security level, sealed by Kvitt.',
  intactTitle: 'The seal is intact',
  intact:
    'Answers, attachments, price and the texts of the service are exactly the same as when {name} signed.',
  intactAlone: 'The seal is genuine and unchanged.',
  wordingChanged:
    'Kvitt’s own words on the page have changed since. We therefore cannot rebuild the text word for word, but the content is the same.',
  voidedTitle: 'The signature no longer applies',
  voided:
    'The case was changed or closed after it was signed. The seal shows what was signed then, but the content is not the same now.',
  deletedTitle: 'The seal is genuine, the content is deleted',
  deleted:
    'What was signed has been deleted under the rules for storage. The seal is unchanged, but cannot be compared with the content.',
  brokenTitle: 'The seal is broken',
  brokenIntro: 'This does not agree:',
  brokenAdvice: 'Contact {owner}, and give the case reference {reference}.',
  reasonMalformed: 'The seal cannot be read.',
  reasonUnknownKey: 'The seal was made with a key that is not Kvitt’s.',
  reasonSignature: 'The seal itself has been changed since it was made.',
  reasonSubmission: 'The seal belongs to another case, or to another revision of the case.',
  reasonServiceVersion:
    'The form, texts or price rules of the service are not those that applied when it was signed.',
  reasonSigner: 'It was not this person, or not this name, that signed.',
  reasonActingParty: 'It was signed on behalf of somebody else.',
  reasonLevel: 'The level or time of the sign-in is not the one that was sealed.',
  reasonTime: 'The time of signing is not the one that was sealed.',
  reasonAnswers: 'The answers have been changed since the signing.',
  reasonAttachments: 'An attachment has been changed, removed or added since the signing.',
  reasonOrder: 'The price lines or the amount have been changed since the signing.',
  reasonText: 'The text that was shown is not the one that would be shown now.',
  reasonContent: 'Something else that was locked at submission has been changed.',
  facts: 'About the signing',
  signedBy: 'Confirmed by',
  actedFor: 'On behalf of',
  signedAt: 'Signed',
  level: 'Security level of the sign-in',
  authTime: 'Signed in with ID-porten',
  service: 'Service',
  caseReference: 'Case reference',
  key: 'Key (kid)',
  download: 'Download the seal (JWS)',
  keys: 'Public keys (JWKS)',
  whatItIs: 'What is a seal?',
  whatItIsText:
    'Kvitt stores what was confirmed, by whom, and how the person was signed in, and puts its own digital seal on it. It can then be checked whether anything is changed afterwards. The seal holds no national identity number, and the answers only as checksums.',
  toCase: 'To the case',
} as const;
