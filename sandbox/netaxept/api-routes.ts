import express, { type Request, type Response, type Router } from 'express';
import { type Operation, operations, referencesOf, takeReplyFault } from './faults.ts';
import { findMerchant, type Merchant } from './merchants.ts';
import type { Netaxept } from './netaxept.ts';
import { processTransaction } from './process.ts';
import { query } from './query.ts';
import { type Parameters, register } from './register.ts';
import { exception, type Reply } from './replies.ts';

interface Call {
  operation: Operation | undefined;
  get: Parameters;
  run(merchant: Merchant): Reply;
}

/** `/Netaxept/*.aspx`: GET or POST, answers in XML, errors too. */
export function createApiRouter(netaxept: Netaxept): Router {
  const router = express.Router();
  router.use(express.urlencoded({ extended: false, limit: '100kb' }));
  const on = (path: string, callOf: (get: Parameters) => Omit<Call, 'get'>) =>
    router.all(path, async (request, response) => {
      const get = parametersOf(request);
      await answer(netaxept, { get, ...callOf(get) }, request, response);
    });

  on('/Register.aspx', (get) => ({
    operation: 'register',
    run: (merchant) => register(netaxept, merchant, get),
  }));
  on('/Process.aspx', (get) => ({
    operation: operations.find((name) => name === get('operation').toLowerCase()),
    run: (merchant) =>
      withTransaction(netaxept, merchant, get, 'GenericError', (one) =>
        processTransaction(netaxept, one, get),
      ),
  }));
  on('/Query.aspx', (get) => ({
    operation: 'query',
    run: (merchant) =>
      withTransaction(netaxept, merchant, get, 'QueryException', (one) => query(netaxept, one)),
  }));
  return router;
}

/** Names in any case, and the first of several values. */
function parametersOf({ query, body }: Request): Parameters {
  const given: Record<string, unknown> = { ...query, ...(body ?? {}) };
  const byName = new Map(Object.entries(given).map(([name, value]) => [name.toLowerCase(), value]));
  return (name) => {
    const value = byName.get(name.toLowerCase());
    const first: unknown = Array.isArray(value) ? value[0] : value;
    return typeof first === 'string' ? first : '';
  };
}

function withTransaction(
  { transactions }: Netaxept,
  { id }: Merchant,
  get: Parameters,
  type: string,
  run: (transaction: NonNullable<ReturnType<Netaxept['transactions']['get']>>) => Reply,
): Reply {
  const transaction = transactions.get(get('transactionId').toLowerCase());
  // Another merchant's is not there.
  if (transaction?.merchantId !== id) return exception(type, 'Unable to find transaction');
  return run(transaction);
}

/** Sends the reply, or what the faults make of it; the books change without a pause. */
async function answer(netaxept: Netaxept, call: Call, request: Request, response: Response): Promise<void> {
  const { context } = netaxept;
  const { get } = call;
  const transaction = netaxept.transactions.get(get('transactionId').toLowerCase());
  const references = transaction ? referencesOf(transaction) : [get('orderNumber')];
  const fault = takeReplyFault(context, call.operation, references);
  const text = (status: number, what: string) => void response.status(status).type('text').send(what);
  switch (fault?.kind) {
    case 'dead':
    case 'lost-before-commit':
      return void request.socket.destroy();
    case '500':
      return text(500, 'Internal Server Error');
    case '429':
      response.set('retry-after', '1');
      return text(429, 'Too Many Requests');
    case 'exception':
      return send(response, unheardOf);
    case 'slow-commit':
      await context.faults.sleep(fault.ms);
      break;
    default:
  }
  const merchant = findMerchant(get('merchantId'), get('token'));
  const reply = merchant
    ? call.run(merchant)
    : exception('AuthenticationException', 'Authentication failed (Test)');
  if (fault?.kind === 'lost-after-commit') return void request.socket.destroy();
  if (fault?.kind === 'slow') await context.faults.sleep(fault.ms);
  send(response, fault?.kind === 'exception-after-commit' ? unheardOf : reply);
}

const unheardOf = exception('UnheardOfException', 'Something went wrong (a fault of the sandbox)');

function send(response: Response, { xml }: Reply): void {
  if (!response.destroyed) response.type('text/xml').send(xml.markup);
}
