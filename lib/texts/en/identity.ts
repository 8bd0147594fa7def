export const identity = {
  signInTitle: 'Sign in',
  signInLead: 'You sign in with ID-porten, and come back here afterwards.',
  signInHigh: 'This service requires sign-in at the high security level, for example with BankID or Buypass.',
  signInHigherThanNow: 'You are signed in at a lower level than the service asks for. Sign in again.',
  signInButton: 'Sign in with ID-porten',
  signInPrivacy:
    'We get your national identity number from ID-porten and your name from the National Population Register.',
  errorTitle: 'You were not signed in',
  errorCancelled: 'You cancelled. You can try again whenever you like.',
  errorLevel:
    'You signed in at a lower level than the service asks for. Choose for example BankID or Buypass and try again.',
  errorFailed: 'Signing in took too long, or was started in another window. Try again.',
  errorUnavailable:
    'We cannot reach ID-porten right now. Wait a little and try again. What you have saved is safe.',
  signedOutTitle: 'You are signed out',
  signedOutText: 'You are signed out of Kvitt and ID-porten. What you have filled in and saved is safe.',
  signedOutPartly:
    'You are signed out of Kvitt, but we could not reach ID-porten. Close the browser if others use this computer.',
  signInAgain: 'Sign in again',
  toFrontPage: 'To the front page',
  unverifiedTitle: 'We cannot confirm your role right now',
  unverifiedText:
    'The register that says whom you may act for is not responding. Until it responds, nothing can be done for {name}.',
  unverifiedSafe: 'What you have saved is safe, and a payment that has been made stands.',
  noRoleTitle: 'You cannot act for this organisation',
  noRoleText:
    'The register says that you have no role there that lets you act alone. Ask the managing director or the chair of the board.',
  tryAgain: 'Try again',
  continueAsSelf: 'Continue as yourself',
  foreignPostTitle: 'The form was not sent from this site',
  foreignPostText: 'To be safe, we did not accept it. Go back, reload the page and try again.',
  stepUpCancelled: 'You cancelled at ID-porten, and nothing has been signed. You can try again.',
  stepUpWrongPerson:
    'You signed in as another person. Nothing has been signed. The person who is signed in here must sign.',
  stepUpLevel:
    'You signed in at a lower level than signing asks for. Nothing has been signed. Try again with for example BankID or Buypass.',
  stepUpExpired: 'It took too long before you came back. Nothing has been signed. Try again.',
  stepUpUnavailable:
    'We cannot reach ID-porten right now. Nothing has been signed. Wait a little and try again.',
  stepUpFailed: 'We could not confirm who you are. Nothing has been signed. Try again.',
  sessionEnding:
    'You will be signed out in less than five minutes, as nothing has happened for a while. What is saved is safe.',
  sessionStay: 'Stay signed in',
  sessionEnded:
    'You have been signed out. Sign in again in a new tab, and you can go on where you were on this page.',
  sessionNoScript:
    'You will be signed out after 30 minutes without going on or saving. If that happens, what you have written on the page is kept when you send it.',
} as const;
