import {
  CAPTURE_PENDING,
  createFlexWinClient,
  DibsError,
  DibsMessageError,
  DibsProtocolError,
  DibsUsageError,
  FLEXWIN_API_BASE_URL,
  FLEXWIN_WINDOW_URL,
  type FlexWinClient,
  FlexWinLoginError,
  FlexWinRefusedError,
  type FlexWinReply,
  type FlexWinRequest,
  flexWinLanguage,
  parseUnverifiedFlexWin,
} from '@/lib/sdk/dibs/flexwin/index.ts';
import {
  type CallFailure,
  type CallResult,
  type Carried,
  type Created,
  type CreateRequest,
  defineProvider,
  type Evidence,
  type OperationRequest,
  type PaymentRef,
  type ProviderOptions,
} from '../provider.ts';
import { methodOf, methods } from './dibs/methods.ts';
import { standingAfter } from './dibs/standing.ts';
import { type Config, config } from './flexwin/agreement.ts';
import { holdsMoney, toEvidence } from './flexwin/evidence.ts';
import { limitsOf, onlyMethod } from './flexwin/limits.ts';

/**
 * FlexWin, the older window of DIBS. The key of its messages covers neither the order's number nor the status, so a message is
 * only a reason to ask. A payment has a number of its own once somebody has paid, and is found by our reference until then.
 * Money is always reserved first and taken by a call of its own. What went back cannot be asked about.
 */
export const flexwin = defineProvider<Config>({
  id: 'flexwin',
  title: 'DIBS FlexWin',
  methods,
  cardTypes: [],
  currencies: ['NOK', 'SEK', 'DKK', 'EUR'],
  // The window shows the order's number and sum, and no text of ours.
  description: { minLength: 1, maxLength: 255, refuses: '' },
  hosts: {
    live: { api: FLEXWIN_API_BASE_URL, pages: [new URL(FLEXWIN_WINDOW_URL).origin] },
    // The same: a test payment is marked so in the form.
    test: { api: FLEXWIN_API_BASE_URL, pages: [new URL(FLEXWIN_WINDOW_URL).origin] },
  },
  config,
  open(agreement, options) {
    const isTest = options.environment === 'test';
    const client = newClient(agreement, options);
    const { transactions } = client;
    return {
      id: 'flexwin',
      capabilities: {
        fetch: true,
        blindTo: ['refund'],
        capture: true,
        cancel: true,
        refund: true,
        partialRefund: true,
        chargeAtOnce: false,
        reservationDays: agreement.reservationDays,
        safeRepeats: false,
        asksAgain: ['capture', 'cancel'],
      },
      limits: limitsOf,
      check: () => checkLogin(client),
      create: async (request) => handOver(client, toForm(request, agreement.uniqueOrderIds)),
      parseMessage: ({ body }) =>
        unlessMalformed(() => {
          const { fingerprint, orderId, transact, statusCode } = parseUnverifiedFlexWin(body);
          const event = statusCode === undefined ? 'accepted' : `status ${statusCode}`.slice(0, 50);
          return { dedupeKey: fingerprint, event, reference: orderId, providerPaymentId: transact };
        }),
      isAuthentic: ({ body }) =>
        unlessMalformed(() => {
          const { test } = client.window.receive(body);
          return isTest || !test;
        }) ?? false,
      find: (promised, told) => findPaid(client, promised, told),
      fetch: (payment) => fetchEvidence(client, payment),
      capture: (request) =>
        // A reservation that has aged is asked for anew.
        carried('capture', request, () => transactions.capture({ ...amountOf(request), force: true })),
      cancel: (request) => carried('cancel', request, () => transactions.cancel(targetOf(request))),
      refund: (request) =>
        carried('refund', request, () =>
          transactions.refund({ ...amountOf(request), currency: request.currency }),
        ),
    };
  },
});

function newClient(agreement: Config, options: ProviderOptions): FlexWinClient {
  const { environment, baseUrl, fetch, timeoutMs, pause } = options;
  return createFlexWinClient({
    merchantId: agreement.merchantId,
    key1: agreement.key1,
    key2: agreement.key2,
    apiUser: { name: agreement.apiUser, password: agreement.apiPassword },
    test: environment === 'test',
    // The window and the functions have one host.
    windowUrl: `${baseUrl}/paymentweb/start.action`,
    apiBaseUrl: baseUrl,
    fetch,
    timeoutMs,
    ...(pause && { retryDelay: async ({ suggestedMs }) => pause(suggestedMs) }),
  });
}

