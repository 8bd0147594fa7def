/**
 * What a return or a callback says: a reason to ask `transactions.info`, never a proof. Its key covers transaction, amount and
 * currency; the order number, the status and everything else could have been written by whoever sent it.
 */
export interface FlexWinMessage {
  /** Covered by the key. */
  transact: string;
  /** As it came, minor units. The key is made over this and the fee together. Covered by the key. */
  amountMinor: number;
  feeMinor?: number;
  /** As it came, mostly a number. Covered by the key. */
  currency: string;
  /** Not covered. */
  orderId: string;
  /** As it came: not covered, and a return need not have it. */
  statusCode?: string;
  payType?: string;
  cardNumberMasked?: string;
  /** `YYMM` */
  cardExpiry?: string;
  approvalCode?: string;
  acquirer?: string;
  /** No real money, as it says. Not covered. */
  test: boolean;
  /**
   * SHA-256 over what a message is about, hex: return and callback of one result share it, though they differ in encoding and in
   * the fields that are switched on. There is no event id.
   */
  fingerprint: string;
  /** Every field as it came. */
  raw: Readonly<Record<string, string>>;
}
