import {
  createNetaxeptClient,
  deriveTransactionStatus,
  NETAXEPT_LIVE_BASE_URL,
  NETAXEPT_TEST_BASE_URL,
  type NetaxeptClient,
  NetaxeptNotFoundError,
  type PaymentInfo,
  readTerminalReturn,
  type TransactionStatus,
  terminalLanguage,
} from '@/lib/sdk/nets/netaxept/index.ts';
import {
  type CallResult,
  type Carried,
  type CreateRequest,
  defineProvider,
  type Evidence,
  type OperationRequest,
  type PaymentRef,
  type ReturnQuery,
} from '../provider.ts';
import { type Config, config } from './netaxept/agreement.ts';
import { limitsOf, methodOf, methods } from './netaxept/methods.ts';
import { asCreateResult, asResult } from './netaxept/results.ts';

/**
 * Netaxept, the older wire of Nets: Register, terminal, Process and Query. It tells nothing by itself, so it is asked; what the
 * browser brings back is a hint. The terminal holds the sum (`autoAuth`), so that a payer who shuts the browser has paid all the
 * same, and we take it by a call of our own.
 */
export const netaxept = defineProvider<Config>({
  id: 'netaxept',
  title: 'Nets Netaxept',
  methods,
  cardTypes: [],
  // No length is published.
  currencies: ['NOK', 'SEK', 'DKK', 'EUR'],
  description: { minLength: 1, maxLength: 128, refuses: '' },
  hosts: {
    live: { api: NETAXEPT_LIVE_BASE_URL, pages: [NETAXEPT_LIVE_BASE_URL] },
    test: { api: NETAXEPT_TEST_BASE_URL, pages: [NETAXEPT_TEST_BASE_URL] },
  },
  config,
  open(agreement, { baseUrl, fetch, timeoutMs, pause }) {
    const client = createNetaxeptClient({
      merchantId: agreement.merchantId,
      token: agreement.token,
      baseUrl,
      fetch,
      timeoutMs,
      ...(pause && { retryDelay: async ({ suggestedMs }) => pause(suggestedMs) }),
    });
    return {
      id: 'netaxept',
      capabilities: {
        fetch: true,
        capture: true,
        cancel: true,
        refund: true,
        partialRefund: true,
        chargeAtOnce: false,
        reservationDays: agreement.reservationDays,
        safeRepeats: false,
        silent: true,
      },
      limits: (ways) => limitsOf(ways, agreement.listsMethods),
      check: () => asCreateResult(() => findNothing(client)),
      create: (request) => asCreateResult(() => create(client, agreement, request)),
      // Nobody sends any.
      parseMessage: () => undefined,
      isAuthentic: () => false,
      fetch: async ({ providerPaymentId }, returned) =>
        toEvidence(await client.transactions.query(providerPaymentId), returned),
      capture: (request) =>
        asResult(async () => {
          await client.transactions.capture(amountOf(request));
          return {};
        }),
      cancel: (request) => cancel(client, request),
      refund: (request) =>
        asResult(async () => {
          await client.transactions.credit(amountOf(request));
          return {};
        }),
    };
  },
});

async function create(client: NetaxeptClient, { listsMethods }: Config, request: CreateRequest) {
  const { transactionId } = await client.transactions.register({
    orderNumber: request.reference,
    amount: request.amountMinor,
    currencyCode: request.currency,
    redirectUrl: request.returnUrl,
    language: terminalLanguage(request.language),
    autoAuth: true,
    ...(listsMethods && request.methods && { paymentMethods: request.methods }),
    // What Query calls it; that Register does too is not verified, and nothing depends on it.
    extra: { orderDescription: request.description },
  });
  const url = client.terminal.url(transactionId);
  return { providerPaymentId: transactionId, handOver: { kind: 'redirect' as const, url } };
}

/** Asks for a transaction that nobody has made. */
async function findNothing({ transactions }: NetaxeptClient): Promise<object> {
  try {
    await transactions.query('0'.repeat(32));
  } catch (error) {
    if (!(error instanceof NetaxeptNotFoundError)) throw error;
  }
  return {};
}

/** Lets go of what is held. What nobody has paid cannot be closed there: it is over for us, and asked about for a while. */
async function cancel(client: NetaxeptClient, request: OperationRequest): Promise<CallResult<Carried>> {
  const { providerPaymentId: transactionId, reference } = request;
  const asked = await asResult(async () => ({ info: await client.transactions.query(transactionId) }));
  if (asked.outcome !== 'done') return asked;
  const { info } = asked;
  if (info.order.orderNumber !== reference)
    return { outcome: 'refused', code: 'other_reference', detail: 'It is for another reference' };
  switch (deriveTransactionStatus(info)) {
    case 'ANNULLED':
    case 'FAILED':
      return { outcome: 'done' };
    case 'REGISTERED':
      return { outcome: 'done', evidence: closedByUs(request) };
    default:
      return asResult(async () => {
        await client.transactions.annul({ transactionId });
        return {};
      });
  }
}

function closedByUs({ amountMinor, currency, reference }: PaymentRef): Evidence {
  const nothing = { authorizedMinor: 0, capturedMinor: 0, refundedMinor: 0 };
  return { state: 'cancelled', amountMinor, currency, reference, ...nothing, stillPayable: true };
}

const amountOf = ({ providerPaymentId, operationMinor }: OperationRequest) => ({
  transactionId: providerPaymentId,
  amount: operationMinor,
});

function toEvidence(info: PaymentInfo, returned: ReturnQuery | undefined): Evidence {
  const { order, summary, card } = info;
  const status = deriveTransactionStatus(info);
  const money = {
    amountMinor: order.amount,
    currency: order.currency,
    reference: order.orderNumber,
    authorizedMinor: summary.authorized && !summary.annulled ? order.amount : 0,
    capturedMinor: summary.amountCaptured,
    refundedMinor: summary.amountCredited,
    method: methodOf(card.paymentMethod),
    maskedCard: card.maskedPan,
  };
  const stillPayable = status === 'REGISTERED' || status === 'FAILED';
  if (status !== 'REGISTERED') return { ...money, state: states[status], stillPayable };
  const visit = visitOf(info, returned);
  return { ...money, state: visit ?? 'open', stillPayable, ...(visit && { ofVisit: true }) };
}

/** Query says nothing of a payer who left; the browser does, and one visit is all that a transaction is good for. */
function visitOf(
  { transactionId }: PaymentInfo,
  returned: ReturnQuery | undefined,
): 'cancelled' | 'failed' | undefined {
  const back = returned && readTerminalReturn(returned);
  if (!back || back.transactionId.toLowerCase() !== transactionId.toLowerCase()) return undefined;
  return back.outcome === 'ok' ? undefined : back.outcome;
}

const states: Record<Exclude<TransactionStatus, 'REGISTERED'>, Evidence['state']> = {
  AUTHORIZED: 'authorized',
  PARTIALLY_CAPTURED: 'captured',
  CAPTURED: 'captured',
  PARTIALLY_CREDITED: 'refunded',
  CREDITED: 'refunded',
  ANNULLED: 'cancelled',
  FAILED: 'failed',
};
