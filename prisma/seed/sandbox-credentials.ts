/** Credentials of the sandbox's merchants, by provider id; they open nothing outside it. */
export const sandboxCredentials: Record<string, object> = {
  nets: { secretKey: 'sandbox-nets-secret-key', reservationDays: 30, commercePlatformTag: 'Kvitt' },
  payex: {
    accessToken: 'sandbox-payex-access-token',
    payeeId: '5cabf558-5283-482f-b252-4d58e06f6f3b',
    reservationDays: 30,
  },
  vipps: {
    clientId: 'sandbox-vipps-client-id',
    clientSecret: 'sandbox-vipps-client-secret',
    subscriptionKey: 'sandbox-vipps-subscription-key',
    merchantSerialNumber: '100001',
  },
  netaxept: { merchantId: '11000350', token: 'sandbox+netaxept/token=1', reservationDays: 30 },
  dibs: {
    merchantId: '90100001',
    macKey: '53616e64626f782d444942532d6b6579206e756d6265722031206f6e6c7920666f722074657374696e67',
    reservationDays: 30,
  },
  flexwin: {
    merchantId: '90200001',
    key1: 'sandbox(flexwin)key-1-number-1;%',
    key2: 'sandbox(flexwin)key-2-number-1;%',
    apiUser: 'kvitt-api-1',
    apiPassword: 'sandbox-flexwin-password-1',
    reservationDays: 7,
  },
};
