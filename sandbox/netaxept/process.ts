import { authorized, refusalOf } from './authorize.ts';
import { takeFault } from './faults.ts';
import { type PaymentError, sumsOf, type Transaction } from './model.ts';
import { batchOf, type Netaxept, record } from './netaxept.ts';
import type { Parameters } from './register.ts';
import { exception, processResponse, type Reply } from './replies.ts';

/** `Process.aspx` on a transaction of the merchant's own: one operation, carried out at once or not at all. */
export function processTransaction(netaxept: Netaxept, transaction: Transaction, get: Parameters): Reply {
  const operation = get('operation').toUpperCase();
  const asked = get('transactionAmount');
  if (asked && !/^[1-9]\d{0,9}$/.test(asked))
    return exception('ValidationException', 'Transaction amount must be greater than zero.');
  const amount = asked ? Number(asked) : undefined;
  if (
    takeFault(netaxept.context, operation.toLowerCase(), [transaction.id, transaction.orderNumber], isRefusal)
  )
    return refuse(netaxept, transaction, operation);
  switch (operation) {
    case 'AUTH':
    case 'SALE':
      return authorize(netaxept, transaction, operation);
    case 'CAPTURE':
      return capture(netaxept, transaction, amount);
    case 'CREDIT':
      return credit(netaxept, transaction, amount);
    case 'ANNUL':
      return annul(netaxept, transaction);
    default:
      // The words are the sandbox's own.
      return exception('ValidationException', `The sandbox has no operation ${operation}`);
  }
}

const isRefusal = (value: string) => value === 'refused';

function authorize(netaxept: Netaxept, transaction: Transaction, operation: 'AUTH' | 'SALE'): Reply {
  const { card } = transaction;
  if (transaction.terminal !== 'ok' || !card)
    return exception('GenericError', 'Process setup has not been run on this transaction');
  // What the real one says then is not known.
  if (transaction.authorization || transaction.annulledAt)
    return exception('GenericError', 'The transaction has been processed already');
  const refusal = refusalOf(netaxept, transaction, card);
  if (refusal) return bankRefuses(netaxept, transaction, refusal);
  const held = authorized(netaxept, transaction, card, operation);
  const authorizationId = held.authorization?.id;
  const at = netaxept.context.now();
  if (operation === 'AUTH') return processResponse('AUTH', held, { at, authorizationId });
  const taken = moved(netaxept, held, 'captures', held.amount);
  return processResponse('SALE', taken, { at, authorizationId, batch: batchOf(netaxept) });
}

function capture(netaxept: Netaxept, transaction: Transaction, asked: number | undefined): Reply {
  const { reserved, captured } = sumsOf(transaction);
  // The real words are known of ANNUL and CREDIT alone; these are made after them.
  if (!transaction.authorization || transaction.annulledAt || captured >= reserved)
    return exception('GenericError', 'Unable to capture, wrong state');
  const amount = asked ?? reserved - captured;
  if (amount > reserved - captured)
    return exception('GenericError', 'Unable to capture more than authorized amount');
  if (transaction.card?.outcome === 'capture-fails') return refuse(netaxept, transaction, 'CAPTURE');
  const taken = moved(netaxept, transaction, 'captures', amount);
  return processResponse('CAPTURE', taken, { at: netaxept.context.now(), batch: batchOf(netaxept) });
}

function credit(netaxept: Netaxept, transaction: Transaction, asked: number | undefined): Reply {
  const { captured, credited } = sumsOf(transaction);
  const amount = asked ?? captured - credited;
  if (amount > captured - credited || amount === 0)
    return exception('GenericError', 'Unable to credit more than captured amount');
  const given = moved(netaxept, transaction, 'credits', amount);
  return processResponse('CREDIT', given, { at: netaxept.context.now(), batch: batchOf(netaxept) });
}

function annul(netaxept: Netaxept, transaction: Transaction): Reply {
  if (!transaction.authorization || transaction.annulledAt || transaction.captures.length > 0)
    return exception('GenericError', 'Unable to annul, wrong state');
  const at = netaxept.context.now();
  const released = record(netaxept, transaction, { annulledAt: at.toISOString() }, 'frigitt', {
    operation: 'Annul',
    description: '',
    batch: batchOf(netaxept),
  });
  return processResponse('ANNUL', released, { at });
}

function moved(
  netaxept: Netaxept,
  transaction: Transaction,
  which: 'captures' | 'credits',
  amount: number,
): Transaction {
  const batch = batchOf(netaxept);
  const at = netaxept.context.now().toISOString();
  const movements = [...transaction[which], { id: netaxept.context.randomHex(8), amount, at, batch }];
  const [what, operation] = which === 'captures' ? ['belastet', 'Capture'] : ['refundert', 'Credit'];
  return record(netaxept, transaction, { [which]: movements }, `${what} ${amount}`, {
    operation,
    description: '',
    batch,
  });
}

/** The bank's side says no; its code is the one that is known. */
function refuse(netaxept: Netaxept, transaction: Transaction, operation: string): Reply {
  const at = netaxept.context.now().toISOString();
  const name = `${operation[0]}${operation.slice(1).toLowerCase()}`;
  return bankRefuses(netaxept, transaction, {
    at,
    operation: name,
    code: '99',
    source: 'Netaxept',
    text: `${name} refused`,
  });
}

function bankRefuses(netaxept: Netaxept, transaction: Transaction, error: PaymentError): Reply {
  record(
    netaxept,
    transaction,
    { errors: [...transaction.errors, error] },
    `${error.operation} avslått: kode ${error.code}`,
  );
  return exception('BBSException', 'Unable to process transaction', error);
}
