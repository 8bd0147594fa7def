import { parseCardForm } from './cards.ts';
import { type Dibs, newNumber, record } from './dibs.ts';
import { type Movement, type PaymentRecord, sumsOf, type UsedCard } from './model.ts';
import { newTicket } from './pay-payment.ts';

/** What a function answers; always with HTTP status 200. */
export interface Answer {
  status: 'ACCEPT' | 'PENDING' | 'DECLINE' | 'ERROR';
  [member: string]: string;
}

export type Members = Record<string, string | number | boolean>;

/** The only published reasons are these two; `1` serves for every refusal whose own code is unverified. */
export const declined: Answer = { status: 'DECLINE', declineReason: '1' };
const rejected: Answer = { status: 'DECLINE', declineReason: 'REJECTED_BY_ACQUIRER' };

/** The recorded wording; which rules there are besides the one recorded is unverified. */
export function invalid(field: string): Answer {
  return {
    status: 'ERROR',
    declineReason: `Validation error at field: ${field} - Parameter length should not be less than 1 characters`,
  };
}

/** `CaptureTransaction`: once, at most what is reserved. `pending`: it is queued. */
export function capture(dibs: Dibs, payment: PaymentRecord, amount: number, pending: boolean): Answer {
  const { reserved, cancelled } = sumsOf(payment);
  if (payment.captures.length > 0 || cancelled > 0 || amount > reserved) return declined;
  if (payment.transaction?.card.refusesCapture) {
    record(dibs, payment, {}, `belastning av ${amount} avslått`);
    return declined;
  }
  const captures = [{ amount, at: dibs.context.now().toISOString(), pending }];
  record(dibs, payment, { captures }, `belastet ${amount}${pending ? ', i kø' : ''}`);
  return { status: pending ? 'PENDING' : 'ACCEPT' };
}

/** `CancelTransaction`: the whole reservation, before a capture, once. */
export function cancel(dibs: Dibs, payment: PaymentRecord): Answer {
  const { reserved, cancelled } = sumsOf(payment);
  if (reserved === 0 || payment.captures.length > 0 || cancelled > 0) return declined;
  record(dibs, payment, { cancelledAt: dibs.context.now().toISOString() }, `frigitt ${reserved}`);
  return { status: 'ACCEPT' };
}

/** `RefundTransaction`: as often as wanted, never more than is captured. `pending`: it is queued. */
export function refund(dibs: Dibs, payment: PaymentRecord, amount: number, pending: boolean): Answer {
  const { captured, refunded, pendingRefund } = sumsOf(payment);
  if (amount > captured - refunded - pendingRefund) return declined;
  const refunds = [...payment.refunds, { amount, at: dibs.context.now().toISOString(), pending }];
  record(dibs, payment, { refunds }, `refundert ${amount}${pending ? ', i kø' : ''}`);
  return { status: pending ? 'PENDING' : 'ACCEPT' };
}

/** The provider works off its queue: what is pending moves its money, or is given up. False when nothing was. */
export function settleQueue(dibs: Dibs, payment: PaymentRecord, done: boolean): boolean {
  const isPending = ({ pending }: Movement) => pending;
  if (![...payment.captures, ...payment.refunds].some(isPending)) return false;
  const settle = (movements: Movement[]) =>
    done ? movements.map((one) => ({ ...one, pending: false })) : movements.filter((one) => !isPending(one));
  const changes = { captures: settle(payment.captures), refunds: settle(payment.refunds) };
  record(dibs, payment, changes, done ? 'køen er utført' : 'køen er forkastet');
  return true;
}

/** `AuthorizeCard` and `CreateTicket`: a card number straight from the merchant. */
export function authorizeCard(dibs: Dibs, merchantId: string, members: Members, asTicket: boolean): Answer {
  const form = {
    cardNumber: String(members.cardNumber),
    expiry: `${String(members.expMonth).padStart(2, '0')}/${members.expYear}`,
    cvc: String(members.cvc),
  };
  const parsed = parseCardForm(form, { fields: [] }, dibs.context.now());
  if (!parsed.ok) return invalid(Object.keys(parsed.errors)[0] ?? 'cardNumber');
  if (parsed.outcome === 'declined') return rejected;
  if (asTicket)
    return {
      ticketId: newTicket(dibs, { merchantId }, parsed.card),
      status: 'ACCEPT',
      acquirer: 'TEST',
    };
  return authorize(dibs, merchantId, members, parsed.card);
}

/** `AuthorizeTicket`: the card of an earlier payment. */
export function authorizeTicket(dibs: Dibs, merchantId: string, members: Members): Answer {
  const ticket = dibs.tickets.get(String(members.ticketId));
  return ticket?.merchantId === merchantId ? authorize(dibs, merchantId, members, ticket.card) : declined;
}

function authorize(dibs: Dibs, merchantId: string, members: Members, card: UsedCard): Answer {
  const transaction = { id: newNumber(dibs), card };
  const payment: PaymentRecord = {
    id: dibs.context.randomHex(16),
    merchantId,
    createdAt: dibs.context.now().toISOString(),
    orderId: String(members.orderId),
    amount: Number(members.amount),
    currency: String(members.currency),
    fields: [],
    transaction,
    told: 'ACCEPTED',
    back: { url: '', fields: [] },
    captures: [],
    refunds: [],
    history: [],
  };
  record(dibs, payment, {}, `reservert ${payment.amount} på ${card.masked}`);
  return { transactionId: transaction.id, status: 'ACCEPT', acquirer: 'TEST' };
}
