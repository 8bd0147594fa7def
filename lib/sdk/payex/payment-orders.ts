import { checkAmounts, checkCreate, checkDescription, checkItems, checkPayeeReference } from './checks.ts';
import { type HttpConfig, send } from './http.ts';
import { findOperation } from './hypermedia.ts';
import { ReplyShapeError } from './json-shape.ts';
import { type Deed, perform } from './perform.ts';
import { readPaymentOrder } from './replies.ts';
import type { CreatedPaymentOrder, PaymentOrder, TransactionResult } from './reply-types.ts';
import type {
  CallOptions,
  CaptureRequest,
  CreatePaymentOrderRequest,
  ReversalRequest,
} from './request-types.ts';
import type { PaymentOrdersResource } from './resources.ts';
import { readOrder } from './retrieve.ts';
import { transact } from './transact.ts';

/** `/psp/paymentorders`; the calls are described on PaymentOrdersResource. */
export function paymentOrdersResource(config: HttpConfig): PaymentOrdersResource {
  return {
    create: (request, options) => createPaymentOrder(config, request, options),

    async retrieve(id, options) {
      return readOrder(config, id, { operation: 'paymentOrders.retrieve', ...options });
    },

    capture: (id, body, options) => moveMoney(config, 'capture', id, body, options),

    reverse: (id, body, options) => moveMoney(config, 'reverse', id, body, options),

    async cancel(id, body, options) {
      const operation = 'paymentOrders.cancel';
      checkDescription(body.description, operation);
      checkPayeeReference(body.payeeReference, operation);
      return transact(config, {
        operation,
        paymentOrderId: id,
        rel: 'cancel',
        type: 'Cancellation',
        body,
        options,
      });
    },

    async abort(id, abortReason = 'CancelledByConsumer', options) {
      return change(
        config,
        id,
        'paymentOrders.abort',
        'abort',
        { operation: 'Abort', abortReason },
        options,
        {
          repeatable: true,
          findDone: (order) => (order.status.toLowerCase() === 'aborted' ? order : undefined),
        },
      );
    },

    async abortAttempt(id, options) {
      const body = { operation: 'PaymentAttemptAborted', abortReason: 'AbortedByUI' };
      return change(config, id, 'paymentOrders.abortAttempt', 'abort-paymentattempt', body, options);
    },

    async updateOrder(id, request, options) {
      const operation = 'paymentOrders.updateOrder';
      checkAmounts(request, operation);
      checkItems(request.orderItems, request.amount, request.vatAmount, operation);
      return change(config, id, operation, 'update-order', { operation: 'UpdateOrder', ...request }, options);
    },

    async setInstrument(id, instrument, options) {
      const body = { operation: 'SetInstrument', instrument };
      return change(config, id, 'paymentOrders.setInstrument', 'set-instrument', body, options);
    },
  };
}

/** A capture and a reversal differ in their names only. */
async function moveMoney(
  config: HttpConfig,
  name: 'capture' | 'reverse',
  id: string,
  body: CaptureRequest | ReversalRequest,
  options?: CallOptions,
): Promise<TransactionResult> {
  const operation = `paymentOrders.${name}`;
  checkDescription(body.description, operation);
  checkAmounts(body, operation);
  checkPayeeReference(body.payeeReference, operation);
  checkItems(body.orderItems, body.amount, body.vatAmount, operation);
  const [rel, type] =
    name === 'capture' ? (['capture', 'Capture'] as const) : (['reversal', 'Reversal'] as const);
  return transact(config, { operation, paymentOrderId: id, rel, type, body, options });
}

async function createPaymentOrder(
  config: HttpConfig,
  request: CreatePaymentOrderRequest,
  options?: CallOptions,
): Promise<CreatedPaymentOrder> {
  const operation = 'paymentOrders.create';
  checkCreate(request, operation, config.insecure);
  const { payeeId, payeeName, baseHref } = config;
  return send(config, {
    operation,
    method: 'POST',
    url: `${baseHref}/psp/paymentorders`,
    body: {
      paymentorder: {
        ...request,
        operation: request.operation ?? 'Purchase',
        payeeInfo: { payeeId, ...(payeeName && { payeeName }), ...request.payeeInfo },
      },
    },
    signal: options?.signal,
    timeoutMs: options?.timeoutMs,
    parse(json) {
      const order = readPaymentOrder(json);
      const page = findOperation(order, 'redirect-checkout');
      if (page === undefined) throw new ReplyShapeError('operations have no redirect-checkout');
      return { ...order, redirectUrl: pageUrl(page.href, config.insecure) };
    },
  });
}

/** A PATCH of the payment order. Without `more` it is sent once and never looked for afterwards. */
function change(
  config: HttpConfig,
  paymentOrderId: string,
  operation: string,
  rel: Deed<PaymentOrder>['rel'],
  paymentorder: object,
  options: CallOptions | undefined,
  more: Pick<Deed<PaymentOrder>, 'repeatable' | 'findDone'> = {
    repeatable: false,
    findDone: () => undefined,
  },
): Promise<PaymentOrder> {
  return perform(config, {
    operation,
    paymentOrderId,
    rel,
    body: { paymentorder },
    signal: options?.signal,
    timeoutMs: options?.timeoutMs,
    result: (order) => order,
    ...more,
  });
}

/** The payer goes there, so it must be a web page; `insecure`: the API itself is a sandbox over http. */
function pageUrl(href: string, insecure: boolean): string {
  const protocol = URL.canParse(href) ? new URL(href).protocol : '';
  if (protocol !== 'https:' && !(insecure && protocol === 'http:')) {
    throw new ReplyShapeError('redirect-checkout is not an https URL');
  }
  return href;
}
