import express, { type ErrorRequestHandler, type Request, type Response, type Router } from 'express';
import { authenticate, giveToken } from './access-token.ts';
import { cancelPayment, capturePayment, refundPayment } from './adjust-payment.ts';
import { createPayment } from './create-payment.ts';
import { type Operation, takeReplyFault } from './faults.ts';
import { findPayment } from './find-payment.ts';
import { forceApprove } from './force-approve.ts';
import type { Merchant } from './merchants.ts';
import type { PaymentRecord } from './model.ts';
import { presentPayment } from './present-payment.ts';
import { gatewayReply, problem, type Reply, type Title, titles } from './replies.ts';
import type { Vipps } from './vipps.ts';
import { deleteWebhook, listWebhooks, registerWebhook } from './webhooks-api.ts';

export interface Call {
  merchant: Merchant;
  /** The reference or the webhook id in the path. */
  id: string;
  body: unknown;
  idempotencyKey: string;
}

interface Route {
  operation: Operation;
  /** An `Idempotency-Key` is required; this is the title when it comes with another body. */
  conflict?: Title;
  run(call: Call): Reply;
}

/** `/accesstoken`, `/epayment/v1` and `/webhooks/v1`. */
export function createApiRouter(vipps: Vipps): Router {
  const router = express.Router();
  router.post('/accesstoken/get', (request, response) =>
    withFaults(vipps, 'token', [], request, response, () => giveToken(vipps, request)),
  );
  router.use(['/epayment', '/webhooks'], express.json({ limit: '1mb', strict: false }));
  addPaymentRoutes(router, vipps);
  addModificationRoutes(router, vipps);
  addWebhookRoutes(router, vipps);
  router.use(['/epayment', '/webhooks'], (_request, response) => {
    send(response, gatewayReply(404, 'Resource not found'));
  });
  router.use(answerUnreadable(vipps));
  return router;
}

const payments = '/epayment/v1/payments';

function addPaymentRoutes(router: Router, vipps: Vipps): void {
  router.post(
    payments,
    handle(vipps, {
      operation: 'create',
      conflict: 'idempotency',
      run: (call) => createPayment(vipps, call),
    }),
  );
  router.get(
    `${payments}/:id`,
    onPayment(vipps, { operation: 'get' }, (payment) => ({
      status: 200,
      body: presentPayment(vipps, payment),
    })),
  );
  router.get(
    `${payments}/:id/events`,
    onPayment(vipps, { operation: 'events' }, ({ events }) => ({ status: 200, body: events })),
  );
  // The OpenAPI file has `/test`, the provider's page does not.
  router.post(
    ['/epayment/v1/test/payments/:id/approve', `${payments}/:id/approve`],
    onPayment(vipps, { operation: 'approve' }, (payment, { body }) => forceApprove(vipps, payment, body)),
  );
}

function addModificationRoutes(router: Router, vipps: Vipps): void {
  const captureRoute = { operation: 'capture', conflict: 'captureConflict' } as const;
  router.post(
    `${payments}/:id/capture`,
    onPayment(vipps, captureRoute, (payment, call) => capturePayment(vipps, payment, call)),
  );
  const refundRoute = { operation: 'refund', conflict: 'refundConflict' } as const;
  router.post(
    `${payments}/:id/refund`,
    onPayment(vipps, refundRoute, (payment, call) => refundPayment(vipps, payment, call)),
  );
  const cancelRoute = { operation: 'cancel', conflict: 'idempotency' } as const;
  router.post(
    `${payments}/:id/cancel`,
    onPayment(vipps, cancelRoute, (payment, call) => cancelPayment(vipps, payment, call)),
  );
}

function addWebhookRoutes(router: Router, vipps: Vipps): void {
  const webhooks = '/webhooks/v1/webhooks';
  const operation = 'webhooks';
  router.post(webhooks, handle(vipps, { operation, run: (call) => registerWebhook(vipps, call) }));
  router.get(webhooks, handle(vipps, { operation, run: (call) => listWebhooks(vipps, call) }));
  router.delete(`${webhooks}/:id`, handle(vipps, { operation, run: (call) => deleteWebhook(vipps, call) }));
}

