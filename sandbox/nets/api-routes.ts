import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import {
  cancelPayment,
  changeMyReference,
  changeOrderItems,
  changeReferenceInformation,
  terminatePayment,
} from './change-payment.ts';
import { chargePayment } from './charge-payment.ts';
import { createPayment } from './create-payment.ts';
import { type Operation, referencesOf, takeReplyFault } from './faults.ts';
import { findMerchant, type Merchant } from './merchants.ts';
import type { PaymentRecord } from './model.ts';
import type { Nets } from './nets.ts';
import { listPaymentMethods } from './payment-methods.ts';
import { presentPayment } from './present-payment.ts';
import { cancelPendingRefund, findByRefund, refundPayment } from './refund-payment.ts';
import { invalid, notFound, problem, problemBody, type Reply } from './replies.ts';

interface Call {
  merchant: Merchant;
  /** The id in the path: a payment's, a charge's or a refund's. */
  id: string;
  body: unknown;
  query: Request['query'];
}

interface Route {
  operation?: Operation;
  /** `Idempotency-Key` is honoured. */
  idempotent?: boolean;
  run(call: Call): Reply & { delayMs?: number };
  /** The payment that the call is about, also for its faults. */
  find?(call: Call): PaymentRecord | undefined;
}

/** `/v1`: authentication, body, faults, idempotency; then one operation, which changes the books without a pause. */
export function createApiRouter(nets: Nets): Router {
  const router = express.Router();
  router.use((request, response, next) => {
    if (findMerchant(request.get('authorization'))) next();
    else response.status(401).end();
  });
  router.use(express.json({ limit: '1mb', strict: false }));

  const handle = (route: Route) => async (request: Request, response: Response) => {
    const merchant = findMerchant(request.get('authorization'));
    if (!merchant) return void response.status(401).end();
    const id = String(request.params.id ?? '');
    await answer(nets, route, { merchant, id, body: request.body, query: request.query }, request, response);
  };
  /** Runs only on a payment of this merchant; another one's is not there. */
  const onPayment = (
    run: (payment: PaymentRecord, call: Call) => Reply,
    route: Pick<Route, 'operation' | 'idempotent'> = {},
    search: (id: string) => PaymentRecord | undefined = (id) => nets.payments.get(id),
  ) => {
    const find = ({ id, merchant }: Call) => {
      const payment = search(id);
      return payment?.merchantNumber === merchant.number ? payment : undefined;
    };
    return handle({
      ...route,
      find,
      run(call) {
        const payment = find(call);
        return payment ? run(payment, call) : notFound;
      },
    });
  };
  const byCharge = (id: string) =>
    nets.payments.values().find(({ charges }) => charges.some(({ chargeId }) => chargeId === id));

  router.post(
    '/payments',
    handle({ operation: 'create', run: ({ merchant, body }) => createPayment(nets, merchant, body) }),
  );
  router.get(
    '/payments/:id',
    onPayment((payment) => ({ status: 200, body: presentPayment(nets, payment) }), { operation: 'get' }),
  );
  router.post(
    '/payments/:id/charges',
    onPayment((payment, { body }) => chargePayment(nets, payment, body), {
      operation: 'charge',
      idempotent: true,
    }),
  );
  router.post(
    '/payments/:id/cancels',
    onPayment((payment, { body }) => cancelPayment(nets, payment, body), { operation: 'cancel' }),
  );
  router.post(
    '/payments/:id/refunds',
    onPayment((payment, { body }) => refundPayment(nets, payment, body), {
      operation: 'refund',
      idempotent: true,
    }),
  );
  const refundCharge = onPayment(
    (payment, { body, id }) => refundPayment(nets, payment, body, id),
    { operation: 'refund', idempotent: true },
    byCharge,
  );
  const chargeNotFound = handle({ operation: 'refund', run: () => problem('ChargeNotFound') });
  router.post('/charges/:id/refunds', (request, response) =>
    byCharge(request.params.id)?.merchantNumber === findMerchant(request.get('authorization'))?.number
      ? refundCharge(request, response)
      : chargeNotFound(request, response),
  );
  router.put(
    '/payments/:id/terminate',
    onPayment((payment) => terminatePayment(nets, payment), { operation: 'terminate' }),
  );
  router.put(
    '/payments/:id/referenceinformation',
    onPayment((payment, { body }) => changeReferenceInformation(nets, payment, body)),
  );
  router.put(
    '/payments/:id/myreference',
    onPayment((payment, { body }) => changeMyReference(nets, payment, body)),
  );
  router.put(
    '/payments/:id/orderitems',
    onPayment((payment, { body }) => changeOrderItems(nets, payment, body)),
  );
  router.post(
    '/pending-refunds/:id/cancel',
    onPayment(
      (payment, { id }) => cancelPendingRefund(nets, payment, id),
      {},
      (id) => findByRefund(nets, id),
    ),
  );
  router.get('/paymentmethods', handle({ run: ({ query }) => listPaymentMethods(query) }));
  router.use((_request, response) => void response.status(404).end());
  router.use(answerUnreadable);
  return router;
}

