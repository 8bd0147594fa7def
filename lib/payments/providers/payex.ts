import { createHash } from 'node:crypto';
import {
  type CaptureRequest,
  createPayexClient,
  deriveStatus,
  offers,
  orderReferenceOf,
  PAYEX_LIVE_BASE_URL,
  PAYEX_LIVE_PAGE_ORIGIN,
  PAYEX_TEST_BASE_URL,
  PAYEX_TEST_PAGE_ORIGIN,
  type PaymentOrder,
  type PaymentOrderStatus,
  type PaymentOrdersResource,
  paidNode,
  parseCallback,
  payeeReference,
  readSums,
  sanitizeText,
  type TransactionResult,
  verifyCallbackToken,
} from '@/lib/sdk/payex/index.ts';
import {
  type CallResult,
  type Carried,
  type CreateRequest,
  defineProvider,
  type Evidence,
  type IncomingMessage,
  type OperationRequest,
  type ParsedMessage,
  type ProviderOptions,
} from '../provider.ts';
import { type Config, config } from './payex/agreement.ts';
import { cardTypeOf, instrumentOf, limitsOf, methodOf, methods } from './payex/methods.ts';
import { asResult, checkToken, isRefusedCreate } from './payex/results.ts';

/**
 * PayEx (Swedbank Pay), payment orders v3.1 with its redirect page. Its messages are not signed: the address that they come to
 * carries the attempt's secret. Card, Vipps and invoice are authorised and captured by us; Swish and Trustly are captured by
 * themselves.
 */
export const payex = defineProvider<Config>({
  id: 'payex',
  title: 'PayEx (Swedbank Pay)',
  methods,
  cardTypes: ['debit', 'credit'],
  currencies: ['NOK', 'SEK', 'DKK', 'EUR'],
  // Which characters are refused is not documented.
  description: { minLength: 1, maxLength: 40, refuses: '' },
  hosts: {
    live: { api: PAYEX_LIVE_BASE_URL, pages: [PAYEX_LIVE_PAGE_ORIGIN] },
    test: { api: PAYEX_TEST_BASE_URL, pages: [PAYEX_TEST_PAGE_ORIGIN] },
  },
  config,
  open(agreement, options) {
    const at: Place = { orders: ordersOf(agreement, options), agreement };
    return {
      id: 'payex',
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
      limits: (ways, currency) => limitsOf(ways, currency, agreement.instrumentMode),
      check: () => checkToken(at.orders),
      create: (request) => create(at, request),
      parseMessage,
      isAuthentic: ({ url }, { secret }) => verifyCallbackToken(keyIn(url), secret),
      fetch: async ({ providerPaymentId }) => toEvidence(await at.orders.retrieve(providerPaymentId)),
      capture: (request) => asResult(() => capture(at, request)),
      cancel: (request) => cancel(at, request),
      refund: (request) => asResult(() => refund(at, request)),
    };
  },
});

/** An agreement's payment orders. */
interface Place {
  orders: PaymentOrdersResource;
  agreement: Config;
}

function ordersOf(
  { accessToken, payeeId, payeeName }: Config,
  { baseUrl, fetch, timeoutMs, pause }: ProviderOptions,
): PaymentOrdersResource {
  return createPayexClient({
    accessToken,
    payeeId,
    payeeName,
    baseUrl,
    fetch,
    timeoutMs,
    userAgent,
    ...(pause && { retryDelay: async ({ suggestedMs }) => pause(suggestedMs) }),
  }).paymentOrders;
}

async function create({ orders, agreement }: Place, request: CreateRequest) {
  const { methods, cardTypes, currency, messageUrl, messageSecret } = request;
  const instrument = agreement.instrumentMode && methods ? instrumentOf(methods, currency) : undefined;
  const result = await asResult(async () => {
    const { id, redirectUrl } = await orders.create({
      currency,
      amount: request.amountMinor,
      vatAmount: request.lines.reduce((sum, { vatMinor }) => sum + vatMinor, 0),
      description: shorten(request.description) || shorten(request.reference),
      // The payer's own is not passed on; the page sees it.
      userAgent,
      language: pageLanguages[request.language] ?? 'nb-NO',
      urls: {
        hostUrls: [new URL(request.returnUrl).origin],
        completeUrl: request.returnUrl,
        cancelUrl: request.cancelUrl,
        callbackUrl: withKey(messageUrl, messageSecret),
        termsOfServiceUrl: request.termsUrl,
      },
      payeeInfo: {
        payeeReference: await referenceOf(request, agreement),
        orderReference: request.reference,
      },
      ...(instrument && { instrument }),
      ...(cardTypes && {
        creditCard: {
          rejectCreditCards: !cardTypes.includes('credit'),
          rejectDebitCards: !cardTypes.includes('debit'),
        },
      }),
    });
    return { providerPaymentId: id, handOver: { kind: 'redirect' as const, url: redirectUrl } };
  }, isRefusedCreate);
  // A provider that complains of an address repeats it.
  return result.outcome === 'done'
    ? result
    : { ...result, detail: result.detail.replaceAll(messageSecret, '…') };
}

