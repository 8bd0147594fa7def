import type { Database, Transaction } from './client.ts';

/** PostgreSQL's codes for a lost race: deadlock, serialization failure, lock wait over. */
const lostRace = new Set(['40P01', '40001', '55P03']);

/**
 * Runs work in one transaction with a bounded wait for locks (`lockTimeoutMs`). A transaction that lost a race to a lock is run
 * again, three times at most: work must therefore have no effect outside the transaction.
 */
export async function inTransaction<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work);
    } catch (error) {
      if (attempt >= 3 || !isLostRace(error)) throw error;
    }
  }
}

/** Whether an error is a broken unique constraint, i.e. somebody else was first. */
export function isUniqueViolation(error: unknown): boolean {
  return errorCode(error) === 'P2002' || sqlState(error) === '23505';
}

/** Whether somebody else had a lock for too long: to be tried again. */
export function isLostRace(error: unknown): boolean {
  return errorCode(error) === 'P2034' || lostRace.has(sqlState(error) ?? '');
}

function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

function sqlState(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const text = `${error.message} ${'meta' in error ? JSON.stringify(error.meta) : ''}`;
  return /\b(40P01|40001|55P03|23505)\b/.exec(text)?.[1];
}
