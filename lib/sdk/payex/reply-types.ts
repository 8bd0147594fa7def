import type { PayexProblem } from './problems.ts';
import type { MinorAmount } from './request-types.ts';

export type PaymentOrderStatusWord = 'Initialized' | 'Paid' | 'Failed' | 'Cancelled' | 'Aborted' | 'Reversed';

/** What may be done now, and where. Absent means not now. The addresses are good for this reply only: do not store them. */
export interface Operation {
  rel: string;
  href: string;
  method: string;
  contentType?: string;
}

/** A part of a payment order; only `id` until it is expanded. */
export interface Node {
  id: string;
}

/** `paid`, `cancelled` and `reversed` have the same members; all but `id` are absent until expanded. */
export interface PaidNode extends Node {
  /** As delivered: `CreditCard`, also `Creditcard`; `Invoice` without the rest of its name. */
  instrument?: string;
  /** The transaction number: what the settlement report says. */
  number?: number;
  payeeReference?: string;
  orderReference?: string;
  transactionType?: 'Authorization' | 'Sale' | (string & {});
  /** What was paid. */
  amount?: MinorAmount;
  submittedAmount?: MinorAmount;
  feeAmount?: MinorAmount;
  discountAmount?: MinorAmount;
  tokens?: readonly { type: string; token: string; name?: string; expiryDate?: string }[];
  details?: {
    cardBrand?: string;
    /** `Credit` or `Debit`. */
    cardType?: string;
    /** `492500******0004` */
    maskedPan?: string;
    /** Of a wallet's device account. */
    maskedDPan?: string;
    /** `MM/YYYY` */
    expiryDate?: string;
    issuerAuthorizationApprovalCode?: string;
    /** The provider's own spelling. */
    misidn?: string;
    msisdn?: string;
  };
}

export type TransactionType = 'Authorization' | 'Sale' | 'Capture' | 'Cancellation' | 'Reversal';

export interface FinancialTransaction {
  id: string;
  created?: string;
  type: TransactionType | (string & {});
  /** What the settlement report says. */
  number?: number;
  amount: MinorAmount;
  vatAmount?: MinorAmount;
  description?: string;
  /** Yours, unique: how a capture or reversal is found again. */
  payeeReference?: string;
  receiptReference?: string;
}

export interface FailedAttempt {
  created?: string;
  instrument?: string;
  number?: number;
  status?: 'Failed' | 'Aborted' | (string & {});
  /** Of an attempt after the purchase: `Capture`, `Reversal`, … */
  type?: string;
  problem?: PayexProblem;
}

export interface HistoryEvent {
  created?: string;
  /** `PaymentCreated`, `PaymentAttemptFailed`, `PaymentPaid`, `PaymentCaptured`, … */
  name: string;
  instrument?: string;
  number?: number;
  amount?: MinorAmount;
  initiatedBy?: string;
}

/** A payment order as the provider tells it, with what may be done to it now. */
export interface PaymentOrder {
  /** A path, e.g. `/psp/paymentorders/<uuid>`. Opaque: store it, never take it apart. */
  id: string;
  /** ISO 8601. */
  created?: string;
  updated?: string;
  /** `Purchase`, `Verify`, … */
  operation?: string;
  /** One of PaymentOrderStatusWord; any other word is kept as it came. See `deriveStatus`. */
  status: PaymentOrderStatusWord | (string & {});
  currency: string;
  /** What the payment order is for. */
  amount: MinorAmount;
  vatAmount: MinorAmount;
  /** Absent when they say nothing. */
  remainingCaptureAmount?: MinorAmount;
  remainingCancellationAmount?: MinorAmount;
  remainingReversalAmount?: MinorAmount;
  description?: string;
  language?: string;
  /** Set in instrument mode. */
  instrument?: string;
  instrumentMode?: boolean;
  availableInstruments: readonly string[];
  paid?: PaidNode;
  cancelled?: PaidNode;
  reversed?: PaidNode;
  failed?: Node & { problem?: PayexProblem };
  aborted?: Node & { abortReason?: string };
  payeeInfo?: Node & { payeeReference?: string; orderReference?: string; payeeName?: string };
  /** `list` is absent until expanded. */
  financialTransactions?: Node & { list?: readonly FinancialTransaction[] };
  failedAttempts?: Node & { list?: readonly FailedAttempt[] };
  postPurchaseFailedAttempts?: Node & { list?: readonly FailedAttempt[] };
  history?: Node & { list?: readonly HistoryEvent[] };
  urls?: Node;
  operations: readonly Operation[];
}

export interface CreatedPaymentOrder extends PaymentOrder {
  /** Where to send the payer: the page of `redirect-checkout`. */
  redirectUrl: string;
}

/** A capture, cancellation or reversal that has been carried out. */
export interface TransactionResult {
  paymentOrder: PaymentOrder;
  /** Undefined when the provider's answer does not list it. */
  transaction: FinancialTransaction | undefined;
  /** It had been carried out before this call. */
  repeated: boolean;
}
