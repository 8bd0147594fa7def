import type { Dibs } from '../dibs/dibs.ts';
import { referencesOf, takeFault } from '../dibs/faults.ts';
import { fieldOf, type PaymentRecord, type Told } from '../dibs/model.ts';
import { md5Of } from './md5.ts';
import { findMerchant } from './merchants.ts';
import { statusOf } from './status.ts';

/** What is told of amount and currency, in messages and by payinfo.cgi: the truth, or what the faults make of it. */
export function moneyFields(
  dibs: Dibs,
  payment: PaymentRecord,
): { amount: string; currency: string; fee?: string } {
  const lie = (name: string) => takeFault(dibs, name, referencesOf(payment))?.kind;
  const wrong = lie('amount');
  const { amount, currency } = payment;
  return {
    amount: String(wrong === 'wrong' ? Math.abs(amount - 100) || 1 : amount),
    currency: lie('currency') ? (currency === '578' ? '978' : '578') : currency,
    ...(wrong === 'fee' && { fee: '1000' }),
  };
}

/** The code of what it was paid with, in messages and by cardtype.pml. */
export function typeOf(dibs: Dibs, payment: PaymentRecord): string | undefined {
  return takeFault(dibs, 'method', referencesOf(payment)) ? 'FFK' : payment.transaction?.card.type;
}

/** What an accepted payment is told with, all values switched on; without a transaction nothing is signed. */
export function resultFields(dibs: Dibs, payment: PaymentRecord, status: Told): [string, string][] {
  const { transaction, merchantId } = payment;
  const { amount, currency, fee } = moneyFields(dibs, payment);
  const about: [string, string][] = [
    ['orderid', payment.orderId],
    ['amount', amount],
    ['currency', currency],
    ['merchant', merchantId],
    ['test', fieldOf(payment, 'test')],
    ['lang', fieldOf(payment, 'lang')],
    ...payment.fields.filter(([name]) => name.startsWith('s_')),
  ];
  const merchant = findMerchant(merchantId);
  if (status !== 'ACCEPTED' || !transaction || !merchant) return about.filter(([, value]) => value !== '');
  const { card, id } = transaction;
  const signed: [string, string][] = [
    ['transact', id],
    ['amount', String(Number(amount) + Number(fee ?? 0))],
    ['currency', currency],
  ];
  const told: [string, string][] = [
    ['transact', id],
    ['statuscode', String(statusOf(payment))],
    ['fee', fee ?? ''],
    ['paytype', typeOf(dibs, payment) ?? ''],
    ['cardnomask', card.masked.replaceAll('*', 'X')],
    ['cardexpdate', `${card.expYear}${card.expMonth}`],
    ['approvalcode', '123456'],
    ['acquirer', 'TEST'],
    ['authkey', md5Of(signed, merchant)],
  ];
  return [...about, ...told].filter(([, value]) => value !== '');
}

/** Callbacks are Latin-1, unlike what the browser brings. */
export function encodeLatin(fields: [string, string][]): string {
  return fields.map(([name, value]) => `${escapeLatin(name)}=${escapeLatin(value)}`).join('&');
}

function escapeLatin(text: string): string {
  return [...Buffer.from(text, 'latin1')]
    .map((byte) => {
      const one = String.fromCharCode(byte);
      return /[A-Za-z0-9._-]/.test(one) ? one : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');
}
