import { crashPoint } from '@/lib/core/crash-point.ts';
import type { Database, Transaction } from './client.ts';

/** PostgreSQL's codes for a lost race: deadlock, serialization failure, lock wait over. */
const lostRace = new Set(['40P01', '40001', '55P03']);

/**
 * Runs work in one transaction with a bounded wait for locks (`lockTimeoutMs`). A transaction that lost a race to a lock is run
 * again, three times at most: work must therefore have no effect outside the transaction.
 */
export function inTransaction<T>(db: Database, work: Work<T>): Promise<T>;
/** @param name of its commit, where a crash is tried: `before-commit-of-…` and `after-commit-of-…`. */
export function inTransaction<T>(db: Database, name: string, work: Work<T>): Promise<T>;
export function inTransaction<T>(db: Database, ...how: [Work<T>] | [string, Work<T>]): Promise<T> {
  return how.length === 1 ? transact(db, how[0]) : transactByName(db, ...how);
}

type Work<T> = (tx: Transaction) => Promise<T>;

async function transact<T>(db: Database, work: Work<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.$transaction(work);
    } catch (error) {
      if (attempt >= 3 || !isLostRace(error)) throw error;
    }
  }
}

async function transactByName<T>(db: Database, name: string, work: Work<T>): Promise<T> {
  const result = await transact(db, async (tx) => {
    const done = await work(tx);
    crashPoint(`before-commit-of-${name}`);
    return done;
  });
  crashPoint(`after-commit-of-${name}`);
  return result;
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