/** Authentication, faults, idempotency; then one operation, which changes the books without a pause. */
function handle(vipps: Vipps, route: Route) {
  return async (request: Request, response: Response): Promise<void> => {
    const merchant = authenticate(vipps, request);
    if (!('msn' in merchant)) return send(response, merchant);
    const id = String(request.params.id ?? '');
    const idempotencyKey = request.get('idempotency-key') ?? '';
    const call: Call = { merchant, id, body: request.body, idempotencyKey };
    const references = [id, referenceIn(request.body)].filter((name) => name !== '');
    await withFaults(vipps, route.operation, references, request, response, () =>
      route.conflict ? runOnce(vipps, route, route.conflict, call, request) : route.run(call),
    );
  };
}

/** Runs only on a payment of this sales unit; another one's is not there. */
function onPayment(
  vipps: Vipps,
  route: Omit<Route, 'run'>,
  run: (payment: PaymentRecord, call: Call) => Reply,
) {
  return handle(vipps, {
    ...route,
    run(call) {
      const payment = findPayment(vipps, call.merchant.msn, call.id);
      if (payment) return run(payment, call);
      const detail = `Reference ${call.id} was not found.`;
      return problem(vipps.context, 'referenceNotFound', { status: 404, detail });
    },
  });
}

/** Sends the reply, or what the faults make of it. */
async function withFaults(
  vipps: Vipps,
  operation: Operation,
  references: string[],
  request: Request,
  response: Response,
  run: () => Reply,
): Promise<void> {
  const { context } = vipps;
  const fault = takeReplyFault(context, operation, references);
  switch (fault?.kind) {
    case 'dead':
    case 'lost-before-commit':
      return void request.socket.destroy();
    case '500':
      return send(response, problem(context, 'internal', { status: 500 }));
    case '502':
      return void response.status(502).type('html').send('<html><h1>502 Bad Gateway</h1></html>');
    case '429':
      return send(response, gatewayReply(429, 'Rate limit is exceeded. Try again in 1 seconds.'));
    case '401':
      return send(response, gatewayReply(401, 'Unauthorized. Access token is missing or invalid.'));
    case 'slow-commit':
      await context.faults.sleep(fault.ms);
      break;
    case 'slow':
    case 'lost-after-commit':
    case undefined:
  }
  const reply = run();
  if (fault?.kind === 'lost-after-commit') return void request.socket.destroy();
  if (fault?.kind === 'slow') await context.faults.sleep(fault.ms);
  send(response, reply);
}

/**
 * The same key and body on the same call give the same answer, a refusal too; another body gives 409. Kept without end.
 */
function runOnce(vipps: Vipps, route: Route, conflict: Title, call: Call, request: Request): Reply {
  const { context, replies } = vipps;
  const key = call.idempotencyKey;
  if (key === '' || key.length > 50) {
    const extraDetails = [{ name: 'Idempotency-Key', reason: 'is required, at most 50 characters' }];
    return problem(context, 'missingParameter', { extraDetails });
  }
  const kept = `${call.merchant.msn}:${request.path}:${key}`;
  const body = JSON.stringify(call.body ?? null);
  const earlier = replies.get(kept);
  if (earlier && earlier.body !== body) {
    return problem(context, conflict, { status: 409, detail: `Idempotency-Key \`${key}\` already exists.` });
  }
  if (earlier) return earlier.reply;
  const reply = route.run(call);
  replies.set(kept, { body, reply });
  return reply;
}

function send(response: Response, { status, body }: Reply): void {
  if (response.destroyed) return;
  if (status === 429) response.set('retry-after', '1');
  if (body === undefined) return void response.status(status).end();
  const isProblem = typeof body === 'object' && body !== null && 'traceId' in body && 'title' in body;
  response
    .status(status)
    .type(isProblem ? 'application/problem+json' : 'application/json')
    .send(JSON.stringify(body));
}

/** Before a payment exists, its faults are found by the reference in the body. */
function referenceIn(body: unknown): string {
  const isObject = typeof body === 'object' && body !== null && 'reference' in body;
  return isObject && typeof body.reference === 'string' ? body.reference : '';
}

function answerUnreadable({ context }: Vipps): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (response.headersSent) return next(error);
    const unreadable = typeof error?.status === 'number' && error.status < 500;
    if (!unreadable) context.log(`vipps: ${error?.stack ?? error}`);
    send(
      response,
      unreadable
        ? problem(context, 'badRequest', {
            detail: `${titles.badRequest}: the body could not be read as JSON.`,
          })
        : problem(context, 'internal', { status: 500 }),
    );
  };
}
