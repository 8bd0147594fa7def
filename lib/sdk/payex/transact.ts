import { PayexReferenceError } from './errors.ts';
import type { HttpConfig } from './http.ts';
import type { Rel } from './hypermedia.ts';
import { perform } from './perform.ts';
import type {
  FinancialTransaction,
  PaymentOrder,
  TransactionResult,
  TransactionType,
} from './reply-types.ts';
import type { CallOptions } from './request-types.ts';

interface Transaction {
  operation: string;
  paymentOrderId: string;
  rel: Rel;
  type: TransactionType;
  body: { payeeReference: string; amount?: number };
  options: CallOptions | undefined;
}

/** A capture, cancellation or reversal: exactly once per payee reference, however often it is called. */
export function transact(config: HttpConfig, input: Transaction): Promise<TransactionResult> {
  const { operation, paymentOrderId, rel, type, body, options } = input;
  return perform<TransactionResult>(config, {
    operation,
    paymentOrderId,
    rel,
    body: { transaction: body },
    signal: options?.signal,
    timeoutMs: options?.timeoutMs,
    repeatable: true,
    findDone(paymentOrder, repeated) {
      const transaction = findTransaction(paymentOrder, body.payeeReference);
      if (transaction === undefined) return undefined;
      checkSame(transaction, type, body.amount, operation);
      return { paymentOrder, transaction, repeated };
    },
    result: (paymentOrder) => ({
      paymentOrder,
      transaction: findTransaction(paymentOrder, body.payeeReference),
      repeated: false,
    }),
  });
}

/** The transaction that was made under a payee reference; undefined when there is none or they are not expanded. */
export function findTransaction(
  order: Pick<PaymentOrder, 'financialTransactions'>,
  payeeReference: string,
): FinancialTransaction | undefined {
  return order.financialTransactions?.list?.find((one) => one.payeeReference === payeeReference);
}

function checkSame(
  transaction: FinancialTransaction,
  type: TransactionType,
  amount: number | undefined,
  operation: string,
): void {
  const sameType = transaction.type.toLowerCase() === type.toLowerCase();
  if (sameType && (amount === undefined || transaction.amount === amount)) return;
  throw new PayexReferenceError(
    `The payee reference has been used for a ${transaction.type} of ${transaction.amount}`,
    { operation, outcome: 'refused' },
  );
}
