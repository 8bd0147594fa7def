/** Keys of the area `form` that the form page shows in the browser; the rest stays on the server. */
export const formTextKeys = [
  'required',
  'optional',
  'choose',
  'help',
  'next',
  'toCheck',
  'backToCheck',
  'back',
  'later',
  'saving',
  'saved',
  'notSaved',
  'notSavedSignedOut',
  'notSavedConflict',
  'notSavedMovedOn',
  'errorsTitle',
  'price',
  'priceToPay',
  'priceSoFar',
  'priceNothing',
  'priceLines',
  'priceMayChange',
  'priceCalculate',
  'priceUnknown',
  'upload',
  'uploadHint',
  'uploadHintMany',
  'uploaded',
  'remove',
] as const;
export type FormTextKey = (typeof formTextKeys)[number];

/** Says one of the form page's own texts. */
export type FormTexts = (key: FormTextKey, values?: Record<string, string | number>) => string;
