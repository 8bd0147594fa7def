import type { Ids } from '@/lib/core/ids.ts';
import { minor } from '@/lib/core/money.ts';
import type { Reader, Transaction } from '@/lib/db/client.ts';
import type { Attempt } from './attempt.ts';

/**
 * Accounts of the double-entry ledger, per owner, environment and currency:
 * `provider` what the provider holds for the owner, `held` money taken for a case that is not delivered yet,
 * `earned` money of delivered cases. Debits are positive; every transaction sums to zero (the database checks).
 */
export type Account = 'provider' | 'held' | 'earned';
export type LedgerKind = 'captured' | 'delivered' | 'refunded' | 'undelivered';

type BookedOn = Pick<Attempt, 'id' | 'ownerId' | 'environment' | 'currency'>;

/** Books one movement of `amountMinor` (> 0) from an account to another. */
export async function book(
  tx: Transaction,
  ids: Ids,
  attempt: BookedOn,
  kind: LedgerKind,
  movement: { to: Account; from: Account; amountMinor: number },
  at: Date,
): Promise<void> {
  if (movement.amountMinor <= 0) throw new RangeError('The ledger books positive amounts only');
  const transactionId = ids.uuid();
  const entry = (account: Account, amountMinor: number) => ({
    id: ids.uuid(),
    transactionId,
    ownerId: attempt.ownerId,
    environment: attempt.environment,
    currency: attempt.currency,
    attemptId: attempt.id,
    account,
    amountMinor: BigInt(amountMinor),
    kind,
    at,
  });
  await tx.ledgerEntry.createMany({
    data: [entry(movement.to, movement.amountMinor), entry(movement.from, -movement.amountMinor)],
  });
}

/** Balance of one account of an attempt, minor units; `held` is negative while money waits for delivery. */
export async function balance(reader: Reader, attemptId: string, account: Account): Promise<number> {
  const sum = await reader.ledgerEntry.aggregate({
    where: { attemptId, account },
    _sum: { amountMinor: true },
  });
  return minor(sum._sum.amountMinor ?? 0n);
}
