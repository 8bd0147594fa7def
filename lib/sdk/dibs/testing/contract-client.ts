import {
  createDibsClient,
  type DibsClient,
  type DibsClientOptions,
  type PaymentWindowRequest,
} from '../index.ts';

export const KEY = '53616e64626f782d444942532d6b6579206e756d6265722031206f6e6c7920666f722074657374696e67';

/** A client of the sandbox's merchant. */
export function newClient(origin: string, more: Partial<DibsClientOptions> = {}): DibsClient {
  return createDibsClient({
    merchantId: '90100001',
    macKey: KEY,
    test: true,
    windowUrl: `${origin}/dibs/dpw/entrypoint`,
    apiBaseUrl: `${origin}/dibs`,
    timeoutMs: 5000,
    retryDelay: async () => undefined,
    ...more,
  });
}

/** 600 kr. */
export function newOrder(orderId: string, more: Partial<PaymentWindowRequest>): PaymentWindowRequest {
  return {
    orderId,
    amount: 60000,
    currency: 'NOK',
    acceptReturnUrl: 'http://localhost:3000/return?a=1&b=2',
    cancelReturnUrl: 'http://localhost:3000/cancel',
    ...more,
  };
}
