import type { TextKey } from '@/lib/texts/messages.ts';
import type { Translate } from '@/lib/texts/translate.ts';

/** Of a payment's operations and ledger, and of a case's events, by the name that they are stored under. */
const words: Readonly<Record<string, TextKey>> = {
  started: 'adminTimeline.started',
  create_planned: 'adminTimeline.createPlanned',
  create_done: 'adminTimeline.createDone',
  create_failed: 'adminTimeline.createFailed',
  create_unknown: 'adminTimeline.createUnknown',
  capture_planned: 'adminTimeline.capturePlanned',
  capture_done: 'adminTimeline.captureDone',
  capture_failed: 'adminTimeline.captureFailed',
  capture_unknown: 'adminTimeline.captureUnknown',
  cancel_planned: 'adminTimeline.cancelPlanned',
  cancel_done: 'adminTimeline.cancelDone',
  cancel_failed: 'adminTimeline.cancelFailed',
  cancel_unknown: 'adminTimeline.cancelUnknown',
  refund_planned: 'adminTimeline.refundPlanned',
  refund_done: 'adminTimeline.refundDone',
  refund_failed: 'adminTimeline.refundFailed',
  refund_unknown: 'adminTimeline.refundUnknown',
  captured: 'adminTimeline.bookedCaptured',
  delivered: 'adminTimeline.bookedDelivered',
  refunded: 'adminTimeline.bookedRefunded',
  undelivered: 'adminTimeline.bookedUndelivered',
  'submission.started': 'adminTimeline.caseStarted',
  'submission.submitted': 'adminTimeline.caseSubmitted',
  'submission.payable': 'adminTimeline.casePayable',
  'submission.issued': 'adminTimeline.caseIssued',
  'submission.paid': 'adminTimeline.casePaid',
  'submission.signed': 'adminTimeline.caseSigned',
  'submission.capture_failed': 'adminTimeline.caseCaptureFailed',
  'submission.rejected': 'adminTimeline.caseRejected',
  'submission.reopened': 'adminTimeline.caseReopened',
  'submission.withdrawn': 'adminTimeline.caseWithdrawn',
  'submission.deadline': 'adminTimeline.caseDeadline',
  'submission.late_money': 'adminTimeline.caseLateMoney',
  'payment.started': 'adminTimeline.paymentStarted',
  'payment.opened': 'adminTimeline.paymentOpened',
  'payment.failed': 'adminTimeline.paymentFailed',
  'payment.reminded': 'adminTimeline.paymentReminded',
  'payment.mismatch': 'adminTimeline.paymentMismatch',
  'payment.method_not_allowed': 'adminTimeline.methodNotAllowed',
  'payment.refund_requested': 'adminTimeline.refundRequested',
  'payment.captured': 'adminTimeline.paymentCaptured',
  'payment.authorized': 'adminTimeline.paymentAuthorized',
  'payment.refunded': 'adminTimeline.paymentRefunded',
  'payment.partially_refunded': 'adminTimeline.paymentRefunded',
  'payment.capture_refused': 'adminTimeline.captureRefused',
  'payment.cancel_refused': 'adminTimeline.cancelRefused',
  'payment.refund_refused': 'adminTimeline.refundRefused',
  'signature.signed': 'adminTimeline.signatureSigned',
  'signature.rejected': 'adminTimeline.signatureRejected',
  'attachment.added': 'adminTimeline.attachmentAdded',
  'attachment.removed': 'adminTimeline.attachmentRemoved',
  'case.delivered': 'adminTimeline.caseDelivered',
};

/** What happened, in words; a provider's own event name, and what is new, are shown as they are. */
export function happeningWords(what: string, t: Translate): string {
  const key = Object.hasOwn(words, what) ? words[what] : undefined;
  return key ? t(key) : what;
}
