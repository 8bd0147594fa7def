import type { z } from 'zod';
import {
  createTokenCache,
  createVippsClient,
  deriveStatus,
  type Payment,
  parseWebhook,
  readSums,
  sanitizeDescription,
  type TokenCache,
  VIPPS_LIVE_BASE_URL,
  VIPPS_TEST_BASE_URL,
  VippsAuthenticationError,
  type VippsClient,
  VippsError,
  VippsNotFoundError,
  VippsRateLimitError,
  VippsTokenError,
  verifyWebhook,
} from '@/lib/sdk/vipps/index.ts';
import {
  type CallResult,
  defineProvider,
  type Evidence,
  type OperationRequest,
  type ProviderOptions,
} from '../provider.ts';
import { brand } from '../words.ts';
import { config } from './vipps/agreement.ts';
import { registerAgain, secretsOf, takeBack } from './vipps/registration.ts';

/** Tokens are asked for once per agreement and process; a client is made anew for each call. */
const tokens = createTokenCache();

/** Vipps MobilePay, ePayment API v1: a payment is a Vipps payment, and how it is paid for there is the payer's own. */
export const vipps = defineProvider<z.infer<typeof config>>({
  id: 'vipps',
  title: 'Vipps MobilePay',
  methods: [{ name: 'Vipps', words: brand('Vipps') }],
  // Which card is behind a Vipps payment is the payer's own.
  cardTypes: [],
  currencies: ['NOK', 'DKK', 'EUR'],
  description: { minLength: 3, maxLength: 100, refuses: '' },
  registers: true,
  hosts: {
    live: { api: VIPPS_LIVE_BASE_URL, pages: ['https://landing.vipps.no'] },
    // Which host the test environment's landing page has is not written down.
    test: { api: VIPPS_TEST_BASE_URL, pages: ['https://*.vipps.no'] },
  },
  config,
  open(agreement, options) {
    const client = clientOf(agreement, options, tokens);
    const secrets = secretsOf(options.registration);
    return {
      id: 'vipps',
      capabilities: {
        fetch: true,
        capture: true,
        cancel: true,
        refund: true,
        partialRefund: true,
        chargeAtOnce: false,
        reservationDays: agreement.reservationDays,
        safeRepeats: true,
      },
      limits: () => ({ oneChoice: false, slips: [] }),
      // With a token of its own: one that is kept says nothing of keys that were changed since.
      check: () =>
        asResult(() => findNothing(clientOf(agreement, options, createTokenCache())), isRefusedCreate),
      create: (request) =>
        asResult(async () => {
          const { redirectUrl } = await client.payments.create(
            {
              amount: { currency: request.currency as 'NOK', value: request.amountMinor },
              paymentMethod: { type: 'WALLET' },
              reference: request.reference,
              userFlow: 'WEB_REDIRECT',
              returnUrl: request.returnUrl,
              paymentDescription: sanitizeDescription(request.description),
            },
            { idempotencyKey: request.idempotencyKey },
          );
          return {
            providerPaymentId: request.reference,
            handOver: { kind: 'redirect' as const, url: redirectUrl },
          };
        }, isRefusedCreate),
      parseMessage(message) {
        try {
          const { event, dedupeKey, reference } = parseWebhook(message.body);
          return reference === null
            ? undefined
            : { dedupeKey, event, reference, providerPaymentId: reference };
        } catch {
          return undefined;
        }
      },
      isAuthentic: (message, { url }) =>
        secrets.some((secret) =>
          verifyWebhook({ url, headers: message.headers, rawBody: message.body, secret }),
        ),
      fetch: async ({ providerPaymentId }) => toEvidence(await client.payments.retrieve(providerPaymentId)),
      capture: (request) =>
        asResult(async () => {
          await client.payments.capture(request.providerPaymentId, amountOf(request), keyOf(request));
          return {};
        }),
      cancel: (request) => cancel(client, request),
      refund: (request) =>
        asResult(async () => {
          await client.payments.refund(request.providerPaymentId, amountOf(request), keyOf(request));
          return {};
        }),
      register: (url, repeats) =>
        asResult(() => registerAgain(client, url, { earlier: options.registration, repeats })),
      unregister: (registration) => asResult(() => takeBack(client, registration)),
    };
  },
});

