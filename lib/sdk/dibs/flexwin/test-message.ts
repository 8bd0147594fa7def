import { authMessage, createMd5, type Md5Keys } from './md5.ts';

export interface FlexWinTestMessageInput extends Md5Keys {
  transact: string;
  orderId: string;
  /** Minor units, without the fee. */
  amount: number;
  fee?: number;
  /** As it travels, e.g. `578`. */
  currency: string;
  /** More fields, e.g. `{ statuscode: '2', paytype: 'VISA' }`. */
  fields?: Readonly<Record<string, string>>;
  /** Returns are UTF-8, callbacks Latin-1. Default UTF-8. */
  charset?: 'utf-8' | 'iso-8859-1';
}

export interface SignedFlexWinMessage {
  body: string;
  headers: { 'content-type': 'application/x-www-form-urlencoded' };
  /** What is in the body, the authkey too. */
  fields: Record<string, string>;
}

/** A return or callback as the provider would post it, for tests of a receiver. */
export function signFlexWinTestMessage(input: FlexWinTestMessageInput): SignedFlexWinMessage {
  const { transact, orderId, amount, fee, currency, charset = 'utf-8' } = input;
  const fields: Record<string, string> = {
    transact,
    orderid: orderId,
    amount: String(amount),
    currency,
    ...(fee !== undefined && { fee: String(fee) }),
    ...input.fields,
    authkey: createMd5(authMessage({ transact, amount: amount + (fee ?? 0), currency }), input),
  };
  const encode = (text: string) =>
    [...Buffer.from(text, charset === 'utf-8' ? 'utf8' : 'latin1')]
      .map((byte) => String.fromCharCode(byte))
      .map((one) => (/[A-Za-z0-9]/.test(one) ? one : `%${one.charCodeAt(0).toString(16).padStart(2, '0')}`))
      .join('');
  return {
    body: Object.entries(fields)
      .map(([name, value]) => `${encode(name)}=${encode(value)}`)
      .join('&'),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    fields,
  };
}
