import type { z } from 'zod';
import {
  cleanText,
  createDibsClient,
  DIBS_API_BASE_URL,
  DIBS_WINDOW_DT_URL,
  DIBS_WINDOW_URL,
  DibsApiError,
  type DibsClient,
  DibsDeclinedError,
  DibsError,
  type DibsMessage,
  DibsMessageError,
  DibsUsageError,
  type PaymentWindowRequest,
  parseUnverified,
  readCapture,
  type TransactionReply,
  windowLanguage,
} from '@/lib/sdk/dibs/index.ts';
import {
  type CallFailure,
  type CallResult,
  type Carried,
  type CreateRequest,
  defineProvider,
  type Evidence,
  type OperationRequest,
  type ParsedMessage,
} from '../provider.ts';
import { config } from './dibs/agreement.ts';
import { fitsWindow, limitsOf, methodOf, methods } from './dibs/methods.ts';
import { standingAfter } from './dibs/standing.ts';

/**
 * DIBS Payment Window and its JSON API. It has no status call: messages under its MAC and the answers to our calls are all there
 * is to know. Money is always reserved first and taken by a call of its own, which has an answer.
 */
export const dibs = defineProvider<z.infer<typeof config>>({
  id: 'dibs',
  title: 'DIBS Payment Window',
  methods,
  cardTypes: [],
  currencies: ['NOK', 'SEK', 'DKK', 'EUR'],
  description: { minLength: 1, maxLength: 255, refuses: '"&\\' },
  hosts: {
    live: { api: DIBS_API_BASE_URL, pages: windowOrigins() },
    // The same: a test payment is marked so in the form.
    test: { api: DIBS_API_BASE_URL, pages: windowOrigins() },
  },
  config,
  open(agreement, options) {
    const isTest = options.environment === 'test';
    const client = createDibsClient({
      merchantId: agreement.merchantId,
      macKey: agreement.macKey,
      test: isTest,
      windowUrl: windowUrl(options.baseUrl, agreement.account),
      apiBaseUrl: options.baseUrl,
      fetch: options.fetch,
      timeoutMs: options.timeoutMs,
      ...(options.pause && { retryDelay: async ({ suggestedMs }) => options.pause?.(suggestedMs) }),
    });
    return {
      id: 'dibs',
      capabilities: {
        fetch: false,
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
      create: async (request) => {
        try {
          const { action: url, fields } = client.paymentWindow.createForm(toForm(request));
          const values = Object.fromEntries(fields.map(({ name, value }) => [name, value]));
          return { outcome: 'done', handOver: { kind: 'form', url, fields: values } };
        } catch (error) {
          return asFailure(error);
        }
      },
      parseMessage(message) {
        try {
          return toParsed(client, parseUnverified(message.body));
        } catch (error) {
          if (error instanceof DibsMessageError) return undefined;
          throw error;
        }
      },
      isAuthentic(message) {
        try {
          const { merchant, test } = client.paymentWindow.receive(message.body);
          return merchant === agreement.merchantId && (isTest || !test);
        } catch (error) {
          if (error instanceof DibsMessageError) return false;
          throw error;
        }
      },
      capture: (request) =>
        carried('capture', request, () => client.transactions.capture(amountOf(request), again(request))),
      cancel: (request) =>
        carried('cancel', request, () =>
          client.transactions.cancel({ transactionId: request.providerPaymentId }, again(request)),
        ),
      refund: (request) => carried('refund', request, () => client.transactions.refund(amountOf(request))),
    };
  },
});

function windowOrigins(): string[] {
  return [DIBS_WINDOW_URL, DIBS_WINDOW_DT_URL].map((url) => new URL(url).origin);
}

/** DIBS's window and API have hosts of their own; whatever stands in for it has both. */
function windowUrl(baseUrl: string, account: 'D2' | 'DT'): string {
  if (baseUrl !== DIBS_API_BASE_URL) return `${baseUrl}/dpw/entrypoint`;
  return account === 'DT' ? DIBS_WINDOW_DT_URL : DIBS_WINDOW_URL;
}

function toForm(request: CreateRequest): PaymentWindowRequest {
  const { amountMinor, reference, methods: offered } = request;
  const fits = offered && fitsWindow(offered);
  // Whether AMOUNT is with or without VAT is not verified: shown only where there is none.
  const isPlain = request.lines.every(({ vatMinor }) => vatMinor === 0);
  const row = {
    quantity: 1,
    unitCode: 'stk',
    description: cleanText(request.description),
    amount: amountMinor,
    itemId: reference,
    vatAmount: 0,
  };
  return {
    orderId: reference,
    amount: amountMinor,
    currency: request.currency,
    acceptReturnUrl: request.returnUrl,
    cancelReturnUrl: request.cancelUrl,
    callbackUrl: request.messageUrl,
    language: windowLanguage(request.language),
    ...(fits && { payTypes: offered }),
    ...(isPlain && { rows: [row] }),
  };
}

/** Only an accepted message names a payment: the numbers of tries that came to nothing are of no use. */
function toParsed(client: DibsClient, message: DibsMessage): ParsedMessage {
  const { fingerprint, statusText, orderId, transactionId, status } = message;
  return {
    dedupeKey: fingerprint,
    event: statusText.slice(0, 50),
    reference: orderId,
    ...(status === 'ACCEPTED' && transactionId && { providerPaymentId: transactionId }),
    ...(transactionId && { about: transactionId }),
    ...(status === 'DECLINED' && { failure: 'declined' as const }),
    evidence: (promised) => toEvidence(client, message, promised),
  };
}

function toEvidence(
  client: DibsClient,
  message: DibsMessage,
  promised: Parameters<NonNullable<ParsedMessage['evidence']>>[0],
): Evidence {
  const { reference, amountMinor, currency } = promised;
  const wrong = client.paymentWindow.compare(message, { orderId: reference, amount: amountMinor, currency });
  // A fee may or may not be in the amount: `compare` knows both ways, and only a wrong sum is told as it came.
  const told = message.amountOriginalMinor ?? message.amountMinor ?? 0;
  const amount = wrong.includes('amount') ? told : amountMinor;
  return {
    ...moneyOf(message, amount),
    amountMinor: amount,
    currency: wrong.includes('currency') ? (message.currency ?? '') : currency,
    reference: message.orderId,
    refundedMinor: 0,
    method: methodOf(message.cardTypeName),
    maskedCard: message.cardNumberMasked,
  };
}

type Money = Pick<Evidence, 'state' | 'authorizedMinor' | 'capturedMinor' | 'ofVisit'>;

function moneyOf(message: DibsMessage, amount: number): Money {
  const nothing = { authorizedMinor: 0, capturedMinor: 0, ofVisit: true };
  switch (message.status) {
    case 'ACCEPTED': {
      const how = readCapture(message);
      // Accepted without a transaction to take or release, or taken in words that are not published.
      if (how === 'unknown' || !message.transactionId) return { ...nothing, state: 'unknown' };
      return how === 'captured'
        ? { state: 'captured', authorizedMinor: amount, capturedMinor: amount }
        : { state: 'authorized', authorizedMinor: amount, capturedMinor: 0 };
    }
    case 'DECLINED':
      // The payer may try again in the same window.
      return { ...nothing, state: 'open' };
    case 'CANCELLED':
      return { ...nothing, state: 'cancelled' };
    default:
      return { ...nothing, state: 'unknown' };
  }
}

const amountOf = ({ providerPaymentId, operationMinor }: OperationRequest) => ({
  transactionId: providerPaymentId,
  amount: operationMinor,
});

const again = ({ repeats }: OperationRequest) => ({ earlierUnknown: repeats });

async function carried(
  kind: 'capture' | 'cancel' | 'refund',
  request: OperationRequest,
  call: () => Promise<TransactionReply>,
): Promise<CallResult<Carried>> {
  try {
    const { status } = await call();
    if (status === 'PENDING')
      return {
        outcome: 'unknown',
        queued: true,
        code: status,
        detail: 'In the queue; no message tells when it is done',
      };
    return { outcome: 'done', evidence: standingAfter(kind, request) };
  } catch (error) {
    return asFailure(error, request.repeats);
  }
}

/** Only its own «no» about this payment is a refusal; what was turned away before that was certainly not carried out. */
function asFailure(error: unknown, repeats = false): CallFailure {
  if (!(error instanceof DibsError)) throw error;
  const failure = { code: codeOf(error), detail: error.message.slice(0, 300) };
  const isNo =
    error instanceof DibsDeclinedError || error instanceof DibsApiError || error instanceof DibsUsageError;
  if (error.outcome === 'unknown') return { ...failure, outcome: 'unknown', saidNo: repeats && isNo };
  return { ...failure, outcome: isNo ? 'refused' : 'not_sent' };
}

function codeOf(error: DibsError): string {
  return error instanceof DibsDeclinedError ? (error.declineReason ?? error.code).slice(0, 50) : error.code;
}
