import type { z } from 'zod';
import {
  createNetsClient,
  deriveStatus,
  NETS_LIVE_BASE_URL,
  NETS_TEST_BASE_URL,
  NetsApiError,
  NetsAuthenticationError,
  NetsError,
  NetsRateLimitError,
  NetsUsageError,
  type OrderItem,
  type Payment,
  type PaymentMethodName,
  parseWebhook,
  readSummary,
  sanitizeText,
  verifyWebhook,
  type WebhookEventName,
  withLanguage,
} from '@/lib/sdk/nets/index.ts';
import {
  type CallResult,
  type CreateRequest,
  defineProvider,
  type Evidence,
  type ProviderLine,
} from '../provider.ts';
import { config } from './nets/agreement.ts';
import { methodOf, methods } from './nets/methods.ts';

const events: WebhookEventName[] = [
  'payment.reservation.created.v2',
  'payment.reservation.failed',
  'payment.checkout.completed',
  'payment.charge.created.v2',
  'payment.charge.failed',
  'payment.refund.completed',
  'payment.refund.failed',
  'payment.cancel.created',
];

/** Nexi Checkout (Nets), payment API v1, hosted payment page. */
export const nets = defineProvider<z.infer<typeof config>>({
  id: 'nets',
  title: 'Nets (Nexi Checkout)',
  methods,
  // Neither said beforehand nor told afterwards.
  cardTypes: [],
  currencies: ['NOK', 'SEK', 'DKK', 'EUR'],
  description: { minLength: 1, maxLength: 128, refuses: '<>\'"&\\' },
  hosts: {
    live: { api: NETS_LIVE_BASE_URL, pages: ['https://checkout.dibspayment.eu'] },
    test: { api: NETS_TEST_BASE_URL, pages: ['https://test.checkout.dibspayment.eu'] },
  },
  config,
  open(agreement, options) {
    const client = createNetsClient({
      secretKey: agreement.secretKey,
      baseUrl: options.baseUrl,
      fetch: options.fetch,
      timeoutMs: options.timeoutMs,
      ...(options.pause && { retryDelay: async ({ suggestedMs }) => options.pause?.(suggestedMs) }),
      commercePlatformTag: agreement.commercePlatformTag,
    });
    return {
      id: 'nets',
      capabilities: {
        fetch: true,
        capture: true,
        cancel: true,
        refund: true,
        partialRefund: true,
        chargeAtOnce: true,
        reservationDays: agreement.reservationDays,
        safeRepeats: true,
      },
      limits: () => ({ oneChoice: false, slips: [] }),
      check: () =>
        asCreateResult(async () => {
          await client.paymentMethods.list();
          return {};
        }),
      create: (request) =>
        asCreateResult(async () => {
          const created = await client.payments.create(toCreateBody(request));
          return {
            providerPaymentId: created.paymentId,
            handOver: {
              kind: 'redirect' as const,
              url: withLanguage(created.hostedPaymentPageUrl, pageLanguages[request.language] ?? 'nb-NO'),
            },
          };
        }),
      parseMessage(message) {
        try {
          const event = parseWebhook(message.body);
          if (!event.paymentId) return undefined;
          const declined =
            event.event === 'payment.reservation.failed' || event.event === 'payment.charge.failed';
          return {
            dedupeKey: event.id,
            event: event.event,
            providerPaymentId: event.paymentId,
            ...(declined && { failure: 'declined' as const }),
          };
        } catch {
          return undefined;
        }
      },
      isAuthentic: (message, { secret }) =>
        verifyWebhook({
          authorizationHeader: message.headers.get('authorization'),
          expectedAuthorization: secret,
        }),
      fetch: async (payment) => toEvidence(await client.payments.retrieve(payment.providerPaymentId)),
      capture: (request) =>
        asResult(async () => {
          const charge = await client.payments.charge(
            request.providerPaymentId,
            { amount: request.operationMinor },
            { idempotencyKey: request.idempotencyKey },
          );
          return { operationId: charge.chargeId };
        }),
      cancel: (request) =>
        asResult(async () => {
          const payment = await client.payments.retrieve(request.providerPaymentId);
          const summary = readSummary(payment);
          if (
            payment.terminated ||
            (summary.reservedAmount > 0 && summary.cancelledAmount === summary.reservedAmount)
          )
            return {};
          if (summary.reservedAmount > 0) {
            await client.payments.cancel(request.providerPaymentId, { amount: summary.reservedAmount });
          } else {
            await client.payments.terminate(request.providerPaymentId);
          }
          return {};
        }),
      refund: (request) =>
        asResult(async () => {
          const refund = await client.payments.refund(
            request.providerPaymentId,
            { amount: request.operationMinor },
            { idempotencyKey: request.idempotencyKey },
          );
          return { operationId: refund.refundId };
        }),
    };
  },
});