function clientOf(
  agreement: z.infer<typeof config>,
  { baseUrl, fetch, timeoutMs, pause }: ProviderOptions,
  tokenCache: TokenCache,
): VippsClient {
  return createVippsClient({
    ...agreement,
    baseUrl,
    fetch,
    timeoutMs,
    tokenCache,
    system: { name: 'Kvitt', version: '1' },
    ...(pause && { retryDelay: async ({ suggestedMs }) => pause(suggestedMs) }),
  });
}

/** Asks for a payment that nobody has made. */
async function findNothing({ payments }: VippsClient): Promise<object> {
  try {
    await payments.retrieve('kvitt-asks-for-nothing');
  } catch (error) {
    if (!(error instanceof VippsNotFoundError)) throw error;
  }
  return {};
}

/** Ends it before it is paid, or lets go of what is held. */
async function cancel(client: VippsClient, request: OperationRequest): Promise<CallResult> {
  const { providerPaymentId } = request;
  const asked = await asResult(async () => ({ payment: await client.payments.retrieve(providerPaymentId) }));
  if (asked.outcome !== 'done') return asked;
  const { capturable, authorized } = readSums(asked.payment);
  // Nothing is held any more: it was let go, and only the answer was lost.
  if (authorized > 0 && capturable === 0) return { outcome: 'done' };
  const result = await asResult(async () => {
    await client.payments.cancel(providerPaymentId, keyOf(request));
    return {};
  });
  // The payer is answering in the app: soon there is something to let go of, or it can be ended.
  const isBeingAnswered = result.outcome === 'refused' && deriveStatus(asked.payment) === 'CREATED';
  return isBeingAnswered ? { ...result, outcome: 'not_now' } : result;
}

const keyOf = ({ idempotencyKey }: OperationRequest) => ({ idempotencyKey });

const amountOf = ({ operationMinor, currency }: OperationRequest) => ({
  modificationAmount: { currency: currency as 'NOK', value: operationMinor },
});

function toEvidence(payment: Payment): Evidence {
  const { authorized, captured, refunded, cancelled } = readSums(payment);
  return {
    state: states[deriveStatus(payment)],
    amountMinor: payment.amount.value,
    currency: payment.amount.currency,
    reference: payment.reference,
    authorizedMinor: authorized - cancelled,
    capturedMinor: captured,
    refundedMinor: refunded,
    method: 'Vipps',
  };
}

const states: Record<ReturnType<typeof deriveStatus>, Evidence['state']> = {
  CREATED: 'open',
  AUTHORIZED: 'authorized',
  PARTIALLY_CAPTURED: 'captured',
  CAPTURED: 'captured',
  PARTIALLY_REFUNDED: 'refunded',
  REFUNDED: 'refunded',
  CANCELLED: 'cancelled',
  ABORTED: 'cancelled',
  EXPIRED: 'expired',
  TERMINATED: 'cancelled',
  UNKNOWN: 'unknown',
};

type IsRefusal = (error: VippsError) => boolean;

/** A key that is not accepted says nothing about a payment that exists; one that is to be opened is refused by it. */
const isRefusal: IsRefusal = (error) =>
  error.outcome === 'refused' &&
  !(error instanceof VippsAuthenticationError || error instanceof VippsRateLimitError);
const isRefusedCreate: IsRefusal = (error) =>
  isRefusal(error) ||
  // A try before it may have reached them: then a key that is refused now says nothing.
  (error.outcome !== 'unknown' &&
    (error instanceof VippsAuthenticationError || error instanceof VippsTokenError));

async function asResult<T extends object>(
  call: () => Promise<T>,
  refuses: IsRefusal = isRefusal,
): Promise<CallResult<T>> {
  try {
    return { outcome: 'done', ...(await call()) };
  } catch (error) {
    if (!(error instanceof VippsError)) throw error;
    return {
      outcome: refuses(error) ? 'refused' : 'unknown',
      code: error.code,
      detail: error.message.slice(0, 300),
    };
  }
}
