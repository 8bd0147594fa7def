import { type CardForm, type CardFormErrors, parseCardForm } from './cards.ts';
import { withWrongMac } from './courier.ts';
import { type Dibs, newNumber, record } from './dibs.ts';
import { referencesOf, takeFault } from './faults.ts';
import { type DeclineReason, fieldOf, type PaymentRecord, type Told, type UsedCard } from './model.ts';

/** How the payer chose that the bank behaves; nothing is published on cards that make it ask. */
export type ThreeDSecure = 'frictionless' | 'challenge' | 'unavailable';

export function readThreeDSecure(text: string): ThreeDSecure {
  return text === 'challenge' || text === 'unavailable' ? text : 'frictionless';
}

/** What the payer's browser is to be shown. */
export type PayOutcome =
  | { kind: 'closed' }
  | { kind: 'form-errors'; errors: CardFormErrors }
  | { kind: 'declined'; reason: DeclineReason }
  | { kind: 'challenge'; challengeId: string }
  /** Accepted or pending. `returned` is to be called when the browser has its answer. */
  | { kind: 'done'; status: Told; returned: () => void };

/** The payer sends the card form. */
export async function payWithCard(
  dibs: Dibs,
  payment: PaymentRecord,
  form: CardForm,
  threeDSecure: ThreeDSecure,
): Promise<PayOutcome> {
  if (payment.back) return { kind: 'closed' };
  const parsed = parseCardForm(form, payment, dibs.context.now());
  if (!parsed.ok) return { kind: 'form-errors', errors: parsed.errors };
  const { card } = parsed;
  switch (takeFault(dibs, 'three-d-secure', referencesOf(payment))?.kind ?? threeDSecure) {
    case 'unavailable':
      return decline(dibs, payment, 'three-d-secure-unavailable');
    case 'challenge': {
      const id = dibs.context.randomHex(16);
      const challenge = { id, card, cardIsDeclined: parsed.outcome === 'declined' };
      record(dibs, payment, { challenge }, `3-D Secure for ${card.masked}`);
      return { kind: 'challenge', challengeId: id };
    }
    default:
      return parsed.outcome === 'declined' ? decline(dibs, payment, 'card') : accept(dibs, payment, card);
  }
}

/** The payer decides at the issuer's page; only the newest challenge counts, and only once. */
export async function answerChallenge(
  dibs: Dibs,
  payment: PaymentRecord,
  challengeId: string,
  approved: boolean,
): Promise<PayOutcome> {
  if (payment.back) return { kind: 'closed' };
  const { challenge } = payment;
  if (challenge?.id !== challengeId) return { kind: 'declined', reason: 'three-d-secure' };
  if (!approved) return decline(dibs, payment, 'three-d-secure');
  if (challenge.cardIsDeclined) return decline(dibs, payment, 'card');
  return accept(dibs, payment, challenge.card);
}

/** The payer leaves the window: DECLINED after a declined card, else CANCELLED. */
export async function leaveWindow(dibs: Dibs, payment: PaymentRecord): Promise<PayOutcome> {
  if (payment.back) return { kind: 'closed' };
  const status = payment.declined ? 'DECLINED' : 'CANCELLED';
  const left = record(dibs, payment, { challenge: undefined }, 'betaleren gikk tilbake');
  const outcome = await finish(dibs, left, status);
  acceptLate(dibs, payment.id);
  return outcome;
}

async function accept(dibs: Dibs, payment: PaymentRecord, card: UsedCard): Promise<PayOutcome> {
  if (dibs.wire.isUsedUp?.(dibs, payment)) return decline(dibs, payment, 'order-number');
  const pending = takeFault(dibs, 'outcome', referencesOf(payment));
  const paid = pending ? holdBack(dibs, payment, card) : reserve(dibs, payment, card);
  const outcome = await finish(dibs, paid, pending ? 'PENDING' : 'ACCEPTED');
  if (pending && pending.kind !== 'pending-forever') {
    const status = pending.kind === 'pending-declined' ? 'DECLINED' : 'ACCEPTED';
    dibs.courier.later(pending.ms ?? 3_000, () => settlePending(dibs, payment.id, status));
  }
  return outcome;
}

/** PENDING becomes ACCEPTED or DECLINED; only the callback tells. False when it was not pending. */
export function settlePending(dibs: Dibs, paymentId: string, status: 'ACCEPTED' | 'DECLINED'): boolean {
  const payment = dibs.payments.get(paymentId);
  if (payment?.told !== 'PENDING' || !payment.transaction) return false;
  const { card } = payment.transaction;
  const settled =
    status === 'ACCEPTED'
      ? reserve(dibs, payment, card)
      : record(dibs, payment, { transaction: undefined, declined: 'card' }, 'avslått etter å ha ventet');
  tell(dibs, settled, status);
  return true;
}