function toCreateBody(request: CreateRequest) {
  return {
    order: {
      items: request.lines.map(toItem),
      amount: request.amountMinor,
      currency: request.currency,
      reference: request.reference,
    },
    checkout: {
      integrationType: 'HostedPaymentPage' as const,
      returnUrl: request.returnUrl,
      cancelUrl: request.cancelUrl,
      termsUrl: request.termsUrl,
      merchantHandlesConsumerData: true,
      charge: request.capture === 'now',
      countryCode: 'NOR',
    },
    myReference: request.attemptId,
    notifications: {
      webHooks: events.map((eventName) => ({
        eventName,
        url: request.messageUrl,
        authorization: request.messageSecret,
      })),
    },
    ...(request.methods && {
      paymentMethodsConfiguration: request.methods.map((name) => ({
        name: name as PaymentMethodName,
        enabled: true,
      })),
    }),
  };
}

/** One item per line with quantity 1: our lines are exact sums, and a decimal quantity × unit price need not be. */
function toItem(line: ProviderLine): OrderItem {
  const name = line.quantity === '1' ? line.name : `${line.name} (${line.quantity})`;
  return {
    reference: sanitizeText(line.reference, 128),
    name: sanitizeText(name, 128),
    quantity: 1,
    unit: 'stk',
    unitPrice: line.netMinor,
    taxRate: line.vatRateBasisPoints,
    taxAmount: line.vatMinor,
    netTotalAmount: line.netMinor,
    grossTotalAmount: line.grossMinor,
  };
}

function toEvidence(payment: Payment): Evidence {
  const summary = readSummary(payment);
  return {
    state: states[deriveStatus(payment)],
    amountMinor: payment.orderDetails.amount,
    currency: payment.orderDetails.currency,
    reference: payment.orderDetails.reference ?? '',
    authorizedMinor: summary.reservedAmount - summary.cancelledAmount,
    capturedMinor: summary.chargedAmount,
    refundedMinor: summary.refundedAmount,
    failedRefunds: payment.refunds
      .filter(({ state }) => state === 'Failed' || state === 'Expired')
      .map(({ refundId }) => refundId),
    method: methodOf(payment.paymentDetails?.paymentMethod),
    maskedCard: payment.paymentDetails?.cardDetails?.maskedPan,
  };
}

/** Where Nexi has something nearer than bokmål. */
const pageLanguages: Readonly<Record<string, string>> = { en: 'en-GB' };

const states: Record<ReturnType<typeof deriveStatus>, Evidence['state']> = {
  NEW: 'open',
  RESERVED: 'authorized',
  CHARGED: 'captured',
  PARTIALLY_CHARGED: 'captured',
  PENDING_REFUND: 'captured',
  PARTIALLY_REFUNDED: 'refunded',
  REFUNDED: 'refunded',
  CANCELLED: 'cancelled',
  TERMINATED: 'cancelled',
};

type IsRefusal = (error: NetsError) => boolean;

/** A payment that could not be opened because of our own key or body is refused: the owner must hear of it. */
const asCreateResult = <T extends object>(call: () => Promise<T>) =>
  asResult(call, (error) => refusal(error) || error instanceof NetsAuthenticationError);

/**
 * Only the provider's own «no» about this payment is a refusal. No connection, too many calls or a key that is not accepted
 * say nothing about the payment: a capture that ran into them must be tried again, not given up.
 */
async function asResult<T extends object>(
  call: () => Promise<T>,
  isRefusal: IsRefusal = refusal,
): Promise<CallResult<T>> {
  try {
    return { outcome: 'done', ...(await call()) };
  } catch (error) {
    if (!(error instanceof NetsError)) throw error;
    const code = error instanceof NetsApiError ? (error.apiCode ?? error.code) : error.code;
    return {
      outcome: isRefusal(error) ? 'refused' : 'unknown',
      code,
      detail: error.message.slice(0, 300),
    };
  }
}

function refusal(error: NetsError): boolean {
  if (error instanceof NetsAuthenticationError || error instanceof NetsRateLimitError) return false;
  return error.outcome === 'refused' || error instanceof NetsUsageError;
}
