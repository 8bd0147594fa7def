export interface Merchant {
  /** Digits, at most eight. */
  id: string;
  /** With characters that must be encoded, as real ones may have. */
  token: string;
  /** Shown in the terminal. */
  name: string;
}

/** A transaction is visible to its own merchant only. */
export const merchants: readonly Merchant[] = [
  { id: '11000350', token: 'sandbox+netaxept/token=1', name: 'Kvitt testbrukersted' },
  { id: '11000351', token: 'sandbox+netaxept/token=2', name: 'Kvitt testbrukersted to' },
  { id: '11000352', token: 'sandbox+netaxept/fjordvik=', name: 'Fjordvik kommune' },
];

export function findMerchant(id: string, token: string): Merchant | undefined {
  return merchants.find((merchant) => merchant.id === id && merchant.token === token);
}

export function merchantName(id: string): string {
  return merchants.find((merchant) => merchant.id === id)?.name ?? '';
}
