/** One payment to be made in FlexWin. Names and limits are the provider's. */
export interface FlexWinRequest {
  /** At most 50 of `A-Z a-z 0-9 . _ - |`. Never used before: the MD5 key demands it. No personal data. */
  orderId: string;
  /** Minor units, 1 to 1 715 000 000. */
  amount: number;
  /** `NOK` or `578`; the number is what is sent and signed. */
  currency: string;
  /** Where the browser POSTs the result of an accepted payment, across sites. */
  acceptUrl: string;
  /** Where it goes when the payer gives up. */
  cancelUrl?: string;
  /** Where the provider's server POSTs the result of an accepted payment. */
  callbackUrl?: string;
  /** `no`, `en`, …; see `flexWinLanguage`. */
  language?: string;
  /** Holds the window to this one method, e.g. `VISA`. */
  payType?: string;
  /** Capture as soon as the money is reserved. Reserve and call `transactions.capture` where you can: it answers. */
  captureNow?: boolean;
  /** A second payment under the same order number is turned away (reason 7). Default true. */
  uniqueOrderId?: boolean;
  /** Lay the card's fee on top of the amount. */
  calculateFee?: boolean;
  /** An account of the agreement. */
  account?: string;
  /** Back to the shop without a page that says it is paid. */
  skipLastPage?: boolean;
}
