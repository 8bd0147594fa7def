import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  type Router,
} from 'express';
import { changeOrder } from './change-order.ts';
import { createOrder } from './create-order.ts';
import { type Operation, referencesOf, takeReplyFault } from './faults.ts';
import { findMerchant, type Merchant } from './merchants.ts';
import { type OrderRecord, orderPath } from './model.ts';
import type { Payex } from './payex.ts';
import { cancel, capture, reverse } from './post-purchase.ts';
import { presentForGet } from './present-order.ts';
import { findPart, presentPart } from './present-parts.ts';
import { inputError, newProblem, notFound, type Reply, reply, systemError } from './replies.ts';

interface Call {
  merchant: Merchant;
  request: Request;
  order: OrderRecord | undefined;
}

interface Route {
  operation?: Operation | ((request: Request) => Operation | undefined);
  run(call: Call): Reply;
}

/** `/psp`: token, version, body, faults; then one operation, which changes the books without a pause. */
export function createApiRouter(payex: Payex): Router {
  const router = express.Router();
  router.use(checkDoor);
  router.use(express.json({ limit: '1mb', strict: false, type: () => true }));

  const handle = (route: Route) => async (request: Request, response: Response) => {
    const merchant = findMerchant(request.get('authorization'));
    if (!merchant) return void response.status(401).end();
    const found = payex.orders.get(String(request.params.id ?? ''));
    // Another merchant's payment order is not there.
    const order = found?.payeeId === merchant.payeeId ? found : undefined;
    await answer(payex, route, { merchant, request, order }, response);
  };
  const onOrder = (
    operation: Route['operation'],
    run: (order: OrderRecord, request: Request) => Reply,
  ): ReturnType<typeof handle> =>
    handle({ operation, run: ({ order, request }) => (order ? run(order, request) : notFound) });

  router.post(
    '/paymentorders',
    handle({
      operation: 'create',
      run: ({ merchant, request }) =>
        createOrder(payex, merchant, request.body, request.get('user-agent') ?? ''),
    }),
  );
  router.get(
    '/paymentorders/:id',
    onOrder('get', (order, { query }) => {
      const expand = String(query.$expand ?? '').toLowerCase();
      return { status: 200, body: presentForGet(payex, order, new Set(expand.split(','))) };
    }),
  );
  router.patch(
    '/paymentorders/:id',
    onOrder(changeOperation, (order, { body }) => changeOrder(payex, order, body)),
  );
  for (const [path, { operation, run }] of Object.entries(moves)) {
    router.post(
      `/paymentorders/:id/${path}`,
      onOrder(operation, (order, { body }) => run(payex, order, body)),
    );
  }
  router.get(
    '/paymentorders/:id/:part',
    onOrder('get', (order, { params }) => showPart(payex, order, String(params.part))),
  );
  router.use((_request, response) => send(response, notFound));
  router.use(answerUnreadable);
  return router;
}

const moves = {
  captures: { operation: 'charge', run: capture },
  cancellations: { operation: 'cancel', run: cancel },
  reversals: { operation: 'refund', run: reverse },
} as const;

const checkDoor: RequestHandler = (request, response, next) => {
  response.set('api-supported-versions', '3.1');
  if (!findMerchant(request.get('authorization'))) return void response.status(401).end();
  // Version 3.1 is chosen by Accept on a read and by Content-Type on a write; no other is played here.
  const name = request.method === 'GET' ? 'accept' : 'content-type';
  if (/version\s*=\s*"?3\.1"?/.test(request.get(name) ?? '')) return next();
  const description = 'version=3.1 is missing (the wording is the sandbox’s)';
  send(response, inputError([{ name, description }]));
};

function showPart(payex: Payex, order: OrderRecord, segment: string): Reply {
  const name = findPart(segment);
  if (!name) return notFound;
  const id = `${orderPath(order)}/${segment}`;
  const body = { paymentorder: orderPath(order), [name]: { id, ...presentPart(payex, order, name) } };
  return { status: 200, body };
}

/** Sends the reply, or what the faults make of it. */
async function answer(payex: Payex, route: Route, call: Call, response: Response): Promise<void> {
  const { faults } = payex.context;
  const { request, order } = call;
  const operation = typeof route.operation === 'function' ? route.operation(request) : route.operation;
  const references = order ? referencesOf(order) : referencesInBody(request.body);
  const fault = takeReplyFault(payex.context, operation, references);
  switch (fault?.kind) {
    case 'dead':
    case 'lost-before-commit':
      return void request.socket.destroy();
    case '500':
      return send(response, reply(systemError));
    case '429':
      return send(
        response,
        reply(newProblem('toomanyrequests', 429, 'Too many requests', 'Try again later.')),
      );
    case 'slow-commit':
      await faults.sleep(fault.ms);
      break;
    case 'slow':
    case 'lost-after-commit':
    case undefined:
  }
  // Read anew: it may have changed while the call was held.
  const current = order && payex.orders.get(order.id);
  const made = route.run({ ...call, order: current });
  if (fault?.kind === 'lost-after-commit') return void request.socket.destroy();
  if (fault?.kind === 'slow') await faults.sleep(fault.ms);
  send(response, made);
}

function send(response: Response, { status, body }: Reply): void {
  if (response.destroyed) return;
  if (status === 429) response.set('retry-after', '1');
  const type =
    status < 400 ? 'application/json; charset=utf-8; version=3.1' : 'application/problem+json; charset=utf-8';
  response.status(status).set('content-type', type).send(JSON.stringify(body));
}

/** Of the changes by PATCH only the abort has faults of its own. */
function changeOperation({ body }: Request): Operation | undefined {
  const change = isObject(body) && isObject(body.paymentorder) ? body.paymentorder.operation : undefined;
  return change === 'Abort' ? 'terminate' : undefined;
}

/** Before a payment order has an id, its faults are found by the references in the body. */
function referencesInBody(body: unknown): string[] {
  const order = isObject(body) ? body.paymentorder : undefined;
  const info = isObject(order) && isObject(order.payeeInfo) ? order.payeeInfo : {};
  return [info.payeeReference, info.orderReference].filter((value) => typeof value === 'string');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

const answerUnreadable: ErrorRequestHandler = (error, _request, response, next) => {
  if (response.headersSent) return next(error);
  const status: unknown = isObject(error) ? error.status : undefined;
  const unreadable = typeof status === 'number' && status < 500;
  send(
    response,
    unreadable ? inputError([{ name: 'Body', description: 'is not JSON' }]) : reply(systemError),
  );
};
