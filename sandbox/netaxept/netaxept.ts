import type { Collection, SandboxContext } from '../context.ts';
import type { LogLine, Transaction } from './model.ts';

/** What every part of the party works on: the context and the books. */
export interface Netaxept {
  context: SandboxContext;
  transactions: Collection<Transaction>;
}

/** Writes a changed transaction with a line of history, and gives it back; `log` is the line that Query shows. */
export function record(
  { context, transactions }: Netaxept,
  transaction: Transaction,
  changes: Partial<Transaction>,
  what: string,
  log?: Omit<LogLine, 'at'>,
): Transaction {
  const at = context.now().toISOString();
  const next: Transaction = {
    ...transaction,
    ...changes,
    log: log ? [...transaction.log, { at, ...log }] : transaction.log,
    history: [...transaction.history, { at, what }],
  };
  transactions.set(next.id, next);
  return next;
}

/** The number of the batch of a day. */
export function batchOf({ context }: Netaxept): string {
  return String(Math.floor(context.now().getTime() / 86_400_000) % 1000);
}