/** Sends the reply, or what the faults make of it. */
async function answer(
  nets: Nets,
  route: Route,
  call: Call,
  request: Request,
  response: Response,
): Promise<void> {
  const { faults } = nets.context;
  const payment = route.find?.(call);
  const fault = takeReplyFault(
    nets.context,
    route.operation,
    payment ? referencesOf(payment) : referencesInBody(call.body),
  );
  switch (fault?.kind) {
    case 'dead':
    case 'lost-before-commit':
      return void request.socket.destroy();
    case '500':
      return send(response, { status: 500, body: problemBody('1000', 'Unknown error') });
    case '429':
      return send(response, { status: 429, body: problemBody('1000', 'Too many requests') });
    case 'slow-commit':
      await faults.sleep(fault.ms);
      break;
    case 'slow':
    case 'lost-after-commit':
    case undefined:
  }
  const reply = route.idempotent ? runOnce(nets, route, call, request) : route.run(call);
  if (fault?.kind === 'lost-after-commit') return void request.socket.destroy();
  if (reply.delayMs) await faults.sleep(reply.delayMs);
  if (fault?.kind === 'slow') await faults.sleep(fault.ms);
  send(response, reply);
}

/**
 * The same key on the same call gives the same answer, whatever the body (what a changed body does is unverified).
 * Kept in the books without end; replies to invalid bodies are not kept.
 */
function runOnce(nets: Nets, route: Route, call: Call, request: Request): Reply & { delayMs?: number } {
  const key = request.get('idempotency-key');
  if (key === undefined) return route.run(call);
  if (key.length < 1 || key.length > 64)
    return invalid({ 'Idempotency-Key': ['must be 1 to 64 characters'] });
  const kept = `${call.merchant.number}:${request.path}:${key}`;
  const earlier = nets.replies.get(kept);
  if (earlier) return earlier;
  const reply = route.run(call);
  if (reply.status !== 400) nets.replies.set(kept, reply);
  return reply;
}

function send(response: Response, { status, body }: Reply): void {
  if (response.destroyed) return;
  if (status === 429) response.set('retry-after', '1');
  if (body === undefined) response.status(status).end();
  else response.status(status).json(body);
}

/** Before a payment has an id, its faults are found by the references in the body. */
function referencesInBody(body: unknown): string[] {
  const { order, myReference } = isObject(body) ? body : {};
  const reference = isObject(order) ? order.reference : undefined;
  return [reference, myReference].filter((value) => typeof value === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const answerUnreadable: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status: unknown = isObject(error) ? error.status : undefined;
  if (typeof status === 'number' && status < 500)
    send(response, invalid({ body: ['could not be read as JSON'] }));
  else send(response, { status: 500, body: problemBody('1000', 'Unknown error') });
};
