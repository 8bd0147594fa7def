import { checkAmount, checkId, checkItems } from './checks.ts';
import { type HttpConfig, send } from './http.ts';
import { readCreatedRefund, readNothing, readPaymentMethods } from './replies.ts';
import type {
  CreatedCharge,
  CreatedHostedPayment,
  CreatedPayment,
  CreatedRefund,
  Payment,
  PaymentMethod,
} from './reply-types.ts';
import type {
  CallOptions,
  CancelRequest,
  ChargeRequest,
  CreatePaymentRequest,
  EmbeddedCheckout,
  HostedCheckout,
  IdempotentCallOptions,
  ListPaymentMethodsQuery,
  OrderItem,
  RefundChargeRequest,
  RefundPaymentRequest,
  UpdateOrderItemsRequest,
  UpdateReferenceInformationRequest,
} from './request-types.ts';

/** All amounts in minor units. Every call rejects with a NetsError; look at its `outcome`. */
export interface PaymentsResource {
  /**
   * POST /v1/payments. There is no idempotency here, so an `unknown` outcome is never repeated: such a payment has
   * no id that we know, and no payer comes to it; what becomes of it there is not written down.
   */
  create(request: CreatePaymentRequest<HostedCheckout>, options?: CallOptions): Promise<CreatedHostedPayment>;
  create(request: CreatePaymentRequest<EmbeddedCheckout>, options?: CallOptions): Promise<CreatedPayment>;
  /** GET /v1/payments/{id}. The only proof of anything; see `deriveStatus`. */
  retrieve(paymentId: string, options?: CallOptions): Promise<Payment>;
  /** PUT …/orderitems. Only before a reservation. */
  updateOrderItems(paymentId: string, body: UpdateOrderItemsRequest, options?: CallOptions): Promise<void>;
  /** PUT …/referenceinformation. */
  updateReferenceInformation(
    paymentId: string,
    body: UpdateReferenceInformationRequest,
    options?: CallOptions,
  ): Promise<void>;
  /** PUT …/myreference; max 36 characters. */
  updateMyReference(paymentId: string, myReference: string, options?: CallOptions): Promise<void>;
  /** PUT …/terminate. Only before a reservation: refused when the payer was quicker, so retrieve and settle it then. */
  terminate(paymentId: string, options?: CallOptions): Promise<void>;
  /** POST …/cancels. Releases the whole reservation; a part is refused with 1007. */
  cancel(paymentId: string, body: CancelRequest, options?: CallOptions): Promise<void>;
  /** POST …/charges. Captures all or a part. Repeated by the client only with an idempotency key. */
  charge(paymentId: string, body: ChargeRequest, options?: IdempotentCallOptions): Promise<CreatedCharge>;
  /** POST …/refunds. Refunds across the payment's charges. Repeated by the client only with an idempotency key. */
  refund(
    paymentId: string,
    body: RefundPaymentRequest,
    options?: IdempotentCallOptions,
  ): Promise<CreatedRefund>;
}

export interface ChargesResource {
  /** POST /v1/charges/{chargeId}/refunds. Refunds one charge, all or a part. */
  refund(
    chargeId: string,
    body: RefundChargeRequest,
    options?: IdempotentCallOptions,
  ): Promise<CreatedRefund>;
}

export interface PendingRefundsResource {
  /** POST /v1/pending-refunds/{refundId}/cancel. */
  cancel(refundId: string, options?: CallOptions): Promise<void>;
}

export interface PaymentMethodsResource {
  /** GET /v1/paymentmethods. */
  list(query?: ListPaymentMethodsQuery, options?: CallOptions): Promise<PaymentMethod[]>;
}

export function chargesResource(config: HttpConfig): ChargesResource {
  return {
    async refund(chargeId, body, options) {
      const operation = 'charges.refund';
      const path = `/v1/charges/${checkId(chargeId, 'chargeId', operation)}/refunds`;
      return refund(config, operation, path, body, options);
    },
  };
}

export function pendingRefundsResource(config: HttpConfig): PendingRefundsResource {
  return {
    async cancel(refundId, options) {
      const operation = 'pendingRefunds.cancel';
      const path = `/v1/pending-refunds/${checkId(refundId, 'refundId', operation)}/cancel`;
      const { signal, timeoutMs } = options ?? {};
      return send(config, { operation, method: 'POST', path, signal, timeoutMs, parse: readNothing });
    },
  };
}

export function paymentMethodsResource(config: HttpConfig): PaymentMethodsResource {
  return {
    async list(query = {}, options) {
      const { signal, timeoutMs } = options ?? {};
      return send(config, {
        operation: 'paymentMethods.list',
        method: 'GET',
        path: '/v1/paymentmethods',
        query: {
          MerchantNumber: query.merchantNumber?.toString(),
          Currency: query.currency,
          Enabled: query.enabled?.toString(),
        },
        signal,
        timeoutMs,
        parse: readPaymentMethods,
      });
    },
  };
}

/** The body that charges, cancels and refunds share: an amount of at least 1 and items that sum to it. */
export function checkPart(
  body: { amount: number; orderItems?: readonly OrderItem[] },
  operation: string,
): void {
  checkAmount(body.amount, 'amount', operation, 1);
  if (body.orderItems !== undefined) {
    checkItems(body.orderItems, body.amount, 'orderItems', operation);
  }
}

/** Both ways to refund differ only in their path. */
export async function refund(
  config: HttpConfig,
  operation: string,
  path: string,
  body: RefundPaymentRequest,
  options: IdempotentCallOptions = {},
): Promise<CreatedRefund> {
  checkPart(body, operation);
  const { idempotencyKey, signal, timeoutMs } = options;
  return send(config, {
    operation,
    method: 'POST',
    path,
    body,
    idempotencyKey,
    signal,
    timeoutMs,
    parse: readCreatedRefund,
  });
}
