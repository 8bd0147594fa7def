import { bookOf } from './book.ts';
import { testCards, testCvc, testExpiry } from './cards.ts';
import type { Dibs } from './dibs.ts';
import type { PaymentRecord } from './model.ts';
import {
  answerChallenge,
  leaveWindow,
  type PayOutcome,
  payWithCard,
  readThreeDSecure,
} from './pay-payment.ts';

/**
 * `{leave: true}`, or `{card?, expiry?, cvc?, threeDS?}` where `threeDS` is `approve`, `reject` or `cancel` (the bank asks
 * and is answered so), `challenge` (it asks and is not answered) or `unavailable`: what the payer would do on the pages.
 */
export async function payWithoutBrowser(
  dibs: Dibs,
  payment: PaymentRecord,
  body: Record<string, unknown>,
): Promise<PayOutcome> {
  if (body.leave === true) return leaveWindow(dibs, payment);
  const field = (name: string, otherwise: string) =>
    typeof body[name] === 'string' ? body[name] : otherwise;
  const form = {
    cardNumber: field('card', testCards[0]?.pan ?? ''),
    expiry: field('expiry', testExpiry),
    cvc: field('cvc', testCvc),
  };
  const wanted = field('threeDS', '');
  const answered = ['approve', 'reject', 'cancel'].includes(wanted);
  const outcome = await payWithCard(dibs, payment, form, readThreeDSecure(answered ? 'challenge' : wanted));
  if (outcome.kind !== 'challenge' || !answered) return outcome;
  const challenged = dibs.payments.get(payment.id) ?? payment;
  return answerChallenge(dibs, challenged, outcome.challengeId, wanted === 'approve');
}

/** `{outcome, …, back?}` where `back` is what the browser would now POST, and where; without url it stays. */
export function describeOutcome(dibs: Dibs, payment: PaymentRecord, outcome: PayOutcome) {
  const { back } = bookOf(dibs, dibs.payments.get(payment.id) ?? payment);
  switch (outcome.kind) {
    case 'done':
      return { outcome: outcome.status === 'ACCEPTED' ? 'paid' : outcome.status.toLowerCase(), back };
    case 'closed':
      return { outcome: 'already-closed', back };
    case 'declined':
      return { outcome: 'declined', reason: outcome.reason };
    case 'challenge':
      return { outcome: 'challenge', challenge: outcome.challengeId };
    case 'form-errors':
      return { outcome: 'form-errors', errors: outcome.errors };
  }
}
