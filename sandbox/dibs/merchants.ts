export interface Merchant {
  id: string;
  /** Shown in the window. */
  name: string;
  /** The HMAC key as DIBS Administration shows it: hex. */
  macKey: string;
}

/** Whose key is whose: the one table. A transaction is visible to its own merchant only. */
export const merchants: readonly Merchant[] = [
  {
    id: '90100001',
    name: 'Kvitt testbrukersted',
    macKey: '53616e64626f782d444942532d6b6579206e756d6265722031206f6e6c7920666f722074657374696e67',
  },
  {
    id: '90100002',
    name: 'Kvitt testbrukersted to',
    macKey: '53616e64626f782d444942532d6b6579206e756d6265722032206f6e6c7920666f722074657374696e67',
  },
  {
    id: '90100003',
    name: 'Fjordvik kommune',
    macKey: '53616e64626f782d444942532d6b657920466a6f726476696b206f6e6c7920666f722074657374696e67',
  },
];

export function findMerchant(id: string | undefined): Merchant | undefined {
  return merchants.find((merchant) => merchant.id === id);
}
