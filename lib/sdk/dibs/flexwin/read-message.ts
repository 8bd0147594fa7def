import { createHash } from 'node:crypto';
import { decodeEitherForm } from '../decode-form.ts';
import { DibsMessageError, type DibsMessageProblem } from '../errors.ts';
import { authMessage, isMd5, type Md5Keys } from './md5.ts';
import type { FlexWinMessage } from './message-types.ts';

const OPERATION = 'flexWin.receive';

/**
 * Verifies and reads a return or callback; the body is the raw posted form, in UTF-8 (returns) or Latin-1 (callbacks).
 * Throws DibsMessageError, which says why.
 */
export function receiveFlexWinMessage(
  rawBody: string | Uint8Array,
  keys: readonly [Md5Keys, ...Md5Keys[]],
): FlexWinMessage {
  const message = parseUnverifiedFlexWin(rawBody);
  const { transact, amountMinor, feeMinor = 0, currency, raw } = message;
  if (!raw.authkey) throw wrong('no_mac', 'The message has no authkey');
  const signed = authMessage({ transact, amount: amountMinor + feeMinor, currency });
  if (!isMd5(raw.authkey, signed, keys)) throw wrong('wrong_mac', 'The authkey is not right');
  return message;
}

/** Reads a message without believing it, for logs only. Throws DibsMessageError. */
export function parseUnverifiedFlexWin(rawBody: string | Uint8Array): FlexWinMessage {
  const raw = fieldsOf(rawBody);
  const { transact, orderid: orderId, currency } = raw;
  const amountMinor = amountOf(raw.amount, 'amount');
  if (!transact || !orderId || !currency || amountMinor === undefined)
    throw wrong('incomplete', 'The message has no transaction, order, amount or currency');
  // Else one value could stand for two in the signed text.
  if (!/^\d{1,20}$/.test(transact) || !/^(?:\d{3}|[A-Za-z]{3})$/.test(currency))
    throw wrong('malformed', 'The transaction or the currency is none');
  const feeMinor = amountOf(raw.fee, 'fee');
  const about = { transact, amount: amountMinor, fee: feeMinor ?? 0, currency, orderId };
  return {
    transact,
    amountMinor,
    currency,
    orderId,
    ...(feeMinor !== undefined && { feeMinor }),
    ...(raw.statuscode && { statusCode: raw.statuscode }),
    ...(raw.paytype && { payType: raw.paytype }),
    ...(raw.cardnomask && { cardNumberMasked: raw.cardnomask }),
    ...(raw.cardexpdate && { cardExpiry: raw.cardexpdate }),
    ...(raw.approvalcode && { approvalCode: raw.approvalcode }),
    ...(raw.acquirer && { acquirer: raw.acquirer }),
    test: raw.test !== undefined && raw.test !== '' && raw.test !== 'no',
    fingerprint: createHash('sha256').update(JSON.stringify(about)).digest('hex'),
    raw,
  };
}

/** Names in their own case, as they count there. A name twice is refused. */
function fieldsOf(rawBody: string | Uint8Array): Record<string, string> {
  const fields: Record<string, string> = Object.create(null);
  for (const [name, value] of decodeEitherForm(rawBody, OPERATION)) {
    if (name in fields) throw wrong('ambiguous', 'The message has a field twice');
    fields[name] = value;
  }
  return fields;
}

/** Integer minor units; an absent or empty field is undefined. */
function amountOf(text: string | undefined, name: string): number | undefined {
  if (!text) return undefined;
  if (!/^\d{1,12}$/.test(text)) throw wrong('malformed', `${name} is not an integer of minor units`);
  return Number(text);
}

function wrong(problem: DibsMessageProblem, text: string): DibsMessageError {
  return new DibsMessageError(problem, text, OPERATION);
}
