import { DibsUsageError } from './errors.ts';
import { checkAmount } from './form-checks.ts';
import { type HttpConfig, type ReplyContext, send } from './http.ts';
import { createMac } from './mac.ts';
import { apiError, declinedError } from './reply-error.ts';
import { parseObject, ReplyShapeError, textOf } from './reply-shape.ts';

export interface CallOptions {
  signal?: AbortSignal;
  /** For each try; default the client's. */
  timeoutMs?: number;
}

export interface RepeatableCallOptions extends CallOptions {
  /**
   * An earlier call for the same intent ended `unknown`. A yes then settles it; a no does not (perhaps it is a no because
   * the first one went through), so it says `unknown` too. Only for the whole amount, and never for a refund.
   */
  earlierUnknown?: boolean;
}

export interface TransactionReply {
  /** `PENDING`: queued by the provider. No message tells when it is done. */
  status: 'ACCEPT' | 'PENDING';
  raw: Readonly<Record<string, unknown>>;
}

export interface AuthorizedTicket extends TransactionReply {
  transactionId: string;
  acquirer?: string;
}

export interface TransactionsResource {
  /** Takes reserved money. DECLINE after a capture or a cancel. Rejects with a DibsError; look at its `outcome`. */
  capture(
    input: { transactionId: string; amount: number },
    options?: RepeatableCallOptions,
  ): Promise<TransactionReply>;
  /** Releases the whole reservation. */
  cancel(input: { transactionId: string }, options?: RepeatableCallOptions): Promise<TransactionReply>;
  /** Gives captured money back, all or a part. Never repeated when it may have been carried out. */
  refund(input: { transactionId: string; amount: number }, options?: CallOptions): Promise<TransactionReply>;
  /** A payment without the payer, by a ticket from `createTicket`. */
  authorizeTicket(
    input: { ticketId: string; orderId: string; amount: number; currency: string },
    options?: CallOptions,
  ): Promise<AuthorizedTicket>;
}

export interface TransactionsConfig extends HttpConfig {
  merchantId: string;
  macKeys: readonly [string, ...string[]];
}

/** Server calls of the JSON API. Each is one signed JSON object in a form field. */
export function transactionsResource(config: TransactionsConfig): TransactionsResource {
  const call = <T>(
    name: string,
    members: Members,
    options: RepeatableCallOptions,
    parse: (text: string, context: ReplyContext) => T,
  ) =>
    send(config, {
      operation: `transactions.${name.charAt(0).toLowerCase()}${name.slice(1).replace('Transaction', '')}`,
      path: `/merchant/v1/JSON/Transaction/${name}`,
      body: new URLSearchParams({ request: sign(config, members) }).toString(),
      headers: { accept: 'application/json' },
      earlierUnknown: options.earlierUnknown ?? false,
      signal: options.signal,
      timeoutMs: options.timeoutMs,
      parse,
    });
  return {
    async capture({ transactionId, amount }, options = {}) {
      checkTransaction(transactionId, 'transactions.capture');
      checkAmount(amount, 'transactions.capture');
      return call('CaptureTransaction', { amount, transactionId }, options, readReply);
    },
    async cancel({ transactionId }, options = {}) {
      checkTransaction(transactionId, 'transactions.cancel');
      return call('CancelTransaction', { transactionId }, options, readReply);
    },
    async refund({ transactionId, amount }, { signal, timeoutMs } = {}) {
      checkTransaction(transactionId, 'transactions.refund');
      checkAmount(amount, 'transactions.refund');
      return call('RefundTransaction', { amount, transactionId }, { signal, timeoutMs }, readReply);
    },
    async authorizeTicket({ ticketId, orderId, amount, currency }, { signal, timeoutMs } = {}) {
      checkTransaction(ticketId, 'transactions.authorizeTicket');
      checkAmount(amount, 'transactions.authorizeTicket');
      const members = { amount, currency, orderId, ticketId };
      return call('AuthorizeTicket', members, { signal, timeoutMs }, readAuthorized);
    },
  };
}

type Members = Record<string, string | number>;

function sign(config: TransactionsConfig, members: Members): string {
  const signed: Members = { ...members, merchantId: config.merchantId };
  const fields = Object.entries(signed).map(([name, value]) => [name, String(value)] as const);
  return JSON.stringify({ ...signed, MAC: createMac(fields, config.macKeys[0]) });
}

function readReply(text: string, { details }: ReplyContext): TransactionReply {
  const raw = parseObject(text);
  const status = textOf(raw.status)?.toUpperCase();
  switch (status) {
    case 'ACCEPT':
    case 'PENDING':
      return { status, raw };
    case 'DECLINE':
      throw declinedError(textOf(raw.declineReason), details);
    case 'ERROR':
      throw apiError(textOf(raw.declineReason), details);
    default:
      throw new ReplyShapeError('status is none of ACCEPT, PENDING, DECLINE, ERROR');
  }
}

function readAuthorized(text: string, context: ReplyContext): AuthorizedTicket {
  const reply = readReply(text, context);
  const transactionId = textOf(reply.raw.transactionId);
  if (transactionId === undefined) throw new ReplyShapeError('transactionId is not a text');
  const acquirer = textOf(reply.raw.acquirer);
  return { ...reply, transactionId, ...(acquirer !== undefined && { acquirer }) };
}

/** At most 100, and nothing that could stand for another member in the signed text. */
function checkTransaction(id: string, operation: string): void {
  if (!/^[A-Za-z0-9._-]{1,100}$/.test(id))
    throw new DibsUsageError('not a transaction or ticket id', operation);
}