function handOver({ window }: FlexWinClient, request: FlexWinRequest): CallResult<Created> {
  try {
    const { action: url, fields } = window.createForm(request);
    const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
    return { outcome: 'done', handOver: { kind: 'form', url, fields: values } };
  } catch (error) {
    return asFailure(error);
  }
}

function toForm(request: CreateRequest, uniqueOrderId: boolean): FlexWinRequest {
  return {
    orderId: request.reference,
    amount: request.amountMinor,
    currency: request.currency,
    acceptUrl: request.returnUrl,
    cancelUrl: request.cancelUrl,
    callbackUrl: request.messageUrl,
    language: flexWinLanguage(request.language),
    payType: onlyMethod(request.methods),
    uniqueOrderId,
    skipLastPage: true,
  };
}

function unlessMalformed<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof DibsMessageError) return undefined;
    throw error;
  }
}

/**
 * The transaction that a message has named, if it is this order's and holds money; else the one that the provider finds, for of
 * several tries it need not find the right one.
 */
async function findPaid(
  { transactions }: FlexWinClient,
  { reference: orderId, amountMinor: amount, currency }: Omit<PaymentRef, 'providerPaymentId'>,
  told: string | undefined,
): Promise<string | undefined> {
  if (told !== undefined) {
    const info = await transactions.info(told);
    if (info.orderId === orderId && holdsMoney(info)) return told;
  }
  const found = await transactions.find({ orderId, amount, currency });
  if (!found) return undefined;
  return holdsMoney({ status: found.status }) ? found.transact : undefined;
}

async function fetchEvidence({ transactions }: FlexWinClient, payment: PaymentRef): Promise<Evidence> {
  const evidence = toEvidence(await transactions.info(payment.providerPaymentId), payment);
  if (evidence.authorizedMinor === 0) return evidence;
  return { ...evidence, method: methodOf(await transactions.cardType(payment.providerPaymentId)) };
}

/** Whoever is let in is told that there is no such transaction, in words that are not published. */
async function checkLogin({ transactions }: FlexWinClient): Promise<CallResult> {
  try {
    await transactions.info('1');
    return { outcome: 'done' };
  } catch (error) {
    if (error instanceof DibsProtocolError && error.httpStatus === 200) return { outcome: 'done' };
    const failure = asFailure(error);
    return error instanceof FlexWinLoginError ? { ...failure, outcome: 'refused' } : failure;
  }
}

const targetOf = ({ providerPaymentId, reference }: OperationRequest) => ({
  transact: providerPaymentId,
  orderId: reference,
});

const amountOf = (request: OperationRequest) => ({ ...targetOf(request), amount: request.operationMinor });

async function carried(
  kind: 'capture' | 'cancel' | 'refund',
  request: OperationRequest,
  call: () => Promise<FlexWinReply>,
): Promise<CallResult<Carried>> {
  try {
    await call();
    return { outcome: 'done', evidence: standingAfter(kind, request) };
  } catch (error) {
    return asFailure(error);
  }
}

/** Only its own «no» about this payment is a refusal; what was turned away before that was certainly not carried out. */
function asFailure(error: unknown): CallFailure {
  if (!(error instanceof DibsError)) throw error;
  const failure = { code: codeOf(error), detail: error.message.slice(0, 300) };
  const isNo = error instanceof FlexWinRefusedError || error instanceof DibsUsageError;
  if (error.outcome === 'unknown') {
    const queued = error instanceof FlexWinRefusedError && error.reason === CAPTURE_PENDING;
    return { ...failure, outcome: 'unknown', ...(queued && { queued }) };
  }
  return { ...failure, outcome: isNo ? 'refused' : 'not_sent' };
}

function codeOf(error: DibsError): string {
  return error instanceof FlexWinRefusedError ? `reason ${error.reason ?? 'unknown'}` : error.code;
}
