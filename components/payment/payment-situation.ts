import type { TextKey } from '@/lib/texts/messages.ts';

/** What the payer is told, and the one thing to do; by the situation's kind. */
export interface SituationWords {
  title: TextKey;
  body: TextKey;
  color: 'info' | 'warning' | 'danger';
  /** Text of the one button, or none when there is nothing to do but wait. */
  button?: TextKey;
  /** The page looks again by itself. */
  waits?: boolean;
}

type Kind =
  | 'declined'
  | 'capture_refused'
  | 'capture_refused_unsigned'
  | 'method_not_allowed'
  | 'create_refused'
  | 'create_unknown'
  | 'cancelled'
  | 'expired'
  | 'released'
  | 'refunded'
  | 'partially_refunded'
  | 'given_back'
  | 'open'
  | 'left'
  | 'opening'
  | 'unknown'
  | 'problem'
  | 'finishing';

const retry = { color: 'warning', button: 'payment.retryButton' } as const;
const goOn = { color: 'warning', button: 'payment.openAgainButton' } as const;

export const situationWords: Record<Kind, SituationWords> = {
  declined: { ...retry, title: 'payment.declined', body: 'payment.declinedBody' },
  capture_refused: { ...retry, title: 'payment.captureRefused', body: 'payment.captureRefusedBody' },
  capture_refused_unsigned: {
    ...retry,
    title: 'payment.captureRefused',
    body: 'payment.captureRefusedUnsignedBody',
  },
  method_not_allowed: { ...retry, title: 'payment.methodNotAllowed', body: 'payment.methodNotAllowedBody' },
  create_refused: { ...retry, title: 'payment.createRefused', body: 'payment.createRefusedBody' },
  create_unknown: { ...retry, title: 'payment.noAnswer', body: 'payment.noAnswerBody' },
  cancelled: { ...retry, title: 'payment.notFinished', body: 'payment.cancelledBody' },
  expired: { ...retry, title: 'payment.notFinished', body: 'payment.expiredBody' },
  released: { ...retry, title: 'payment.notFinished', body: 'payment.releasedBody' },
  refunded: { ...retry, title: 'payment.refunded', body: 'payment.refundedBody' },
  given_back: { ...retry, title: 'payment.refunded', body: 'payment.givenBackBody' },
  partially_refunded: { ...retry, title: 'payment.partlyRefunded', body: 'payment.partlyRefundedBody' },
  // Nobody has told us anything: where the money is, the payer knows better than we do.
  open: { ...goOn, title: 'payment.notTold', body: 'payment.notToldBody' },
  // The payer has come back by the way out of an open payment page.
  left: { ...goOn, title: 'payment.notFinished', body: 'payment.notFinishedBody' },
  opening: { color: 'info', title: 'payment.opening', body: 'payment.openingBody', waits: true },
  unknown: { color: 'info', title: 'payment.waiting', body: 'payment.waitingBody', waits: true },
  problem: { color: 'danger', title: 'payment.problem', body: 'payment.problemBody' },
  finishing: { color: 'info', title: 'payment.finishing', body: 'payment.finishingBody', waits: true },
};
