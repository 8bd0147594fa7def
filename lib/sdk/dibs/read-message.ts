import { createHash } from 'node:crypto';
import { decodeForm } from './decode-form.ts';
import { DibsMessageError } from './errors.ts';
import { hiddenField } from './hidden-fields.ts';
import { isMac, macMessage } from './mac.ts';
import type { DibsMessage, DibsMessageStatus } from './message-types.ts';

/**
 * Verifies and reads a return or callback; the body is the raw posted form. The MAC is checked over every field that came,
 * under the names they came with, known to this client or not. Throws DibsMessageError, which says why.
 */
export function receiveMessage(
  rawBody: string | Uint8Array,
  macKeys: readonly [string, ...string[]],
): DibsMessage {
  const fields = decodeForm(rawBody);
  const { mac } = namesOf(fields);
  if (!mac) throw new DibsMessageError('no_mac', 'The message has no MAC');
  if (!isMac(mac, fields, macKeys)) throw new DibsMessageError('wrong_mac', 'The MAC is not right');
  return readFields(fields);
}

/**
 * Reads a message without believing it, e.g. to find out which attempt a wrong MAC was about. Nothing in it is evidence.
 * Throws DibsMessageError.
 */
export function parseUnverified(rawBody: string | Uint8Array): DibsMessage {
  return readFields(decodeForm(rawBody));
}

function readFields(fields: [string, string][]): DibsMessage {
  const by = namesOf(fields);
  const { orderid: orderId, status: statusText } = by;
  if (!orderId || !statusText)
    throw new DibsMessageError('incomplete', 'The message has no order id or no status');
  return {
    orderId,
    status: statusOf(statusText),
    statusText,
    ...present({
      merchant: by.merchant,
      transactionId: by.transaction,
      currency: by.currency,
      captureStatus: by.capturestatus,
      actionCode: by.actioncode,
      acquirer: by.acquirer,
      cardNumberMasked: by.cardnumbermasked,
      cardTypeName: by.cardtypename,
      expMonth: by.expmonth,
      expYear: by.expyear,
      validationErrors: by.validationerrors,
      ticketId: by.ticket,
      amountMinor: amountOf(by.amount, 'amount'),
      feeMinor: amountOf(by.fee, 'fee'),
      amountOriginalMinor: amountOf(by.amountoriginal, 'amountOriginal'),
      voucherAmountMinor: amountOf(by.voucheramount, 'voucherAmount'),
    }),
    captureNow: isYes(by.capturenow),
    test: isYes(by.test),
    custom: Object.fromEntries(fields.filter(([name]) => /^s_/i.test(name))),
    fingerprint: createHash('sha256').update(macMessage(fields), 'utf8').digest('hex'),
    raw: Object.fromEntries(fields),
  };
}

/** Values by lower-case name: echoed names keep the case that was sent. A name twice, in whatever case, is refused. */
function namesOf(fields: [string, string][]): Record<string, string | undefined> {
  const by: Record<string, string> = Object.create(null);
  for (const [name, value] of fields) {
    const plain = name.toLowerCase();
    if (plain in by || /[=&]/.test(name) || hiddenField(name, value) !== undefined) {
      throw new DibsMessageError('ambiguous', 'The message can be read in two ways');
    }
    by[plain] = value;
  }
  return by;
}

function statusOf(text: string): DibsMessageStatus {
  const upper = text.toUpperCase();
  switch (upper) {
    case 'ACCEPTED':
    case 'PENDING':
    case 'DECLINED':
    case 'CANCELLED':
      return upper;
    default:
      return 'unknown';
  }
}

/** Integer minor units; an absent or empty field is undefined. */
function amountOf(text: string | undefined, name: string): number | undefined {
  if (!text) return undefined;
  if (!/^\d{1,15}$/.test(text))
    throw new DibsMessageError('malformed', `${name} is not an integer of minor units`);
  return Number(text);
}

function isYes(text: string | undefined): boolean {
  return text !== undefined && /^(?:1|true|yes)$/i.test(text);
}

/** Without what did not come: an empty field counts as absent. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined && value !== ''),
  ) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
