import type { CreatePaymentBody, EventName, OrderItem } from './schemas.ts';

/** One payment in the books (`nets.payments`). All amounts are minor units of `order.currency`. */
export interface PaymentRecord {
  paymentId: string;
  merchantNumber: number;
  createdAt: string;
  order: CreatePaymentBody['order'];
  checkout: CreatePaymentBody['checkout'];
  webHooks: WebHook[];
  paymentMethods: CreatePaymentBody['paymentMethodsConfiguration'];
  myReference?: string;
  /** A payer who is at the issuer's 3-D Secure page. */
  challenge?: { id: string; card: UsedCard };
  reservation?: Reservation;
  cancelledAt?: string;
  terminatedAt?: string;
  charges: Charge[];
  refunds: Refund[];
  /** What happened, for the books page. Never a whole card number. */
  history: { at: string; what: string }[];
}

export type WebHook = NonNullable<CreatePaymentBody['notifications']>['webHooks'][number];

export interface UsedCard {
  brand: string;
  /** `492500******0004` */
  maskedPan: string;
  /** `MM` */
  expiryMonth: string;
  /** `YY` */
  expiryYear: string;
  /** The published card that reserves and then refuses every charge. */
  refusesCharge: boolean;
}

export interface Reservation {
  reserveId: string;
  amount: number;
  createdAt: string;
  card: UsedCard;
  threeDSecure: boolean;
}

export interface Charge {
  chargeId: string;
  amount: number;
  createdAt: string;
  orderItems: OrderItem[];
}

export type RefundState = 'Pending' | 'Cancelled' | 'Failed' | 'Completed' | 'Expired';

export interface Refund {
  refundId: string;
  amount: number;
  state: RefundState;
  /** Set when asked for by charge. */
  chargeId?: string;
  lastUpdated: string;
  orderItems: OrderItem[];
}

/** One event before it is addressed: the envelope is the same for all who registered it. */
export interface WebhookEvent {
  id: string;
  event: EventName;
  body: Record<string, unknown>;
}

/** Sums of a payment. Pending refunds hold money but are not refunded yet. */
export function sumsOf(payment: PaymentRecord) {
  const reserved = payment.reservation?.amount ?? 0;
  const total = (amounts: { amount: number }[]) => amounts.reduce((sum, { amount }) => sum + amount, 0);
  return {
    reserved,
    charged: total(payment.charges),
    refunded: total(payment.refunds.filter(({ state }) => state === 'Completed')),
    pendingRefund: total(payment.refunds.filter(({ state }) => state === 'Pending')),
    cancelled: payment.cancelledAt ? reserved : 0,
  };
}