function decline(dibs: Dibs, payment: PaymentRecord, reason: DeclineReason): PayOutcome {
  const changes = { challenge: undefined, declined: reason, declinedAs: newNumber(dibs) };
  const next = record(dibs, payment, changes, `avslått: ${reason}`);
  if (takeFault(dibs, 'decline', referencesOf(payment))?.kind === 'told') {
    tell(dibs, next, 'DECLINED');
    acceptLate(dibs, payment.id);
  }
  return { kind: 'declined', reason };
}

/** The fault `after-failed`: the money comes although the merchant was told that it did not. */
function acceptLate(dibs: Dibs, paymentId: string): void {
  const payment = dibs.payments.get(paymentId);
  const fault = payment && takeFault(dibs, 'after-failed', referencesOf(payment));
  if (!fault) return;
  dibs.courier.later(fault.ms ?? 3_000, () => {
    const current = dibs.payments.get(paymentId);
    if (!current || current.transaction) return;
    const card = {
      type: 'VISA',
      masked: '471110******0000',
      expMonth: '06',
      expYear: '24',
      refusesCapture: false,
    };
    tell(dibs, reserve(dibs, current, card), 'ACCEPTED');
  });
}

/** Under way: a number, but no money yet. */
function holdBack(dibs: Dibs, payment: PaymentRecord, card: UsedCard): PaymentRecord {
  const transaction = { id: newNumber(dibs), card };
  return record(dibs, payment, { transaction, challenge: undefined }, `venter på ${card.masked}`);
}

function reserve(dibs: Dibs, payment: PaymentRecord, card: UsedCard): PaymentRecord {
  const transaction = payment.transaction ?? { id: newNumber(dibs), card };
  const captured = dibs.wire.isYes(fieldOf(payment, 'capturenow')) && !card.refusesCapture;
  const captures = captured
    ? [{ amount: payment.amount, at: dibs.context.now().toISOString(), pending: false }]
    : [];
  const ticket = fieldOf(payment, 'createTicket') === '1' ? newTicket(dibs, payment, card) : undefined;
  const what = `${captured ? 'reservert og belastet' : 'reservert'} ${payment.amount} på ${card.masked}`;
  return record(
    dibs,
    payment,
    { transaction, captures, ticket, challenge: undefined, declined: undefined },
    what,
  );
}

export function newTicket(dibs: Dibs, { merchantId }: { merchantId: string }, card: UsedCard): string {
  const id = newNumber(dibs);
  dibs.tickets.set(id, { id, merchantId, card });
  return id;
}

/** The end of the payer's visit: the callback goes out, and the browser gets what it is to POST. */
async function finish(dibs: Dibs, payment: PaymentRecord, status: Told): Promise<PayOutcome> {
  const fault = takeFault(dibs, 'return', referencesOf(payment))?.kind;
  const { wire } = dibs;
  const fields = wire.resultFields(dibs, payment, status);
  const accepted = status === 'ACCEPTED' || status === 'PENDING';
  const url =
    fault === 'never' ? '' : fieldOf(payment, accepted ? wire.names.accepted : wire.names.cancelled);
  const back = { url, fields: fault === 'wrong-signature' ? withWrongMac(wire, fields) : fields };
  const next = record(dibs, payment, { told: status, back }, `meldt ${status}`);
  const gate = newGate();
  const callbackUrl = fieldOf(payment, 'callbackUrl');
  if (callbackUrl && wire.tells.includes(status)) {
    const sent = dibs.courier.send(
      next,
      { event: status, url: callbackUrl, fields },
      { suppressed: fault === 'without-webhook', returned: gate.opened },
    );
    if (sent.holdsReturn) await sent.firstAttempt;
  }
  return { kind: 'done', status, returned: gate.open };
}

/** A callback without a payer. */
function tell(dibs: Dibs, payment: PaymentRecord, status: Told): void {
  const next = record(dibs, payment, { told: status }, `meldt ${status}`);
  const url = fieldOf(payment, 'callbackUrl');
  if (!url || !dibs.wire.tells.includes(status)) return;
  dibs.courier.send(next, { event: status, url, fields: dibs.wire.resultFields(dibs, next, status) });
}

function newGate(): { opened: Promise<void>; open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
