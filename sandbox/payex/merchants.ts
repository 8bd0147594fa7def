import type { InstrumentName } from './instruments.ts';

export interface Merchant {
  /** `payeeInfo.payeeId`: a uuid. */
  payeeId: string;
  /** Shown on the payment page. */
  name: string;
  /** Sent as `Authorization: Bearer <token>`. */
  accessToken: string;
  /** What the contract has. */
  instruments: readonly InstrumentName[];
  cardBrands: readonly string[];
  /** `instrument` in a create needs it in the contract. */
  instrumentMode: boolean;
}

/** Whose token is whose: the one table. A payment order is visible to its own merchant only. */
export const merchants: readonly Merchant[] = [
  {
    payeeId: '5cabf558-5283-482f-b252-4d58e06f6f3b',
    name: 'Kvitt testbrukersted',
    accessToken: 'sandbox-payex-access-token',
    instruments: ['CreditCard', 'Vipps', 'Swish', 'Invoice-PayExFinancingNo', 'Invoice-PayExFinancingSe'],
    cardBrands: ['Visa', 'MasterCard', 'Amex', 'Dankort', 'Maestro', 'Forbrugsforeningen'],
    instrumentMode: true,
  },
  {
    payeeId: 'f0cf6c6c-1f24-4a4e-8f2b-2b7c1b7a9d02',
    name: 'Kvitt testbrukersted to',
    accessToken: 'sandbox-payex-access-token-2',
    instruments: ['CreditCard'],
    cardBrands: ['Visa', 'MasterCard'],
    instrumentMode: false,
  },
  {
    payeeId: '3d2c8a1e-6b54-4f0d-9e7a-5c1f0b8d4a63',
    name: 'Fjordvik kommune',
    accessToken: 'sandbox-payex-access-token-fjordvik',
    instruments: ['CreditCard', 'Vipps', 'Swish', 'Invoice-PayExFinancingNo'],
    cardBrands: ['Visa', 'MasterCard', 'Amex', 'Dankort', 'Maestro'],
    instrumentMode: true,
  },
];

/** The merchant of an `Authorization` header, or undefined (the caller answers 401). */
export function findMerchant(authorization: string | undefined): Merchant | undefined {
  const token = /^Bearer (.+)$/.exec(authorization ?? '')?.[1];
  return merchants.find(({ accessToken }) => accessToken === token);
}

export function findMerchantById(payeeId: string): Merchant {
  const merchant = merchants.find((one) => one.payeeId === payeeId);
  if (!merchant) throw new Error(`no merchant ${payeeId}`);
  return merchant;
}
