/** The window's words; `unknown` for any other, and then nothing may be concluded. */
export type DibsMessageStatus = 'ACCEPTED' | 'PENDING' | 'DECLINED' | 'CANCELLED' | 'unknown';

/** A return or a callback: one shape for both, and they may come in either order, or only one of them. */
export interface DibsMessage {
  orderId: string;
  status: DibsMessageStatus;
  /** As it came, for the log. */
  statusText: string;
  merchant?: string;
  /** The transaction to capture, cancel or refund. */
  transactionId?: string;
  /** Minor units; with a fee it may be in here: use `compare`, or `amountOriginalMinor`. */
  amountMinor?: number;
  currency?: string;
  feeMinor?: number;
  /** The order's own amount, where a fee or a voucher changed the one paid. */
  amountOriginalMinor?: number;
  voucherAmountMinor?: number;
  /** Whether the form asked for capture at once (our own field, echoed). */
  captureNow: boolean;
  /** As it came: the vocabulary is not published. */
  captureStatus?: string;
  actionCode?: string;
  acquirer?: string;
  cardNumberMasked?: string;
  cardTypeName?: string;
  expMonth?: string;
  expYear?: string;
  validationErrors?: string;
  ticketId?: string;
  /** No real money. */
  test: boolean;
  /** Your own `s_` fields, by the name they came under. */
  custom: Readonly<Record<string, string>>;
  /**
   * SHA-256 of the signed text, hex: the same content is the same message, whichever way and however often it comes,
   * and whichever key signed it. There is no event id.
   */
  fingerprint: string;
  /** Every field as it came, the MAC too. Store it: there is no call to ask again. */
  raw: Readonly<Record<string, string>>;
}
