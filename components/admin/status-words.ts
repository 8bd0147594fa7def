import type { TextKey } from '@/lib/texts/messages.ts';

/** A case's status, as an owner reads it. */
export const caseStatusWords = {
  awaiting_payment: 'adminCase.statusAwaitingPayment',
  awaiting_signature: 'adminCase.statusAwaitingSignature',
  completed: 'adminCase.statusCompleted',
  withdrawn: 'adminCase.statusWithdrawn',
  expired: 'adminCase.statusExpired',
  issued: 'adminCase.statusIssued',
} as const satisfies Record<string, TextKey>;
export type CaseStatusName = keyof typeof caseStatusWords;

/** A payment's status, as an owner reads it. */
export const paymentStatusWords = {
  created: 'adminCase.paymentCreated',
  pending: 'adminCase.paymentPending',
  authorized: 'adminCase.paymentAuthorized',
  captured: 'adminCase.paymentCaptured',
  partially_refunded: 'adminCase.paymentPartiallyRefunded',
  refunded: 'adminCase.paymentRefunded',
  failed: 'adminCase.paymentFailed',
  cancelled: 'adminCase.paymentCancelled',
  expired: 'adminCase.paymentExpired',
  voided: 'adminCase.paymentVoided',
} as const satisfies Record<string, TextKey>;
export type PaymentStatusName = keyof typeof paymentStatusWords;

/** Where the money of a payment is, why, and what now; `{amount}` goes in. */
export const placeWords = {
  mismatch: 'adminCase.placeMismatch',
  unknown: 'adminCase.placeUnknown',
  return_failed: 'adminCase.placeReturnFailed',
  unsettled: 'adminCase.placeUnsettled',
  going_back: 'adminCase.placeGoingBack',
  charged_back: 'adminCase.placeChargedBack',
  returned: 'adminCase.placeReturned',
  partly_returned: 'adminCase.placePartlyReturned',
  delivered: 'adminCase.placeDelivered',
  held: 'adminCase.placeHeld',
  reserved: 'adminCase.placeReserved',
  released: 'adminCase.placeReleased',
  not_yet: 'adminCase.placeNotYet',
  never: 'adminCase.placeNever',
} as const satisfies Record<string, TextKey>;
