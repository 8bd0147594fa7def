/**
 * What the one who fills in may do with the case, as `authContext` asks, named as in Altinn: read and write it. What belongs
 * to other steps (confirming, signing, paying) cannot be done from the form. It stays so afterwards, so that a case that was sent in shows the same questions.
 */
const rights: Readonly<Record<string, boolean>> = {
  read: true,
  write: true,
  confirm: false,
  sign: false,
  reject: false,
  pay: false,
};

/** Undefined for an action that Kvitt does not have. */
export function mayInForm(action: string): boolean | undefined {
  return Object.hasOwn(rights, action) ? rights[action] : undefined;
}
