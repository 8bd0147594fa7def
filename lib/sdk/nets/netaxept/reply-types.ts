/** What a transaction can be told to do. */
export type ProcessOperation = 'AUTH' | 'SALE' | 'CAPTURE' | 'CREDIT' | 'ANNUL' | 'VERIFY';

export interface ProcessReply {
  operation: ProcessOperation;
  transactionId: string;
  merchantId: string;
  /** ISO 8601 with the offset of the provider's own clock; undefined when it was left out. */
  executionTime?: string;
  /** Of an AUTH or a SALE. */
  authorizationId?: string;
  /** Of a CAPTURE or a CREDIT; not on every one of them. */
  batchNumber?: string;
}

/** One thing that went wrong. */
export interface TransactionError {
  dateTime?: string;
  /** As the provider writes it, e.g. `Auth`. */
  operation?: string;
  responseCode?: string;
  responseSource?: string;
  /** Long runs of digits are left out: the provider quotes card numbers here. */
  responseText?: string;
}

export interface HistoryLine {
  dateTime?: string;
  /** E.g. `Register`, `Auth`. */
  operation: string;
  description?: string;
  batchNumber?: string;
  transactionReconRef?: string;
}

/** A transaction as it stands; amounts in minor units. */
export interface PaymentInfo {
  transactionId: string;
  merchantId: string;
  /** When it was asked, by the provider's clock. */
  queryFinished?: string;
  order: {
    amount: number;
    currency: string;
    orderNumber: string;
    description?: string;
    /** Added by the provider; `total` is with it. */
    fee: number;
    total: number;
    timestamp?: string;
  };
  summary: {
    amountCaptured: number;
    amountCredited: number;
    annulled: boolean;
    authorized: boolean;
    authorizationId?: string;
  };
  /** When the payer came to the terminal; undefined when nobody has. */
  customerEntered?: string;
  card: {
    /** The provider's name of how it was paid, e.g. `Visa`. */
    paymentMethod?: string;
    issuer?: string;
    issuerCountry?: string;
    /** E.g. `492500******0004`. */
    maskedPan?: string;
    /** `YYMM`. */
    expiryDate?: string;
  };
  history: HistoryLine[];
  /** The latest failure. */
  error?: TransactionError;
  /** All failures. */
  errorLog: TransactionError[];
}
