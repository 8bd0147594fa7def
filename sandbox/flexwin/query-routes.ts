import type { Request, Response, Router } from 'express';
import type { Dibs } from '../dibs/dibs.ts';
import { referencesOf, takeFault } from '../dibs/faults.ts';
import type { PaymentRecord } from '../dibs/model.ts';
import { withReplyFault } from '../dibs/reply-faults.ts';
import { findMerchant, findUser } from './merchants.ts';
import { moneyFields, typeOf } from './result-message.ts';
import { send } from './send.ts';
import { findTransaction, numberOf, shortStatusOf, statusOf } from './status.ts';

type Get = (name: string) => string;

/** Questions: payinfo.cgi for those who log in, transinfo.cgi by the order, and two that answer a single word. */
export function addQueries(dibs: Dibs, router: Router): void {
  const on = (
    path: string,
    find: (get: Get, request: Request) => PaymentRecord | undefined,
    reply: (payment: PaymentRecord | undefined, response: Response) => void,
  ) =>
    router.post(path, async (request, response) => {
      const get: Get = (name) => String(request.body?.[name] ?? '');
      const payment = find(get, request);
      const references = payment ? referencesOf(payment) : [get('orderid'), get('transact')];
      await withReplyFault(dibs, 'get', references, request, response, () => () => reply(payment, response));
    });
  const ofMerchant = (get: Get) => findTransaction(dibs, get('merchant'), get('transact'));

  on(
    '/cgi-adm/payinfo.cgi',
    (get, request) =>
      findTransaction(dibs, findUser(request.headers.authorization)?.id ?? '', get('transact')),
    (payment, response) => send(response, payment ? info(dibs, payment) : { message: 'Unknown transaction' }),
  );
  on(
    '/cgi-bin/transinfo.cgi',
    (get) => findOrder(dibs, get),
    (payment, response) => send(response, payment ? found(payment) : { message: 'No such transaction' }),
  );
  on('/transstatus.pml', ofMerchant, (payment, response) => {
    response.type('text').send(payment ? String(statusOf(payment)) : '');
  });
  on('/cardtype.pml', ofMerchant, (payment, response) => {
    response.type('text').send((payment?.transaction && typeOf(dibs, payment)) ?? '0');
  });
}

/** All of an order's windows have its number: one that is paid goes before one that was declined. */
function findOrder(dibs: Dibs, get: Get): PaymentRecord | undefined {
  const merchant = findMerchant(get('merchant'));
  const tries = dibs.payments
    .values()
    .filter(
      (one) =>
        one.merchantId === merchant?.id &&
        one.orderId === get('orderid') &&
        String(one.amount) === get('amount') &&
        one.currency === get('currency') &&
        numberOf(one) !== undefined,
    );
  return tries.find(({ transaction }) => transaction) ?? tries.at(-1);
}

function found(payment: PaymentRecord): Record<string, string> {
  return { transact: numberOf(payment) ?? '', status: String(shortStatusOf(payment)) };
}

function info(dibs: Dibs, payment: PaymentRecord): Record<string, string> {
  const isUnknown = takeFault(dibs, 'status', referencesOf(payment)) !== undefined;
  return {
    transact: numberOf(payment) ?? '',
    status: isUnknown ? '99' : String(statusOf(payment)),
    orderid: payment.orderId,
    ...moneyFields(dibs, payment),
  };
}
