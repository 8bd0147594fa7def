import express, { type Request, type Response, type Router } from 'express';
import type { Dibs } from '../dibs/dibs.ts';
import { type Operation, referencesOf, takeAnswerFault } from '../dibs/faults.ts';
import type { PaymentRecord } from '../dibs/model.ts';
import { withReplyFault } from '../dibs/reply-faults.ts';
import { type Answer, type Asked, cancel, capture, refund } from './api-operations.ts';
import { md5Of } from './md5.ts';
import { findMerchant, findUser, type Merchant } from './merchants.ts';
import { addQueries } from './query-routes.ts';
import { send } from './send.ts';
import { findTransaction } from './status.ts';

interface ApiFunction {
  operation: Operation;
  path: string;
  /** What its MD5 key is made over. */
  signed: readonly string[];
  run(dibs: Dibs, asked: Asked): Answer;
}

const ofAmount = ['merchant', 'orderid', 'transact', 'amount'];
const functions: readonly ApiFunction[] = [
  { operation: 'capture', path: '/cgi-bin/capture.cgi', signed: ofAmount, run: capture },
  { operation: 'cancel', path: '/cgi-adm/cancel.cgi', signed: ofAmount.slice(0, 3), run: cancel },
  { operation: 'refund', path: '/cgi-adm/refund.cgi', signed: ofAmount, run: refund },
];

/** Forms in, `name=value&…` in Latin-1 out, always with status 200 but for a wrong login. */
export function createApiRouter(dibs: Dibs): Router {
  const router = express.Router();
  router.use(
    ['/cgi-bin', '/cgi-adm', '/transstatus.pml', '/cardtype.pml'],
    express.urlencoded({ extended: false }),
  );
  router.use('/cgi-adm', (request, response, next) => {
    if (findUser(request.headers.authorization)) return next();
    response.status(401).set('www-authenticate', 'Basic').type('html').send('<p>Login problems?</p>');
  });
  for (const one of functions) {
    router.post(one.path, (request, response) => answer(dibs, one, request, response));
  }
  addQueries(dibs, router);
  return router;
}

async function answer(dibs: Dibs, wanted: ApiFunction, request: Request, response: Response): Promise<void> {
  const get = (name: string): string => String(request.body?.[name] ?? '');
  const found = readCall(dibs, wanted, request, get);
  const references = 'payment' in found ? referencesOf(found.payment) : [get('orderid'), get('transact')];
  await withReplyFault(dibs, wanted.operation, references, request, response, () => {
    const reply = 'payment' in found ? run(dibs, wanted, found.payment, get) : found;
    return () => send(response, fieldsOf(reply, get('transact')));
  });
}

function run(dibs: Dibs, wanted: ApiFunction, payment: PaymentRecord, get: (name: string) => string): Answer {
  const amount = Number(get('amount'));
  if (wanted.signed.includes('amount') && !/^[1-9]\d{0,9}$/.test(get('amount')))
    return { ok: false, reason: 8, message: 'Error in argument amount' };
  const asked = { payment, amount, force: get('force') !== '' };
  switch (takeAnswerFault(dibs, wanted.operation, referencesOf(payment))) {
    case 'declined':
      return { ok: false, reason: 4 };
    case 'error':
      return { ok: false, reason: 1 };
    case 'pending':
      return wanted.run(dibs, { ...asked, pending: true });
    default:
      return wanted.run(dibs, { ...asked, pending: false });
  }
}

/** Which code a wrong key has is not published; it is an error in the parameters. */
function readCall(
  dibs: Dibs,
  { path, signed }: ApiFunction,
  request: Request,
  get: (name: string) => string,
): { payment: PaymentRecord } | Answer {
  const refused = (reason: number, message: string): Answer => ({ ok: false, reason, message });
  const merchant = findMerchant(get('merchant'));
  if (!merchant || !isOwn(path, merchant, request)) return refused(8, 'Unknown merchant');
  const pairs = signed.map((name): [string, string] => [name, get(name)]);
  if (get('md5key').toLowerCase() !== md5Of(pairs, merchant)) return refused(8, 'Error in argument md5key');
  const payment = findTransaction(dibs, merchant.id, get('transact'));
  if (!payment) return refused(8, 'Unknown transaction id');
  if (payment.orderId !== get('orderid')) return refused(9, 'Order number does not correspond');
  return { payment };
}

/** Where somebody logs in, it is the merchant's own user. */
function isOwn(path: string, merchant: Merchant, request: Request): boolean {
  return !path.startsWith('/cgi-adm/') || findUser(request.headers.authorization) === merchant;
}

function fieldsOf(answer: Answer, transact: string): Record<string, string> {
  if (answer.ok) return { result: '0', status: 'ACCEPTED', transact };
  const { reason, message } = answer;
  return {
    status: reason === 1 ? 'FAILED' : 'DECLINED',
    reason: String(reason),
    ...(message && { message }),
  };
}
