/** Credentials of the sandbox's merchants, by provider id; they open nothing outside it. */
export const sandboxCredentials: Record<string, object> = {
  nets: { secretKey: 'sandbox-nets-secret-key', reservationDays: 30, commercePlatformTag: 'Kvitt' },
  vipps: {
    clientId: 'sandbox-vipps-client-id',
    clientSecret: 'sandbox-vipps-client-secret',
    subscriptionKey: 'sandbox-vipps-subscription-key',
    merchantSerialNumber: '100001',
  },
};
