import type { InstrumentName } from './instruments.ts';
import type { Problem } from './replies.ts';
import type { CreateBody, OrderItem } from './schemas.ts';

export type OrderStatus = 'Initialized' | 'Paid' | 'Failed' | 'Cancelled' | 'Aborted' | 'Reversed';

/** One payment order in the books (`payex.orders`). All amounts are minor units of `request.currency`. */
export interface OrderRecord {
  /** A uuid; the wire's id is `/psp/paymentorders/<id>`. */
  id: string;
  payeeId: string;
  createdAt: string;
  updatedAt: string;
  /** The create body, with what UpdateOrder changed. */
  request: CreateBody;
  initiatingSystemUserAgent: string;
  /** Names the payment page. */
  token: string;
  /** Instrument mode. */
  instrument?: InstrumentName;
  /** Empty until the page has been opened. */
  integration: '' | 'Redirect';
  status: OrderStatus;
  attempt?: Attempt;
  paid?: Paid;
  failed?: Problem;
  abortReason?: string;
  transactions: Transaction[];
  failedAttempts: FailedAttempt[];
  failedPostPurchase: FailedAttempt[];
  events: HistoryEvent[];
  /** Money that comes although the payment order has been told as failed or aborted. */
  late?: { paid: Paid; dueAt?: string };
  /** What happened, for the books page. Never a whole card number. */
  history: { at: string; what: string }[];
}

/** What the payer is in the middle of. */
export interface Attempt {
  id: string;
  instrument: InstrumentName;
  number: number;
  /** `challenge`: at the issuer's page; `app`: in Vipps or Swish, where nobody can abort. */
  stage: 'challenge' | 'app';
  card?: UsedCard;
  msisdn?: string;
}

export interface UsedCard {
  brand: string;
  cardType: 'Credit' | 'Debit';
  /** `492500******0004` */
  maskedPan: string;
  bin: string;
  /** `MM/YYYY` */
  expiryDate: string;
}

export interface Paid {
  instrument: InstrumentName;
  number: number;
  transactionType: 'Authorization' | 'Sale';
  amount: number;
  at: string;
  card?: UsedCard;
  msisdn?: string;
}

export interface Transaction {
  id: string;
  created: string;
  type: 'Authorization' | 'Sale' | 'Capture' | 'Cancellation' | 'Reversal';
  number: number;
  amount: number;
  vatAmount: number;
  description: string;
  payeeReference: string;
  receiptReference?: string;
  orderItems?: OrderItem[];
}

export interface FailedAttempt {
  created: string;
  instrument?: string;
  number: number;
  status: 'Failed' | 'Aborted';
  /** Of an attempt after the purchase. */
  type?: Transaction['type'];
  problem: Problem;
}

export interface HistoryEvent {
  created: string;
  name: string;
  instrument?: string;
  number?: number;
  amount?: number;
  initiatedBy: 'Payee' | 'Payer' | 'PaymentGateway';
}

/** Sums of a payment order. */
export function sumsOf({ paid, transactions }: OrderRecord) {
  const total = (type: Transaction['type']) =>
    transactions.filter((one) => one.type === type).reduce((sum, { amount }) => sum + amount, 0);
  const authorized = paid?.transactionType === 'Authorization' ? paid.amount : 0;
  const captured = total('Capture') + total('Sale');
  const cancelled = total('Cancellation');
  const reversed = total('Reversal');
  return {
    authorized,
    captured,
    cancelled,
    reversed,
    remainingCapture: Math.max(0, authorized - total('Capture') - cancelled),
    remainingReversal: captured - reversed,
  };
}

export function orderPath({ id }: Pick<OrderRecord, 'id'>): string {
  return `/psp/paymentorders/${id}`;
}
