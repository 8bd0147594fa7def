import { html, raw } from '../html.ts';
import { peekFault, referencesOf } from './faults.ts';
import type { Transaction } from './model.ts';
import type { Netaxept } from './netaxept.ts';
import { paymentInfo, type Reply } from './replies.ts';

/** `Query.aspx`: how the transaction stands, or what the faults make of it. */
export function query({ context }: Netaxept, transaction: Transaction): Reply {
  const told = (name: string) => peekFault(context, name, referencesOf(transaction));
  const reply = paymentInfo(
    {
      ...transaction,
      ...(told('amount') && { amount: transaction.amount - 100 }),
      ...(told('currency') && { currency: transaction.currency === 'SEK' ? 'NOK' : 'SEK' }),
      ...(told('method') && transaction.card && { card: { ...transaction.card, method: 'UnionPay' } }),
      ...(told('reference') && { orderNumber: `X-${transaction.orderNumber}` }),
    },
    context.now(),
  );
  if (told('status') !== 'unknown') return reply;
  const text = reply.xml.markup.replace(/<Summary>[\s\S]*<\/Summary>/, '<Balance>unheard of</Balance>');
  return { xml: html`${raw(text)}` };
}
