export interface Merchant {
  /** Numeric, as `merchantId` and `merchantNumber` of the webhooks. */
  number: number;
  /** Shown on the hosted page. */
  name: string;
  /** Sent raw in `Authorization`: no `Bearer`, no `Basic`. */
  secretKey: string;
  /** The public key in hosted page addresses. */
  checkoutKey: string;
}

/** Whose key is whose: the one table. A payment is visible to its own merchant only. */
export const merchants: readonly Merchant[] = [
  {
    number: 100000001,
    name: 'Kvitt testbrukersted',
    secretKey: 'sandbox-nets-secret-key',
    checkoutKey: 'sandbox-nets-checkout-key',
  },
  {
    number: 100000002,
    name: 'Kvitt testbrukersted to',
    secretKey: 'sandbox-nets-secret-key-2',
    checkoutKey: 'sandbox-nets-checkout-key-2',
  },
];

/** The merchant of a raw `Authorization` header, or undefined (the caller answers 401 with an empty body). */
export function findMerchant(authorization: string | undefined): Merchant | undefined {
  return merchants.find(({ secretKey }) => secretKey === authorization);
}

export function findMerchantByNumber(number: number): Merchant | undefined {
  return merchants.find((merchant) => merchant.number === number);
}