async function capture({ orders, agreement }: Place, request: OperationRequest): Promise<Carried> {
  const order = await orders.retrieve(request.providerPaymentId);
  const { captured } = readSums(order);
  // A sale has nothing to capture: it is taken.
  if (!offers(order, 'capture') && captured >= request.operationMinor) return {};
  return idOf(await orders.capture(order.id, await transactionOf(request, agreement, order, captured)));
}

async function refund({ orders, agreement }: Place, request: OperationRequest): Promise<Carried> {
  const order = await orders.retrieve(request.providerPaymentId);
  const { reversed } = readSums(order);
  return idOf(await orders.reverse(order.id, await transactionOf(request, agreement, order, reversed)));
}

/** Ends it before it is paid, or lets go of what is held. */
async function cancel({ orders, agreement }: Place, request: OperationRequest): Promise<CallResult<Carried>> {
  const { providerPaymentId, reference } = request;
  const asked = await asResult(async () => ({ order: await orders.retrieve(providerPaymentId) }));
  if (asked.outcome !== 'done') return asked;
  const { order } = asked;
  // Which payment it is may have been told by a message alone: nobody else's is closed.
  if (orderReferenceOf(order) !== reference)
    return { outcome: 'refused', code: 'other_reference', detail: 'It is for another reference' };
  switch (deriveStatus(order)) {
    case 'CANCELLED':
    case 'ABORTED':
    case 'FAILED':
      return { outcome: 'done' };
    case 'INITIALIZED':
      return asResult(async () => {
        await orders.abort(order.id);
        return {};
      });
    default:
      return asResult(async () =>
        idOf(
          await orders.cancel(order.id, {
            description: shorten(reference),
            payeeReference: await referenceOf(request, agreement),
          }),
        ),
      );
  }
}

/**
 * A message tells that something has happened, never what, and has no id: two that look alike may be about two things, so each
 * is a reason to ask.
 */
function parseMessage({ body }: IncomingMessage): ParsedMessage | undefined {
  try {
    const { paymentOrderId } = parseCallback(body);
    return {
      dedupeKey: createHash('sha256').update(body).digest('hex'),
      mayRepeat: true,
      event: 'callback',
      ...(paymentOrderId !== null && { providerPaymentId: paymentOrderId }),
    };
  } catch {
    return undefined;
  }
}

const userAgent = 'Kvitt/1';
const keyName = 'key';

function withKey(messageUrl: string, secret: string): string {
  const url = new URL(messageUrl);
  url.searchParams.set(keyName, secret);
  return url.href;
}

function keyIn(url: string | undefined): string | null {
  return url !== undefined && URL.canParse(url) ? new URL(url).searchParams.get(keyName) : null;
}

async function transactionOf(
  request: OperationRequest,
  agreement: Config,
  order: PaymentOrder,
  before: number,
): Promise<CaptureRequest> {
  return {
    description: shorten(request.reference),
    amount: request.operationMinor,
    vatAmount: request.operationVatMinor ?? vatOf(order, before, request.operationMinor),
    payeeReference: await referenceOf(request, agreement),
  };
}

/** Of one operation, for ever: it is what makes it happen once. */
function referenceOf({ idempotencyKey }: { idempotencyKey: string }, { payeeReferences }: Config) {
  return payeeReference(idempotencyKey, payeeReferences);
}

function shorten(text: string): string {
  return sanitizeText(text, 40);
}

/** The settlement report's number of a transaction. */
function idOf({ transaction }: TransactionResult): Carried {
  const operationId = transaction?.number?.toString() ?? transaction?.id;
  return operationId === undefined ? {} : { operationId };
}

/** The VAT of a part of a payment, in proportion: the parts of the whole have the whole's. */
function vatOf({ amount, vatAmount }: PaymentOrder, before: number, part: number): number {
  if (amount === 0) return 0;
  const upTo = (sum: number) => Number((BigInt(sum) * BigInt(vatAmount)) / BigInt(amount));
  return upTo(before + part) - upTo(before);
}

function toEvidence(order: PaymentOrder): Evidence {
  const { paid, captured, reversed, cancelled } = readSums(order);
  return {
    state: states[deriveStatus(order)],
    amountMinor: order.amount,
    currency: order.currency,
    reference: orderReferenceOf(order) ?? '',
    authorizedMinor: paid - cancelled,
    capturedMinor: captured,
    refundedMinor: reversed,
    method: methodOf(order),
    cardType: cardTypeOf(order),
    maskedCard: paidNode(order)?.details?.maskedPan,
  };
}

/** Where the provider has something nearer than bokmål. */
const pageLanguages: Readonly<Record<string, string>> = { en: 'en-US' };

const states: Record<PaymentOrderStatus, Evidence['state']> = {
  INITIALIZED: 'open',
  AUTHORIZED: 'authorized',
  PARTIALLY_CAPTURED: 'captured',
  CAPTURED: 'captured',
  PARTIALLY_REVERSED: 'refunded',
  REVERSED: 'refunded',
  CANCELLED: 'cancelled',
  ABORTED: 'cancelled',
  FAILED: 'failed',
  UNKNOWN: 'unknown',
};
