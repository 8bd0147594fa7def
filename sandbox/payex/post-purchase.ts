import { reusedReference } from './create-order.ts';
import { referencesOf, takeFault } from './faults.ts';
import { type HistoryEvent, type OrderRecord, sumsOf, type Transaction } from './model.ts';
import { isOffered, type Rel } from './operations.ts';
import { newNumber, newUuid, type Payex, record, takeReference } from './payex.ts';
import { presentOrder } from './present-order.ts';
import { forbidden, inputError, newProblem, type Reply, reply } from './replies.ts';
import { cancellationSchema, checkSums, type MoneyBody, moneySchema, parseBody } from './schemas.ts';

/** `POST …/captures`: all or a part of what is authorised. */
export function capture(payex: Payex, order: OrderRecord, body: unknown): Reply {
  const parsed = parseBody(moneySchema, body);
  if (!parsed.ok) return parsed.reply;
  const { transaction } = parsed.value;
  const { remainingCapture } = sumsOf(order);
  const event = remainingCapture === transaction.amount ? 'PaymentCaptured' : 'PaymentPartiallyCaptured';
  return move(payex, order, {
    type: 'Capture',
    rel: 'capture',
    fault: 'charge',
    event,
    transaction,
    most: remainingCapture,
  });
}

/** `POST …/reversals`: all or a part of what is captured or sold. */
export function reverse(payex: Payex, order: OrderRecord, body: unknown): Reply {
  const parsed = parseBody(moneySchema, body);
  if (!parsed.ok) return parsed.reply;
  const { transaction } = parsed.value;
  const { remainingReversal } = sumsOf(order);
  const event = remainingReversal === transaction.amount ? 'PaymentReversed' : 'PaymentPartiallyReversed';
  return move(payex, order, {
    type: 'Reversal',
    rel: 'reversal',
    fault: 'refund',
    event,
    transaction,
    most: remainingReversal,
  });
}

/** `POST …/cancellations`: everything that is not captured; there is no amount to give. */
export function cancel(payex: Payex, order: OrderRecord, body: unknown): Reply {
  const parsed = parseBody(cancellationSchema, body);
  if (!parsed.ok) return parsed.reply;
  const amount = sumsOf(order).remainingCapture;
  const transaction = { ...parsed.value.transaction, amount, vatAmount: 0 };
  return move(payex, order, {
    type: 'Cancellation',
    rel: 'cancel',
    fault: 'cancel',
    event: sumsOf(order).captured === 0 ? 'PaymentCancelled' : 'PaymentPartiallyCancelled',
    transaction,
    most: amount,
  });
}

interface Move {
  type: 'Capture' | 'Cancellation' | 'Reversal';
  rel: Rel;
  fault: string;
  event: string;
  transaction: MoneyBody;
  /** What is left of it. */
  most: number;
}

function move(payex: Payex, order: OrderRecord, { type, rel, fault, event, transaction, most }: Move): Reply {
  const wrong = checkSums(transaction);
  if (wrong) return wrong;
  if (!isOffered(order, rel)) return forbidden(`${type} is not available for a payment order in this state.`);
  if (transaction.amount > most) {
    return inputError([{ name: 'Transaction.Amount', description: `must be at most ${most}` }]);
  }
  if (!takeReference(payex, order.payeeId, transaction.payeeReference, `${type} ${order.id}`)) {
    return reusedReference('Transaction.PayeeReference');
  }
  const number = newNumber(payex);
  const told: Omit<HistoryEvent, 'created'> = {
    name: event,
    instrument: order.paid?.instrument,
    number,
    amount: transaction.amount,
    initiatedBy: 'Payee',
  };
  if (takeFault(payex.context, fault, referencesOf(order), (value) => value === 'refused') !== undefined) {
    return refuse(payex, order, type, told);
  }
  const entry: Transaction = {
    id: newUuid(payex),
    created: payex.context.now().toISOString(),
    type,
    number,
    ...transaction,
  };
  const transactions = [...order.transactions, entry];
  const what = `${words[type]} ${transaction.amount}`;
  const status = statusAfter({ ...order, transactions });
  const next = record(payex, order, { transactions, status }, what, told);
  payex.courier.send(next, event, number);
  return { status: 200, body: presentOrder(payex, next) };
}

const words = { Capture: 'belastet', Cancellation: 'frigitt', Reversal: 'tilbakebetalt' } as const;

/** Cancelled only if nothing was captured; Reversed only when everything captured is paid back. */
function statusAfter(order: OrderRecord): OrderRecord['status'] {
  const { captured, reversed, remainingCapture, cancelled } = sumsOf(order);
  if (captured === 0 && cancelled > 0) return 'Cancelled';
  return remainingCapture === 0 && captured > 0 && reversed === captured ? 'Reversed' : 'Paid';
}

/** As an acquirer's no looks; the try is listed among the failed ones after the purchase. */
function refuse(
  payex: Payex,
  order: OrderRecord,
  type: Move['type'],
  told: Omit<HistoryEvent, 'created'>,
): Reply {
  const problem = newProblem(
    'creditcard/acquirererror',
    403,
    'Operation failed',
    `Unable to complete ${type} transaction, look at problem node!`,
    [{ name: 'ExternalResponse', description: 'REJECTED_BY_ACQUIRER-unknown error, response-code: 51' }],
  );
  const failed = {
    created: payex.context.now().toISOString(),
    status: 'Failed' as const,
    type,
    number: told.number ?? 0,
    problem,
  };
  record(payex, order, { failedPostPurchase: [...order.failedPostPurchase, failed] }, `${type} avslått`, {
    ...told,
    name: `${told.name}Failed`,
  });
  return reply(problem);
}
