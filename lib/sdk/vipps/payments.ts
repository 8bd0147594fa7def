import {
  checkAmount,
  checkCreatePayment,
  checkCustomer,
  checkIdempotencyKey,
  checkReference,
} from './checks.ts';
import { type HttpConfig, send } from './http.ts';
import {
  readCreatedPayment,
  readEvents,
  readModification,
  readNothing,
  readPayment,
  readRedirectPayment,
} from './replies.ts';
import type { CreatedPayment, Modification, Payment, PaymentEvent, RedirectPayment } from './reply-types.ts';
import type {
  CallOptions,
  CreatePaymentRequest,
  ForceApproveRequest,
  IdempotentCallOptions,
  ModificationRequest,
} from './request-types.ts';

/** `/epayment/v1`. Amounts in minor units. Every call rejects with a VippsError; look at its `outcome`. */
export interface PaymentsResource {
  /**
   * POST /payments. The same key and body give the same payment; a used reference, or a key with another body, is a
   * VippsConflictError.
   */
  create(
    request: CreatePaymentRequest & { userFlow: 'WEB_REDIRECT' },
    options: IdempotentCallOptions,
  ): Promise<RedirectPayment>;
  create(request: CreatePaymentRequest, options: IdempotentCallOptions): Promise<CreatedPayment>;
  /** GET /payments/{reference}. The only proof of anything; see `deriveStatus`. */
  retrieve(reference: string, options?: CallOptions): Promise<Payment>;
  /** GET …/events: what happened, oldest first as far as is known. */
  listEvents(reference: string, options?: CallOptions): Promise<PaymentEvent[]>;
  /** POST …/capture. All or a part, within 180 days. Needless where the sales unit captures by itself: retrieve first. */
  capture(
    reference: string,
    body: ModificationRequest,
    options: IdempotentCallOptions,
  ): Promise<Modification>;
  /**
   * POST …/cancel. Before an authorisation the payment ends (TERMINATED); after it, what is not captured is released.
   * Refused while the payer is approving: retrieve, and try again with another key (a key may keep its refusal).
   */
  cancel(reference: string, options: IdempotentCallOptions): Promise<Modification>;
  /** POST …/refund. All or a part of what is captured, within 365 days. */
  refund(reference: string, body: ModificationRequest, options: IdempotentCallOptions): Promise<Modification>;
  /** POST /test/payments/{reference}/approve. Test environment only: approves as the payer would in the app. */
  forceApprove(reference: string, body: ForceApproveRequest, options?: CallOptions): Promise<void>;
}

export function paymentsResource(config: HttpConfig): PaymentsResource {
  const pathOf = (reference: string, operation: string) =>
    `/epayment/v1/payments/${checkReference(reference, config.rules, operation)}`;

  return {
    create: createPayment(config),

    async retrieve(reference, options) {
      const operation = 'payments.retrieve';
      const path = pathOf(reference, operation);
      const parse = (json: unknown) => readPayment(json, reference);
      return send(config, { operation, method: 'GET', path, options, parse });
    },

    async listEvents(reference, options) {
      const operation = 'payments.listEvents';
      const path = `${pathOf(reference, operation)}/events`;
      const parse = (json: unknown) => readEvents(json, reference);
      return send(config, { operation, method: 'GET', path, options, parse });
    },

    async capture(reference, body, options) {
      const operation = 'payments.capture';
      return modify(config, operation, `${pathOf(reference, operation)}/capture`, reference, body, options);
    },

    async cancel(reference, options) {
      const operation = 'payments.cancel';
      return modify(
        config,
        operation,
        `${pathOf(reference, operation)}/cancel`,
        reference,
        undefined,
        options,
      );
    },

    async refund(reference, body, options) {
      const operation = 'payments.refund';
      return modify(config, operation, `${pathOf(reference, operation)}/refund`, reference, body, options);
    },

    async forceApprove(reference, body, options) {
      const operation = 'payments.forceApprove';
      const checked = checkReference(reference, config.rules, operation);
      checkCustomer(body.customer, operation);
      const path = `/epayment/v1/test/payments/${checked}/approve`;
      return send(config, { operation, method: 'POST', path, body, options, parse: readNothing });
    },
  };
}

function createPayment(config: HttpConfig): PaymentsResource['create'] {
  function create(
    request: CreatePaymentRequest & { userFlow: 'WEB_REDIRECT' },
    options: IdempotentCallOptions,
  ): Promise<RedirectPayment>;
  function create(request: CreatePaymentRequest, options: IdempotentCallOptions): Promise<CreatedPayment>;
  async function create(
    request: CreatePaymentRequest,
    options: IdempotentCallOptions,
  ): Promise<CreatedPayment> {
    const operation = 'payments.create';
    checkCreatePayment(request, config.rules, operation);
    const { reference, userFlow } = request;
    return send<CreatedPayment>(config, {
      operation,
      method: 'POST',
      path: '/epayment/v1/payments',
      body: request,
      idempotencyKey: checkIdempotencyKey(options.idempotencyKey, operation),
      options,
      parse: (json) =>
        userFlow === 'WEB_REDIRECT'
          ? readRedirectPayment(json, reference, config.rules.allowHttp)
          : readCreatedPayment(json, reference),
    });
  }
  return create;
}

async function modify(
  config: HttpConfig,
  operation: string,
  path: string,
  reference: string,
  body: ModificationRequest | undefined,
  options: IdempotentCallOptions,
): Promise<Modification> {
  if (body !== undefined) checkAmount(body.modificationAmount, 'modificationAmount', operation);
  const idempotencyKey = checkIdempotencyKey(options.idempotencyKey, operation);
  const parse = (json: unknown) => readModification(json, reference);
  return send(config, { operation, method: 'POST', path, body, idempotencyKey, options, parse });
}
