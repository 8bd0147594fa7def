import type { SettlementLine } from '../report/settlement-line.ts';
import type { AgreedFee } from './agreed-fee.ts';

/** What an owner and a provider have agreed, as far as settlements go. */
export interface Terms {
  /** Calendar days from a capture or refund until the provider must have settled it and the report is in. */
  delayDays: number;
  /** Calendar days that a paid case may take to be delivered. */
  deliveryDays: number;
  /** Captures and refunds from this day on are expected in reports, `YYYY-MM-DD`. */
  startsOn: string;
  /** Null: fees are not checked against anything. */
  fee: AgreedFee | null;
}

/** A line of a report that has been taken in. */
export interface SettledLine extends SettlementLine {
  reportId: string;
  reportReference: string;
}

/** One payment attempt as our own books have it. Amounts in minor units of `currency`, days in Europe/Oslo. */
export interface PaymentFacts {
  attemptId: string;
  submissionId: string;
  reference: string;
  paymentId: string | null;
  currency: string;
  /** What the attempt itself says, beside the ledger: they must agree. */
  attempt: { capturedMinor: number; refundedMinor: number };
  /** Of the ledger's `provider` account. */
  capturedMinor: number;
  capturedOn: string | null;
  refunds: readonly { amountMinor: number; on: string }[];
  /** Refunds that were asked for and have no end yet. */
  refundUnderWayMinor: number;
  /** The case is completed and its copy lies in the archive. */
  delivered: boolean;
  /** A case that rightly waits, such as for a signature: until this day. */
  waitsUntil: string | null;
  /** Another payment settles the order that this one was for. */
  paidByAnother: boolean;
}

/** A completed case with an order that nothing has settled. */
export interface UnpaidDelivery {
  submissionId: string;
  orderId: string;
  /** The latest attempt at paying for it, if there was one. */
  attemptId: string | null;
  reference: string;
  currency: string;
  totalMinor: number;
  /** Captured, and settled by other means. */
  settledMinor: number;
  completedOn: string;
}
