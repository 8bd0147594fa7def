import { sameCurrency } from './currency.ts';
import type { DibsMessage } from './message-types.ts';

/** The order as it was when the form was made. */
export interface ExpectedOrder {
  merchantId: string;
  orderId: string;
  /** Minor units. */
  amount: number;
  currency: string;
  /** Whether the agreement is a test agreement. */
  test: boolean;
}

export type Mismatch = 'orderId' | 'amount' | 'currency' | 'merchant' | 'test';

/**
 * What in a verified message does not belong to this order; empty when all is right. An absent field is a mismatch.
 * A message with any mismatch is a case for a person, never a payment: one message is valid for its own order only,
 * and a payer can post an old one again.
 * A test payment never settles an order of a live agreement.
 */
export function compareWithOrder(message: DibsMessage, expected: ExpectedOrder): Mismatch[] {
  const agrees: Record<Mismatch, boolean> = {
    orderId: message.orderId === expected.orderId,
    amount: isAmount(message, expected.amount),
    currency: message.currency !== undefined && sameCurrency(message.currency, expected.currency),
    merchant: message.merchant === expected.merchantId,
    test: expected.test || !message.test,
  };
  return (Object.keys(agrees) as Mismatch[]).filter((name) => !agrees[name]);
}

/**
 * `amountOriginal` is the order's amount where it is given. Else a fee may or may not be inside `amount`
 * (not verified which): either reading must give the order's amount exactly.
 */
function isAmount(message: DibsMessage, amount: number): boolean {
  if (message.amountOriginalMinor !== undefined) return message.amountOriginalMinor === amount;
  if (message.amountMinor === undefined) return false;
  return message.amountMinor === amount || message.amountMinor - (message.feeMinor ?? 0) === amount;
}

/**
 * What an ACCEPTED message says of capture. `captured` and `reserved` follow from our own `capturenow`, echoed;
 * `unknown` when a capture status came that is not an acceptance (its vocabulary is not published), or for another status.
 */
export function readCapture(message: DibsMessage): 'captured' | 'reserved' | 'unknown' {
  if (message.status !== 'ACCEPTED') return 'unknown';
  if (!message.captureNow && message.captureStatus === undefined) return 'reserved';
  if (message.captureNow && /^ACCEPT(?:ED)?$/i.test(message.captureStatus ?? 'ACCEPTED')) return 'captured';
  return 'unknown';
}
