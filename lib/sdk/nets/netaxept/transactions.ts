import { checkAmount } from '../checks.ts';
import { checkRegister, checkTransactionId } from './checks.ts';
import { type CallOptions, type NetaxeptConfig, send } from './exchange.ts';
import { readPaymentInfo, readProcessed, readRegistered } from './replies.ts';
import type { PaymentInfo, ProcessOperation, ProcessReply } from './reply-types.ts';
import type { ProcessRequest, RegisterRequest } from './request-types.ts';

type Process = (request: ProcessRequest, options?: CallOptions) => Promise<ProcessReply>;

/** Every call rejects with a NetsError; look at its `outcome`. Amounts are integers in minor units. */
export interface TransactionsResource {
  /** Register.aspx. Nothing is taken or held by it; one whose answer was lost is simply never used. */
  register(request: RegisterRequest, options?: CallOptions): Promise<{ transactionId: string }>;
  /** Query.aspx. The only proof of anything; see `deriveTransactionStatus`. */
  query(transactionId: string, options?: CallOptions): Promise<PaymentInfo>;
  /** Holds the sum, after the terminal phase and within 24 hours of it. Not with `autoAuth`. */
  auth: Process;
  /** Holds and takes it in one step. Not with `autoAuth`. */
  sale: Process;
  /** Takes what is held. */
  capture: Process;
  /** Gives back all or a part of what was taken. A second one of a part is carried out too: after a lost answer, `query` first. */
  credit: Process;
  /** Lets go of what is held, all of it. Refused before something is held, and after it was taken. */
  annul(request: { transactionId: string }, options?: CallOptions): Promise<ProcessReply>;
}

export function transactionsResource(config: NetaxeptConfig, insecure: boolean): TransactionsResource {
  return {
    async register(request, options) {
      checkRegister(request, insecure);
      return send(config, {
        ...callOf(options),
        operation: 'transactions.register',
        page: 'Register',
        parameters: registerParameters(request),
        isRead: false,
        parse: readRegistered,
      });
    },
    async query(transactionId, options) {
      const operation = 'transactions.query';
      checkTransactionId(transactionId, operation);
      return send(config, {
        ...callOf(options),
        operation,
        page: 'Query',
        parameters: { transactionId },
        isRead: true,
        parse: (root) => readPaymentInfo(root, transactionId),
      });
    },
    auth: process(config, 'AUTH'),
    sale: process(config, 'SALE'),
    capture: process(config, 'CAPTURE'),
    credit: process(config, 'CREDIT'),
    annul: process(config, 'ANNUL'),
  };
}

function process(config: NetaxeptConfig, operation: ProcessOperation): Process {
  const name = `transactions.${operation.toLowerCase()}`;
  return async ({ transactionId, amount }, options) => {
    checkTransactionId(transactionId, name);
    if (amount !== undefined) checkAmount(amount, 'amount', name, 1);
    return send(config, {
      ...callOf(options),
      operation: name,
      page: 'Process',
      parameters: { transactionId, operation, transactionAmount: amount?.toString() },
      isRead: false,
      parse: (root) => readProcessed(root, { operation, transactionId }),
    });
  };
}

function registerParameters({ paymentMethods, extra, ...request }: RegisterRequest) {
  return {
    ...extra,
    serviceType: request.serviceType,
    orderNumber: request.orderNumber,
    amount: request.amount.toString(),
    currencyCode: request.currencyCode,
    redirectUrl: request.redirectUrl,
    language: request.language,
    paymentMethodList: paymentMethods?.length ? paymentMethods.join(',') : undefined,
    autoAuth: request.autoAuth ? 'true' : undefined,
  };
}

function callOf(options: CallOptions | undefined): CallOptions {
  return { signal: options?.signal, timeoutMs: options?.timeoutMs };
}
