export interface Merchant {
  /** Merchant serial number of the sales unit. */
  msn: string;
  /** Shown to the payer. */
  name: string;
  clientId: string;
  clientSecret: string;
  /** `Ocp-Apim-Subscription-Key`. */
  subscriptionKey: string;
  /** A setting of the sales unit, not of a request: what is authorised is captured at once. */
  directCapture: boolean;
}

/** Whose keys are whose: the one table. A payment is visible to its own sales unit only. */
export const merchants: readonly Merchant[] = [
  {
    msn: '100001',
    name: 'Kvitt testsalgssted',
    clientId: 'sandbox-vipps-client-id',
    clientSecret: 'sandbox-vipps-client-secret',
    subscriptionKey: 'sandbox-vipps-subscription-key',
    directCapture: false,
  },
  {
    msn: '100002',
    name: 'Kvitt testsalgssted med direkte belastning',
    clientId: 'sandbox-vipps-client-id-2',
    clientSecret: 'sandbox-vipps-client-secret-2',
    subscriptionKey: 'sandbox-vipps-subscription-key-2',
    directCapture: true,
  },
  {
    msn: '100003',
    name: 'Fjordvik kommune',
    clientId: 'sandbox-vipps-client-id-fjordvik',
    clientSecret: 'sandbox-vipps-client-secret-fjordvik',
    subscriptionKey: 'sandbox-vipps-subscription-key-fjordvik',
    directCapture: false,
  },
];

export function findMerchant(msn: string | undefined): Merchant | undefined {
  return merchants.find((merchant) => merchant.msn === msn);
}
