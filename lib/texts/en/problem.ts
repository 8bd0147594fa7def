import type { problem as nb } from '../nb/problem.ts';

export const problem: Record<keyof typeof nb, string> = {
  not_foundTitle: 'We cannot find this',
  not_foundBody:
    'The case does not exist, or it belongs to somebody other than the person or organisation you are acting for.',
  not_signed_inTitle: 'You need to sign in',
  not_signed_inBody: 'Sign in to continue. What you have saved is kept.',
  forbiddenTitle: 'You do not have access',
  forbiddenBody: 'Check who you are acting for at the top of the page, and try again.',
  bad_requestTitle: 'We could not read what was sent',
  bad_requestBody: 'Go back and try again. What you have saved is kept.',
  conflictTitle: 'The case has changed meanwhile',
  conflictBody:
    'Somebody, perhaps you in another tab, has changed the case. Open it again from the message box to see how it stands.',
  too_largeTitle: 'What was sent is too large',
  too_largeBody:
    'Files can be up to 10 MB each. Go back and upload fewer or smaller files. What you have saved is kept.',
  step_up_requiredTitle: 'You need to sign in at a higher level',
  step_up_requiredBody: 'The service asks for sign-in at the high security level, for example with BankID.',
  unavailableTitle: 'Something went wrong on our side',
  unavailableBody:
    'What you have saved is kept. If you have just paid, do not pay again: the receipt will come to your message box. If you have not paid, try again shortly.',
};
