/** One window that was opened, or one card that was authorised over the API. Amounts in minor units. */
export interface PaymentRecord {
  /** Of this window, unguessable. The merchant never sees it: it knows `orderId` and `transaction`. */
  id: string;
  merchantId: string;
  createdAt: string;
  orderId: string;
  amount: number;
  /** As it was sent: `NOK` or `578`. */
  currency: string;
  /** What the merchant posted, in its own letter case and order, without MAC and unknown names: echoed in every message. */
  fields: [name: string, value: string][];
  /** A payer who is at the issuer's 3-D Secure page. */
  challenge?: { id: string; card: UsedCard; cardIsDeclined: boolean };
  /** Why the last try failed, and the number that it has. */
  declined?: DeclineReason;
  declinedAs?: string;
  /** A capture was asked for, and refused by the acquirer. */
  captureDeclined?: boolean;
  /** Set once the money is reserved. */
  transaction?: { id: string; card: UsedCard };
  /** Made with `createTicket`: charges the same card later. */
  ticket?: string;
  /** What the merchant was told last. Absent: nothing yet. */
  told?: Told;
  /** Where the browser is to POST what; absent while the payer can still pay. */
  back?: { url: string; fields: [string, string][] };
  captures: Movement[];
  refunds: Movement[];
  cancelledAt?: string;
  /** What happened, for the books page. Never a whole card number. */
  history: { at: string; what: string }[];
}

export type Told = 'ACCEPTED' | 'PENDING' | 'DECLINED' | 'CANCELLED';
export type DeclineReason = 'card' | 'three-d-secure' | 'three-d-secure-unavailable' | 'order-number';

export interface Movement {
  amount: number;
  at: string;
  /** Queued: it holds money, but has not moved it yet. */
  pending: boolean;
}

export interface UsedCard {
  /** A `payType` code. */
  type: string;
  /** `471110******0000` */
  masked: string;
  /** `MM` */
  expMonth: string;
  /** `YY` */
  expYear: string;
  /** The published card that is reserved and then refuses every capture. */
  refusesCapture: boolean;
}

/** Sums of a payment. What is pending holds money but has not moved it. */
export function sumsOf(payment: PaymentRecord) {
  const total = (movements: Movement[], pending: boolean) =>
    movements.filter((one) => one.pending === pending).reduce((sum, { amount }) => sum + amount, 0);
  const reserved = payment.transaction && payment.told !== 'PENDING' ? payment.amount : 0;
  return {
    reserved,
    captured: total(payment.captures, false),
    pendingCapture: total(payment.captures, true),
    refunded: total(payment.refunds, false),
    pendingRefund: total(payment.refunds, true),
    cancelled: payment.cancelledAt ? reserved : 0,
  };
}

/** A field of the merchant's form, by its name in any letter case; empty when absent. */
export function fieldOf(payment: Pick<PaymentRecord, 'fields'>, name: string): string {
  return payment.fields.find(([own]) => own.toLowerCase() === name.toLowerCase())?.[1] ?? '';
}
