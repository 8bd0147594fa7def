import { createMac } from './mac.ts';

export interface TestMessageInput {
  macKey: string;
  merchantId: string;
  orderId: string;
  /** Minor units. */
  amount: number;
  currency: string;
  /** Any text; the real ones are ACCEPTED, PENDING, DECLINED, CANCELLED. */
  status: string;
  transactionId?: string;
  /** More fields, e.g. `{ capturenow: '1', s_attempt: '…' }`. */
  fields?: Readonly<Record<string, string>>;
}

export interface SignedTestMessage {
  body: string;
  headers: { 'content-type': 'application/x-www-form-urlencoded' };
  /** What is in the body, the MAC too. */
  fields: Record<string, string>;
}

/** A return or callback as the provider would post it, for tests of a receiver. */
export function signTestMessage(input: TestMessageInput): SignedTestMessage {
  const fields: Record<string, string> = {
    merchant: input.merchantId,
    orderId: input.orderId,
    amount: String(input.amount),
    currency: input.currency,
    status: input.status,
    ...(input.transactionId !== undefined && { transaction: input.transactionId }),
    ...input.fields,
  };
  fields.MAC = createMac(Object.entries(fields), input.macKey);
  return {
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    fields,
  };
}
