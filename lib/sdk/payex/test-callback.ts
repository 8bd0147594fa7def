export interface TestCallbackInput {
  /** `/psp/paymentorders/<uuid>` */
  paymentOrderId: string;
  orderReference?: string;
  /** Default 12345678. */
  number?: number;
}

/**
 * A callback v3.1 as the provider would send it, for tests of a receiver: POST `body` with `headers` to the callback URL,
 * expect 200. There is nothing to sign.
 */
export function createTestCallback(input: TestCallbackInput): {
  body: string;
  headers: { 'content-type': string };
} {
  const { paymentOrderId: id, orderReference, number = 12345678 } = input;
  const body = JSON.stringify({
    ...(orderReference === undefined ? {} : { orderReference }),
    paymentOrder: { id, instrument: 'paymentorders', number },
  });
  return { body, headers: { 'content-type': 'application/json' } };
}
