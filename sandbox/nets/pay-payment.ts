import { magicErrorCode } from './amounts.ts';
import { type CardForm, type CardFormErrors, parseCardForm } from './cards.ts';
import { newCharge } from './charge-payment.ts';
import { peekFault, referencesOf, takeFault } from './faults.ts';
import type { PaymentRecord, Reservation, UsedCard } from './model.ts';
import { type Nets, record } from './nets.ts';
import { webhookEvents } from './webhook-events.ts';

export type ClosedState = 'paid' | 'terminated';
export type DeclineReason = 'card' | 'three-d-secure';

/** What the payer's browser is to be shown, or where it is to go. */
export type PayOutcome =
  | { kind: 'closed'; state: ClosedState }
  | { kind: 'form-errors'; errors: CardFormErrors }
  | { kind: 'declined'; reason: DeclineReason }
  | { kind: 'challenge'; challengeId: string }
  /** `location` absent: the fault `return=never`. Call `returned` when the browser has its answer. */
  | { kind: 'paid'; location?: string; returned: () => void };

/** Undefined while the payer can still pay. */
export function closedState(payment: PaymentRecord): ClosedState | undefined {
  if (payment.reservation) return 'paid';
  return payment.terminatedAt ? 'terminated' : undefined;
}

/** The payer sends the card form. */
export async function payWithCard(nets: Nets, payment: PaymentRecord, form: CardForm): Promise<PayOutcome> {
  const closed = closedState(payment);
  if (closed) return { kind: 'closed', state: closed };
  const parsed = parseCardForm(form, payment, nets.context.now());
  if (!parsed.ok) return { kind: 'form-errors', errors: parsed.errors };
  switch (parsed.outcome) {
    case 'reservation-fails':
      return decline(nets, payment, 'card', '99', 'Refused by issuer');
    case 'three-d-secure': {
      const id = nets.context.randomHex(16);
      record(
        nets,
        payment,
        { challenge: { id, card: parsed.card } },
        `3-D Secure for ${parsed.card.maskedPan}`,
      );
      return { kind: 'challenge', challengeId: id };
    }
    // The card that refuses charges does so for later charges; with charge:true nothing is published, so it pays.
    case 'charge-fails':
    case 'success':
      return reserve(nets, payment, parsed.card, false);
  }
}

/** The payer decides at the issuer's page; only the newest challenge counts, and only once. */
export async function answerChallenge(
  nets: Nets,
  payment: PaymentRecord,
  challengeId: string,
  approved: boolean,
): Promise<PayOutcome> {
  const closed = closedState(payment);
  if (closed) return { kind: 'closed', state: closed };
  const { challenge } = payment;
  if (challenge?.id !== challengeId) return { kind: 'declined', reason: 'three-d-secure' };
  if (!approved) return decline(nets, payment, 'three-d-secure', '99', '3-D Secure authentication failed');
  return reserve(nets, payment, challenge.card, true);
}

async function reserve(
  nets: Nets,
  payment: PaymentRecord,
  card: UsedCard,
  threeDSecure: boolean,
): Promise<PayOutcome> {
  const { amount, items } = payment.order;
  const references = referencesOf(payment);
  const magic = magicErrorCode(amount);
  if (magic && peekFault(nets.context, 'magic', references) !== 'off') {
    return decline(nets, payment, 'card', magic, `Simulated error ${magic}`);
  }
  const createdAt = nets.context.now().toISOString();
  const reservation: Reservation = {
    reserveId: nets.context.randomHex(16),
    amount,
    createdAt,
    card,
    threeDSecure,
  };
  const charge = payment.checkout.charge ? newCharge(nets, amount, items) : undefined;
  const next = record(
    nets,
    payment,
    { reservation, charges: charge ? [charge] : [], challenge: undefined },
    `${charge ? 'reservert og belastet' : 'reservert'} ${amount} på ${card.maskedPan}`,
  );

  const returnFault = takeFault(nets.context, 'return', references);
  const gate = newGate();
  const events = webhookEvents(nets, next);
  const batch = nets.courier.send(
    next,
    [
      ...events.reserved(reservation),
      events.checkoutCompleted(),
      ...(charge ? [events.charged(charge)] : []),
    ],
    { suppressed: returnFault === 'without-webhook', returned: gate.opened },
  );
  if (batch.holdsReturn) await batch.firstAttempts;
  return {
    kind: 'paid',
    location: returnFault === 'never' ? undefined : returnUrl(next),
    returned: gate.open,
  };
}

function decline(
  nets: Nets,
  payment: PaymentRecord,
  reason: DeclineReason,
  code: string,
  message: string,
): PayOutcome {
  const next = record(nets, payment, { challenge: undefined }, `avslått: ${message}`);
  nets.courier.send(next, [webhookEvents(nets, next).reservationFailed(code, message)]);
  return { kind: 'declined', reason };
}

/** The merchant's return address with `paymentid` (lower case) appended. */
export function returnUrl({ checkout, paymentId }: PaymentRecord): string | undefined {
  const address = checkout.returnUrl ?? checkout.url;
  if (!address) return undefined;
  const url = new URL(address);
  url.searchParams.append('paymentid', paymentId);
  return url.href;
}

function newGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
