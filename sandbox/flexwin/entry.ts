import type { Dibs } from '../dibs/dibs.ts';
import { isReturnUrl, newWindow, orderChecks } from '../dibs/entry.ts';
import { takeFault } from '../dibs/faults.ts';
import { fieldOf, type PaymentRecord } from '../dibs/model.ts';
import type { Entry } from '../dibs/wire.ts';
import { md5Of } from './md5.ts';
import { findMerchant } from './merchants.ts';

/** The browser posts the merchant's form; unlike in the newer window the letter case of names counts. */
export function openFlexWin(dibs: Dibs, posted: readonly [string, string][]): Entry {
  const by = new Map(posted);
  const get = (name: string) => by.get(name.toLowerCase()) ?? '';
  const merchant = findMerchant(get('merchant'));
  if (!merchant) return { problems: ['merchant: unknown'] };
  const signed = ['merchant', 'orderid', 'currency', 'amount'].map((name): [string, string] => [
    name,
    get(name),
  ]);
  // Whether it is demanded is a setting at the real one; here it is.
  if (get('md5key').toLowerCase() !== md5Of(signed, merchant)) return { problems: ['md5key: not valid'] };
  const fields = posted.filter(([name]) => name !== 'md5key');
  const problems = [
    ...orderChecks(get),
    ['accepturl: a URL', isReturnUrl(get('accepturl')) || isLocal(get('accepturl'))] as const,
  ].flatMap(([problem, holds]) => (holds ? [] : [problem]));
  if (problems.length === 0 && isTaken(dibs, merchant.id, fields))
    problems.push('uniqueoid: reason 7, the order number (orderid) is not unique');
  return problems.length > 0 ? { problems } : { payment: newWindow(dibs, merchant.id, fields) };
}

/** With `uniqueoid`: whether another window of the order has been paid. Whether a decline uses it up too is not published. */
export function isUsedUp(dibs: Dibs, { id, merchantId, fields }: PaymentRecord): boolean {
  return isTaken(dibs, merchantId, fields, id);
}

function isTaken(dibs: Dibs, merchantId: string, fields: [string, string][], ownId?: string): boolean {
  const orderId = fieldOf({ fields }, 'orderid');
  if (fieldOf({ fields }, 'uniqueoid') === '') return false;
  const others = dibs.payments
    .values()
    .filter((one) => one.merchantId === merchantId && one.orderId === orderId && one.id !== ownId);
  if (others.some(({ transaction }) => transaction)) return true;
  return others.some(({ declined }) => declined) && takeFault(dibs, 'order-id', [orderId]) !== undefined;
}

function isLocal(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
