import { checkAmount, checkCreatePayment, checkId, checkItems, checkLength } from './checks.ts';
import { type HttpConfig, send } from './http.ts';
import {
  readCreatedCharge,
  readCreatedHostedPayment,
  readCreatedPayment,
  readNothing,
  readPayment,
} from './replies.ts';
import type { CreatedHostedPayment, CreatedPayment } from './reply-types.ts';
import type { CallOptions, CreatePaymentRequest, EmbeddedCheckout, HostedCheckout } from './request-types.ts';
import { checkPart, type PaymentsResource, refund } from './resources.ts';

/** `/v1/payments`; the calls are described on PaymentsResource. */
export function paymentsResource(config: HttpConfig): PaymentsResource {
  return {
    create: createPayment(config),

    async retrieve(paymentId, options) {
      const operation = 'payments.retrieve';
      const path = pathOf(paymentId, operation);
      return send(config, {
        operation,
        method: 'GET',
        path,
        ...call(options),
        parse: (json) => readPayment(json, paymentId),
      });
    },

    async updateOrderItems(paymentId, body, options) {
      const operation = 'payments.updateOrderItems';
      const path = `${pathOf(paymentId, operation)}/orderitems`;
      checkAmount(body.amount, 'amount', operation, 0);
      checkItems(body.items, body.amount, 'items', operation);
      return send(config, { operation, method: 'PUT', path, body, ...call(options), parse: readNothing });
    },

    async updateReferenceInformation(paymentId, body, options) {
      const operation = 'payments.updateReferenceInformation';
      const path = `${pathOf(paymentId, operation)}/referenceinformation`;
      checkLength(body.reference, 128, 'reference', operation);
      return send(config, { operation, method: 'PUT', path, body, ...call(options), parse: readNothing });
    },

    async updateMyReference(paymentId, myReference, options) {
      const operation = 'payments.updateMyReference';
      const path = `${pathOf(paymentId, operation)}/myreference`;
      checkLength(myReference, 36, 'myReference', operation);
      const body = { myReference };
      return send(config, { operation, method: 'PUT', path, body, ...call(options), parse: readNothing });
    },

    async terminate(paymentId, options) {
      const operation = 'payments.terminate';
      const path = `${pathOf(paymentId, operation)}/terminate`;
      return send(config, { operation, method: 'PUT', path, ...call(options), parse: readNothing });
    },

    async cancel(paymentId, body, options) {
      const operation = 'payments.cancel';
      const path = `${pathOf(paymentId, operation)}/cancels`;
      checkPart(body, operation);
      return send(config, { operation, method: 'POST', path, body, ...call(options), parse: readNothing });
    },

    async charge(paymentId, body, options) {
      const operation = 'payments.charge';
      const path = `${pathOf(paymentId, operation)}/charges`;
      checkPart(body, operation);
      checkLength(body.myReference, 36, 'myReference', operation);
      const { idempotencyKey } = options ?? {};
      return send(config, {
        operation,
        method: 'POST',
        path,
        body,
        idempotencyKey,
        ...call(options),
        parse: readCreatedCharge,
      });
    },

    async refund(paymentId, body, options) {
      const operation = 'payments.refund';
      checkLength(body.myReference, 36, 'myReference', operation);
      return refund(config, operation, `${pathOf(paymentId, operation)}/refunds`, body, options);
    },
  };
}

function createPayment(config: HttpConfig): PaymentsResource['create'] {
  function create(
    request: CreatePaymentRequest<HostedCheckout>,
    options?: CallOptions,
  ): Promise<CreatedHostedPayment>;
  function create(
    request: CreatePaymentRequest<EmbeddedCheckout>,
    options?: CallOptions,
  ): Promise<CreatedPayment>;
  async function create(request: CreatePaymentRequest, options?: CallOptions): Promise<CreatedPayment> {
    const operation = 'payments.create';
    checkCreatePayment(request, operation, config.insecure);
    const hosted = request.checkout.integrationType === 'HostedPaymentPage';
    return send<CreatedPayment>(config, {
      operation,
      method: 'POST',
      path: '/v1/payments',
      body: request,
      ...call(options),
      parse: (json) => (hosted ? readCreatedHostedPayment(json, config.insecure) : readCreatedPayment(json)),
    });
  }
  return create;
}

function pathOf(paymentId: string, operation: string): string {
  return `/v1/payments/${checkId(paymentId, 'paymentId', operation)}`;
}

function call(options: CallOptions | undefined): CallOptions {
  return { signal: options?.signal, timeoutMs: options?.timeoutMs };
}
