import type { Dibs } from './dibs.ts';
import { referencesOf, takeFault } from './faults.ts';
import { macOf } from './mac.ts';
import { findMerchant } from './merchants.ts';
import { fieldOf, type PaymentRecord, type Told } from './model.ts';

/**
 * What the merchant is told, by callback and by the browser alike: its own fields as it wrote them, and the result.
 * `captureStatus` is a documented field whose words are not; the status words are used for it.
 */
export function resultFields(dibs: Dibs, payment: PaymentRecord, status: Told): [string, string][] {
  const references = referencesOf(payment);
  const lie = (name: string) => takeFault(dibs, name, references)?.kind;
  const result: [string, string][] = [
    ['status', lie('status') === 'unknown' ? 'REVIEWED' : status],
    ...transactionFields(payment, status, lie('method') && 'FFK'),
  ];
  const echoed = applyAmountFault(payment.fields, payment.amount, lie('amount')).map(
    ([name, value]): [string, string] =>
      name.toLowerCase() === 'currency'
        ? [name, lie('currency') ? otherCurrency(value) : value]
        : [name, value],
  );
  const fields = [...echoed, ...result].filter(([, value]) => value !== '');
  const key = findMerchant(payment.merchantId)?.macKey ?? '';
  return [...fields, ['MAC', macOf(fields, key)]];
}

function transactionFields(
  payment: PaymentRecord,
  status: Told,
  otherType: string | undefined,
): [string, string][] {
  const { transaction } = payment;
  if (!transaction || status === 'CANCELLED') return [];
  const { id, card } = transaction;
  return [
    ['transaction', id],
    ['acquirer', 'TEST'],
    ['cardNumberMasked', card.masked],
    ['cardTypeName', otherType || card.type],
    ['expMonth', card.expMonth],
    ['expYear', card.expYear],
    ['ticket', payment.ticket ?? ''],
    ...(status === 'ACCEPTED' && fieldOf(payment, 'capturenow') === '1'
      ? ([['captureStatus', payment.captures.length > 0 ? 'ACCEPTED' : 'DECLINED']] satisfies [
          string,
          string,
        ][])
      : []),
  ];
}

function applyAmountFault(
  fields: [string, string][],
  amount: number,
  fault: string | undefined,
): [string, string][] {
  const withAmount = (shown: number) =>
    fields.map(([name, value]): [string, string] => [
      name,
      name.toLowerCase() === 'amount' ? String(shown) : value,
    ]);
  switch (fault) {
    case 'wrong':
      return withAmount(Math.abs(amount - 100) || 1);
    case 'fee':
      return [...withAmount(amount + 1000), ['fee', '1000']];
    case 'fee-original':
      return [...withAmount(amount + 1000), ['fee', '1000'], ['amountOriginal', String(amount)]];
    default:
      return fields;
  }
}

function otherCurrency(currency: string): string {
  return currency === 'NOK' || currency === '578' ? 'EUR' : 'NOK';
}
