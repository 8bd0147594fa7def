import { needAmount, needArray, needPath, needRecord, needText, ReplyShapeError } from './json-shape.ts';
import { readProblem } from './problems.ts';
import type {
  FailedAttempt,
  FinancialTransaction,
  HistoryEvent,
  Operation,
  PaymentOrder,
} from './reply-types.ts';

/**
 * Reads a payment order with its operations, v3.0 or v3.1. It checks what money or the next call depends on (id, status,
 * amounts, currency, transactions, addresses) and passes everything else through as it came. Throws ReplyShapeError,
 * also when it is another payment order than `askedFor`: evidence about another payment is no evidence.
 */
export function readPaymentOrder(json: unknown, askedFor?: string): PaymentOrder {
  const reply = needRecord(json, 'reply');
  const order = needRecord(memberOf(reply, 'paymentOrder'), 'paymentOrder');
  const id = needPath(order.id, 'paymentOrder.id');
  if (askedFor !== undefined && id.toLowerCase() !== askedFor.toLowerCase()) {
    throw new ReplyShapeError('paymentOrder.id is another payment order than the one asked for');
  }
  const nodes = Object.entries(NODES).flatMap(([name, read]) => {
    const node = memberOf(order, name);
    return node === undefined || node === null ? [] : [[name, read(node, `paymentOrder.${name}`)] as const];
  });
  // Checked here where it matters; the rest is optional in the type.
  return {
    ...order,
    id,
    status: needText(order.status, 'paymentOrder.status'),
    currency: needText(order.currency, 'paymentOrder.currency'),
    amount: notNegative(order.amount, 'paymentOrder.amount'),
    vatAmount: notNegative(order.vatAmount ?? 0, 'paymentOrder.vatAmount'),
    ...remainingAmounts(order),
    availableInstruments: readNames(order.availableInstruments),
    ...Object.fromEntries(nodes),
    operations: needArray(reply.operations ?? [], 'operations').map(readOperation),
  } as PaymentOrder;
}

/** A sub-resource `{"paymentorder": "/psp/…", "<name>": {…}}`, read as it would be inside its payment order. */
export function readNode(json: unknown, name: string): unknown {
  const node = memberOf(needRecord(json, 'reply'), name);
  const read = NODES[name];
  return read === undefined ? node : read(node, name);
}

const NODES: Readonly<Record<string, (json: unknown, path: string) => unknown>> = {
  paid: readPaid,
  cancelled: readPaid,
  reversed: readPaid,
  failed(json, path) {
    const node = needRecord(json, path);
    return node.problem === undefined ? node : { ...node, problem: readProblem(node.problem) };
  },
  aborted: needRecord,
  payeeInfo: needRecord,
  urls: needRecord,
  financialTransactions: listOf('financialTransactionsList', readTransaction),
  failedAttempts: listOf('failedAttemptList', readAttempt),
  postPurchaseFailedAttempts: listOf('postPurchaseFailedAttemptList', readAttempt),
  history: listOf('historyList', readEvent),
};

function readPaid(json: unknown, path: string): unknown {
  const node = needRecord(json, path);
  for (const name of ['amount', 'submittedAmount']) {
    if (node[name] !== undefined && node[name] !== null) notNegative(node[name], `${path}.${name}`);
  }
  return node;
}

function readTransaction(json: unknown, path: string): FinancialTransaction {
  const transaction = needRecord(json, path);
  return {
    ...transaction,
    id: needText(transaction.id, `${path}.id`),
    type: needText(transaction.type, `${path}.type`),
    amount: notNegative(transaction.amount, `${path}.amount`),
  };
}

function readAttempt(json: unknown, path: string): FailedAttempt {
  const attempt = needRecord(json, path);
  return { ...attempt, problem: readProblem(attempt.problem) };
}

function readEvent(json: unknown, path: string): HistoryEvent {
  const event = needRecord(json, path);
  return { ...event, name: needText(event.name, `${path}.name`) };
}

function readOperation(json: unknown, index: number): Operation {
  const path = `operations[${index}]`;
  const operation = needRecord(json, path);
  return {
    ...operation,
    rel: needText(operation.rel, `${path}.rel`),
    href: needText(operation.href, `${path}.href`),
    method: needText(operation.method, `${path}.method`).toUpperCase(),
  };
}

/** A node whose list has a name of its own; here it is `list`, and absent until expanded. */
function listOf<T>(listName: string, read: (json: unknown, path: string) => T) {
  return (json: unknown, path: string): unknown => {
    const node = needRecord(json, path);
    const list = memberOf(node, listName);
    if (list === undefined || list === null) return node;
    return {
      ...node,
      list: needArray(list, `${path}.list`).map((one, index) => read(one, `${path}[${index}]`)),
    };
  };
}

function remainingAmounts(order: Record<string, unknown>): Record<string, number> {
  const amounts: Record<string, number> = {};
  for (const name of ['remainingCaptureAmount', 'remainingCancellationAmount', 'remainingReversalAmount']) {
    const value = order[name];
    if (value !== undefined && value !== null) amounts[name] = notNegative(value, `paymentOrder.${name}`);
  }
  return amounts;
}

function readNames(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

function notNegative(value: unknown, path: string): number {
  const amount = needAmount(value, path);
  if (amount < 0) throw new ReplyShapeError(`${path} is negative`);
  return amount;
}

/** The provider writes `paymentorder` and `paymentOrder`, `postPurchase…` and `postpurchase…`: case says nothing. */
function memberOf(record: Record<string, unknown>, name: string): unknown {
  if (Object.hasOwn(record, name)) return record[name];
  const wanted = name.toLowerCase();
  const key = Object.keys(record).find((one) => one.toLowerCase() === wanted);
  return key === undefined ? undefined : record[key];
}
