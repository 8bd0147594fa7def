/** An HTTP answer of the API, made by an operation and sent by the routes. */
export interface Reply {
  status: number;
  body?: unknown;
}

/**
 * The status of every reply that carries a code. The reference only says "402 to 499 except 404, and 500":
 * which one belongs to which code is unverified, so there is one.
 */
export const problemStatus = 402;

/** Code and message by name, from the vendor's SDK. */
export const problems = {
  Unknown: ['1000', 'Unknown error'],
  OverCharge: ['1001', 'Overcharge is not allowed'],
  ZeroCharge: ['1002', 'Zero charge is not allowed'],
  NotReserved: ['1003', 'Payment is not reserved'],
  AlreadyReserved: ['1004', 'Payment is already reserved'],
  AmountDiffers: ['1005', 'Amount differs from the sum of the order items'],
  PartialCancelNotAllowed: ['1007', 'Partial cancel is not allowed'],
  AlreadyCharged: ['1008', 'Payment is already charged'],
  InvalidRefundAmount: ['1009', 'Invalid refund amount'],
  ChargeNotFound: ['1011', 'Charge was not found'],
  RefundCancelled: ['1012', 'Refund is cancelled'],
  CheckoutDomain: ['1017', 'Changing checkout domain is not allowed'],
  AlreadyCancelled: ['1019', 'Payment is already cancelled'],
  ChargeFailed: ['1020', 'Payment method charge failed'],
  AlreadyRefunded: ['1023', 'Payment is already refunded'],
  RefundCancelFailed: ['1025', 'Refund cancel failed'],
} as const;

/** The reply of a business error. */
export function problem(name: keyof typeof problems): Reply {
  const [code, message] = problems[name];
  return { status: problemStatus, body: problemBody(code, message) };
}

/** `{code, message, source}`; the code is a string. */
export function problemBody(code: string, message: string) {
  return { code, message, source: 'Internal' };
}

/** 400 `{errors: {"order.items[0].name": ["..."]}}` */
export function invalid(errors: Record<string, string[]>): Reply {
  return { status: 400, body: { errors } };
}

export const notFound: Reply = { status: 404 };
export const noContent: Reply = { status: 204 };
