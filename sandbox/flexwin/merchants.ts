export interface Merchant {
  id: string;
  /** Shown in the window. */
  name: string;
  /** «MD5 key 1» and «2» of DIBS Administration. */
  key1: string;
  key2: string;
  /** The API user, who may cancel, refund and look things up. */
  user: string;
  password: string;
}

/** Whose keys are whose: the one table. A transaction is visible to its own merchant only. */
export const merchants: readonly Merchant[] = [
  {
    id: '90200001',
    name: 'Kvitt testbrukersted',
    key1: 'sandbox(flexwin)key-1-number-1;%',
    key2: 'sandbox(flexwin)key-2-number-1;%',
    user: 'kvitt-api-1',
    password: 'sandbox-flexwin-password-1',
  },
  {
    id: '90200002',
    name: 'Kvitt testbrukersted to',
    key1: 'sandbox(flexwin)key-1-number-2;%',
    key2: 'sandbox(flexwin)key-2-number-2;%',
    user: 'kvitt-api-2',
    password: 'sandbox-flexwin-password-2',
  },
  {
    id: '90200003',
    name: 'Fjordvik kommune',
    key1: 'sandbox(flexwin)key-1-fjordvik;%',
    key2: 'sandbox(flexwin)key-2-fjordvik;%',
    user: 'fjordvik-api',
    password: 'sandbox-flexwin-password-fjordvik',
  },
];

export function findMerchant(id: string | undefined): Merchant | undefined {
  return merchants.find((merchant) => merchant.id === id);
}

/** By the `Authorization` header of a call; undefined when nobody is let in. */
export function findUser(header: string | undefined): Merchant | undefined {
  const given = Buffer.from(/^Basic (\S+)$/.exec(header ?? '')?.[1] ?? '', 'base64').toString();
  return merchants.find(({ user, password }) => given === `${user}:${password}`);
}
